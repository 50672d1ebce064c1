import type { CodeState } from '../../preload/contract/accounts.ts';
import type { Reply, Request } from '../../preload/contract/api.ts';
import type { AppError, FieldIssue } from '../../preload/contract/errors.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayoutDraft, Prerequisite, Price } from '../../preload/contract/payouts.ts';
import type { ProviderId } from '../../preload/contract/provider.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { ProviderPayout, SendOutcome } from '../providers/provider.ts';
import type { Attempt } from '../store/attempts.ts';
import type { Blobs } from '../store/blobs.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';

/** Something that holds, or the error that says why not. */
export type Checked = Result<null, AppError>;
/** One condition before sending, as the store knows it now. */
export type Check = (record: PayoutRecord, ctx: Context) => Prerequisite;
/** What is about to leave; an attempt that is not `fresh` was written down before and goes again with the same bytes. `also` are more
 *  writes that belong to the transaction in which it is written down. */
export type Outgoing = { readonly attempt: Attempt; readonly fresh: boolean; readonly also?: () => void };
/** What a look-up found; `detail` says how, or what else is there. `alike` is true when others are there of which one may be it. */
export type Found = { readonly payout: ProviderPayout | null; readonly detail: string | null; readonly alike?: boolean };
type WalletChannel = 'wallets.list' | 'banks.list' | 'banks.operators' | 'banks.lookup';
/** The handlers that only some providers have something to say to. */
export type WalletHandlers = { readonly [C in WalletChannel]: (ctx: Context, request: Request<C>) => Promise<Result<Reply<C>, AppError>> };

/** What differs in a draft. */
type Drafting = {
  /** The draft as it is kept: what the book knows of the payee filled in. */
  tidy(draft: PayoutDraft): PayoutDraft;
  /** The name of who sends, for lists; '' when not chosen. */
  senderName(draft: PayoutDraft): string;
  /** What is missing or wrong before a draft can be ready, in form order. Works offline. */
  missing(ctx: Context, record: PayoutRecord): readonly FieldIssue[];
  /** Keeps the payee of a draft that becomes ready in the payee book, where payees are kept there. */
  keepPayee(ctx: Context, draft: PayoutDraft): PayoutDraft;
};

/** What differs in pricing. */
type Pricing = {
  /** What the price depends on as one text, null when the draft doesn't say enough. The same question has the same text. */
  priceKey(draft: PayoutDraft): string | null;
  /** What to fill in to see a price. */
  readonly priceHint: string;
  /** Asks the provider for the price of a draft that has a {@link priceKey}. */
  price(ctx: Context, draft: PayoutDraft): Promise<Result<Price, AppError>>;
};

/** What differs in what must hold before sending. */
type Holding = {
  readonly checks: readonly Check[];
  /** Those of them that can change while nobody touches the payout: who sends, what it is taken from, who is paid. */
  readonly outside: readonly Check[];
  /** Reads anew what the conditions look at, but for the price; goes on with what is kept where that fails. */
  readAgain(ctx: Context, draft: PayoutDraft): Promise<unknown>;
  /** What can be said before anything is asked, beyond {@link Drafting.missing}; `code` is the one-time code given. */
  checkGiven(ctx: Context, record: PayoutRecord, code: string | null): Checked;
  /** Reads who sends and what it is taken from anew, and checks both. */
  checkStanding(ctx: Context, record: PayoutRecord): Promise<Checked>;
  /** Whether the balance as just read covers it with what other payouts may still take; called in the queueing transaction. */
  checkCover(ctx: Context, record: PayoutRecord): Checked;
  /** A balance as last read; null when it isn't known. */
  balance(ctx: Context, walletId: string | null): { readonly balance: Money | null; readonly readAt: number } | null;
  /** Reads the balances anew and keeps them. */
  readBalances(ctx: Context): Promise<Result<unknown, AppError>>;
};

/** What differs in leaving and in being found. */
type Moving = {
  /** Whether there is a connection. */
  linked(): boolean;
  /** Makes sure that the next call is only the money call. */
  warmUp(ctx: Context): Promise<Result<unknown, AppError>>;
  /** Makes the attempt of a queued payout, or finds the one that goes again. Writes nothing. */
  prepare(ctx: Context, record: PayoutRecord): Promise<Result<Outgoing, AppError>>;
  /** Hands an attempt's bytes to the provider, once. */
  deliver(ctx: Context, attempt: Attempt, code: string | null): Promise<SendOutcome>;
  /** After the provider's word that it has the payout; call inside the transaction. */
  accepted(ctx: Context, record: PayoutRecord, told: ProviderPayout): void;
  /** Whether looking up sends the bytes again under their key: then even a first refusal says nothing once the outcome was unknown. */
  readonly looksByReplay: boolean;
  /** Looks for an unknown or refused payout. A look-up without an answer is an error, never "not found". */
  find(ctx: Context, record: PayoutRecord, attempt: Attempt): Promise<Result<Found, AppError>>;
  /** Looks for a payout of a restored backup, which may have left from where its attempt can't be seen any more. Sends nothing, ever. */
  findRestored(ctx: Context, record: PayoutRecord): Promise<Result<Found, AppError>>;
  /** Whether the provider finds payouts by our own reference: then not finding it proves, after the settle time, that it isn't there. */
  readonly knowsReferences: boolean;
  /** Reads a payout that the provider has; null when it doesn't list it. */
  status(ctx: Context, record: PayoutRecord): Promise<Result<ProviderPayout | null, AppError>>;
  /** Whether a person may send an unknown payout again now. */
  checkAgain(ctx: Context, record: PayoutRecord, attempt: Attempt, code: string | null): Checked;
  /** From when a person may decide about an unknown payout (epoch ms). */
  decideFrom(since: number): number;
  /** Until when the same bytes may safely go again (epoch ms); null where the provider keeps no keys. */
  replayUntil(attempt: Attempt): number | null;
};

/** Everything in which one provider's payouts differ from another's. A profile has one lane. */
export type Lane = Drafting & Pricing & Holding & Moving & {
  readonly id: ProviderId;
  readonly name: string;
  /** What the money is taken from, in a sentence. */
  readonly purse: 'wallet' | 'account';
  /** Where files kept with payouts are. */
  readonly blobs: Blobs;
  /** Whether the provider gets these files; otherwise they stay on this computer, to compare payouts by. */
  readonly sendsFiles: boolean;
  readonly wallets: WalletHandlers;
  /** Whether releasing this draft asks for a one-time code. */
  needsCode(ctx: Context, draft: PayoutDraft): boolean;
  codeState(ctx: Context): CodeState;
  requestCode(ctx: Context, id: string): Promise<Result<CodeState, AppError>>;
};
