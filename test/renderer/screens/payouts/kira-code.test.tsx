import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appError, type AppError } from '../../../../preload/contract/errors.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { goodUntil, phaseOf } from '../../../../renderer/screens/payouts/kira-use-code.ts';
import { readyState } from '../../fake/app-state.ts';
import { sampleKiraPrice } from '../../fake/kira-payouts.ts';
import { mailedCode, noCode, sampleMail } from '../../fake/kira-samples.ts';
import { kiraProfile } from '../../fake/kira-profiles.ts';
import { changed, setState } from '../../fake/world.ts';
import { requestsOf, type FakeOptions } from '../../fake-bursar.ts';
import type { Stage } from '../../stage.tsx';
import { startKira } from './kira-desk.ts';

const address = '/payouts/kira-3/review';
const wrong = appError('code-wrong', 'Kira refused the code: it was wrong or too old.', { fix: 'Type the code of the newest mail.' });
const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: /Code from the e-mail/ });
const release = () => screen.findByRole('button', { name: 'Release 1,000.00 USD' });
const paste = (text: string, onto: Element = document.body) => fireEvent.paste(onto, { clipboardData: { getData: () => text } });

/** Opens the review and presses the button that opens the sheet. */
async function openSheet(options: FakeOptions = {}, practice = false): Promise<Stage> {
  const stage = startKira(address, options, practice);
  await screen.findByText('21,916.40 USD stays in the account');
  await stage.user.click(await screen.findByRole('button', { name: 'Release payout' }));
  await screen.findByRole('dialog', { name: 'Enter the code to release this payout' });
  return stage;
}

const withCode = (ago = 10_000): FakeOptions => ({ world: { code: mailedCode(Date.now(), ago) } });

describe('where a code stands', () => {
  const at = 1_000_000;
  it('C5: is good for five minutes where Kira doesn’t say', () => {
    expect(goodUntil({ sentAt: at, expiresAt: null })).toBe(at + 300_000);
    expect(goodUntil({ sentAt: at, expiresAt: at + 60_000 })).toBe(at + 60_000);
    expect(phaseOf({ ...noCode, sentAt: at }, at + 299_999)).toBe('valid');
    expect(phaseOf({ ...noCode, sentAt: at }, at + 300_000)).toBe('expired');
  });

  it('is blocked before all else, until that is over', () => {
    const state = { ...mailedCode(at), blockedUntil: at + 900_000 };
    expect(phaseOf(state, at)).toBe('blocked');
    expect(phaseOf({ ...noCode, blockedUntil: at }, at)).toBe('none');
  });
});

describe('the sheet for the code', () => {
  it('trap 7: asks for the code only when it opens, once, and says who gets it', async () => {
    const { world } = await openSheet();
    await waitFor(() => expect(requestsOf(world, 'payouts.requestCode')).toEqual([{ id: 'kira-3' }]));
    expect(await screen.findByText(/^Kira mailed six digits to f•••@haldenmoor\.example at \d\d:\d\d:\d\d\.$/)).toBeDefined();
    expect(document.activeElement).toBe(await field());
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
  });

  it('uses a code that was mailed a moment ago', async () => {
    const { world } = await openSheet(withCode());
    expect(await screen.findByText(/^Valid for 4 min/)).toBeDefined();
    expect(screen.getByText(/^New code possible in \d+ s$/)).toBeDefined();
    expect(requestsOf(world, 'payouts.requestCode')).toHaveLength(0);
  });

  it('names the address on file when nobody noted whose it is', async () => {
    const state = { ...readyState(Date.now()), profile: { ...kiraProfile, kira: { codeMailbox: '', codeNeeded: true, apiVersion: null } } };
    await openSheet({ world: { code: { ...mailedCode(Date.now()), mailbox: null }, state } });
    expect(await screen.findByText(/^Kira mailed six digits to the address that Kira has on file at/)).toBeDefined();
  });

  it('reads amount, payee and fees back, and checks the sum', async () => {
    await openSheet(withCode());
    const back = within(await screen.findByRole('region', { name: 'What is released' }));
    for (const words of ['Harrow & Finch LLP', 'First Meridian Bank, wire ··7745', '977.00', 'Kira fee, fixed', 'Your mark-up, share', '1,000.00 − 23.00 = 977.00']) expect(back.getByText(words)).toBeDefined();
    expect(screen.getByText('Real money leaves.')).toBeDefined();
  });

  it('sends the typed code once, with the price that was seen, and only by its button', async () => {
    const { user, world } = await openSheet(withCode());
    const button = await release();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.type(await field(), '481902{Enter}');
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
    await user.dblClick(await release());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(requestsOf(world, 'payouts.send')).toHaveLength(1);
    expect(requestsOf(world, 'payouts.send')[0]).toMatchObject({ id: 'kira-3', code: '481902', accepted: { send: { minor: 100_000, currency: 'USD' } } });
    expect(await screen.findByText(/Leaves in \d s/)).toBeDefined();
  });

  it('takes a code pasted anywhere in it, without its spaces and dashes', async () => {
    await openSheet(withCode());
    const input = await field();
    paste(' 481-902\n');
    await waitFor(() => expect(input.value).toBe('481902'));
    paste('Your code is 113 355.', input);
    await waitFor(() => expect(input.value).toBe('113355'));
    paste('no code here');
    expect(await screen.findByText('There is no six-digit code in what was pasted.')).toBeDefined();
    expect(input.value).toBe('113355');
  });
});

describe('a code that Kira doesn’t take', () => {
  it('is said, the field is emptied and has the focus, and the tries left stand below', async () => {
    const { user, world } = await openSheet({ ...withCode(), handlers: { 'payouts.send': () => fail(wrong) } });
    expect(screen.queryByText(/tries left/)).toBeNull();
    await user.type(await field(), '000000');
    world.code = { ...world.code, attemptsLeft: 2 };
    await user.click(await release());
    expect(await screen.findByText(wrong.message)).toBeDefined();
    expect((await field()).value).toBe('');
    expect(document.activeElement).toBe(await field());
    expect(await screen.findByText('2 tries left')).toBeDefined();
    await user.type(await field(), '4');
    expect(screen.queryByText(wrong.message)).toBeNull();
  });

  it('stops it when too many were wrong: the field goes, and it says when it is possible again', async () => {
    const blocked = appError('code-blocked', 'Kira takes no codes for now.');
    const { user, world } = await openSheet({ ...withCode(), handlers: { 'payouts.send': () => fail(blocked) } });
    await user.type(await field(), '000000');
    world.code = { ...noCode, attemptsLeft: 0, blockedUntil: Date.now() + 900_000 };
    await user.click(await release());
    expect(await screen.findByText(/Possible again at .*, in 1[45] min/)).toBeDefined();
    expect(screen.queryByRole('textbox', { name: /Code/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Release 1/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is never asked for while Kira takes none', async () => {
    const { world } = await openSheet({ world: { code: { ...noCode, blockedUntil: Date.now() + 900_000 } } });
    expect(await screen.findByText(/Possible again at/)).toBeDefined();
    expect(requestsOf(world, 'payouts.requestCode')).toHaveLength(0);
  });

  it('that ran out can not be sent; a new one can be had, and takes the old one’s place', async () => {
    const { user, world } = await openSheet(withCode());
    await user.type(await field(), '481902');
    world.code = { ...world.code, sentAt: Date.now() - 301_000, expiresAt: Date.now() - 1_000, resendFrom: Date.now() - 240_000 };
    changed(world, ['payouts']);
    expect(await screen.findByText(/^The code ran out at/)).toBeDefined();
    expect((await release()).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Mail a new code' }));
    expect(await screen.findByText(/^Valid for (4 min 59 s|5 min)/)).toBeDefined();
    expect((await field()).value).toBe('');
    expect(requestsOf(world, 'payouts.requestCode')).toHaveLength(1);
  });
});

describe('what else can stop it', () => {
  it('keeps the code that was typed when the line is gone', async () => {
    const offline: AppError = appError('offline', 'There is no line to Kira.', { fix: 'Try again when it is back.' });
    const { user } = await openSheet({ ...withCode(), handlers: { 'payouts.send': () => fail(offline) } });
    await user.type(await field(), '481902');
    await user.click(await release());
    expect(await screen.findByText(offline.message)).toBeDefined();
    expect((await field()).value).toBe('481902');
    expect((await release()).getAttribute('aria-disabled')).toBeNull();
  });

  it('waits while offline and sends nothing by itself', async () => {
    const { user, world } = await openSheet(withCode());
    await user.type(await field(), '481902');
    setState(world, { connection: { online: false, since: Date.now(), detail: null, budget: null } });
    await waitFor(async () => expect((await release()).getAttribute('aria-disabled')).toBe('true'));
    await user.click(await release());
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
  });

  it('trap 26: goes back to the review when the price changed, with both figures', async () => {
    const prices = [sampleKiraPrice(100_000, null, Date.now()), sampleKiraPrice(100_000, { fixedMinor: 900, percent: '0.1' }, Date.now())];
    const { user } = await openSheet({
      ...withCode(), handlers: { 'payouts.price': () => ok(prices.shift() ?? sampleKiraPrice(1, null, 0)), 'payouts.send': () => fail(appError('price-changed', 'The price changed.')) },
    });
    await user.type(await field(), '481902');
    await user.click(await release());
    expect(await screen.findByText('The price changed since you saw it. Nothing was sent.')).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Accept new price' })).toBeDefined();
  });

  it('says why no code could be mailed', async () => {
    const late = appError('conflict', 'Another payout is leaving with its code.', { fix: 'Wait until that one has left.' });
    await openSheet({ handlers: { 'payouts.requestCode': () => fail(late) } });
    expect(await screen.findByText(late.message)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Mail a code' })).toBeDefined();
  });
});

describe('a payout that comes back for a code', () => {
  async function sendAndReturn(problem: AppError, options: FakeOptions): Promise<Stage> {
    const stage = await openSheet(options);
    await stage.user.type(await field(), '000000');
    await stage.user.click(await release());
    await screen.findByText(/Leaves in \d s/);
    stage.world.payouts = stage.world.payouts.map((one) => (one.id === 'kira-3' ? { ...one, state: 'ready', problem, revision: one.revision + 1, leavesAt: null, sent: null } : one));
    changed(stage.world, ['payouts'], 'kira-3');
    return stage;
  }

  it('opens the sheet by itself and says that it was wrong', async () => {
    const { world } = await sendAndReturn(wrong, withCode());
    expect(await screen.findByRole('dialog', { name: 'Enter the code to release this payout' })).toBeDefined();
    expect(await screen.findByText(wrong.message)).toBeDefined();
    expect(requestsOf(world, 'payouts.requestCode')).toHaveLength(0);
  });

  it('C3: opens it when Kira asks for a code that wasn’t expected, and has one mailed', async () => {
    const needed = appError('code-needed', 'Kira asks for a one-time code.', { fix: 'Ask for the code and type it in.' });
    const stage = startKira(address, { world: { code: { ...noCode, needed: false } } });
    await stage.user.click(await screen.findByRole('button', { name: 'Send 1,000.00 USD' }));
    await screen.findByText(/Leaves in \d s/);
    stage.world.code = noCode;
    stage.world.payouts = stage.world.payouts.map((one) => (one.id === 'kira-3' ? { ...one, state: 'ready', problem: needed, revision: one.revision + 1, leavesAt: null, sent: null } : one));
    changed(stage.world, ['payouts'], 'kira-3');
    expect(await screen.findByText(/Kira asks for a one-time code\. Ask for the code/)).toBeDefined();
    await waitFor(() => expect(requestsOf(stage.world, 'payouts.requestCode')).toHaveLength(1));
  });

  it('opens it again when the payout was back before the screen saw it leave', async () => {
    const stage: Stage = await openSheet({
      ...withCode(),
      handlers: {
        'payouts.send': ({ id }) => {
          const back = stage.world.payouts.map((one) => (one.id === id ? { ...one, problem: wrong, updatedAt: one.updatedAt + 1 } : one));
          stage.world.payouts = back;
          changed(stage.world, ['payouts'], id);
          const sent = back.find((one) => one.id === id);
          return sent ? ok({ ...sent, state: 'queued' }) : fail(wrong);
        },
      },
    });
    await stage.user.type(await field(), '000000');
    await stage.user.click(await release());
    expect(await screen.findByText(wrong.message)).toBeDefined();
    await stage.user.type(await field(), '481902');
    await waitFor(async () => expect((await release()).hasAttribute('disabled')).toBe(false));
  });

  it('does not open it for a person who only comes by later, and has nothing mailed', async () => {
    const stage = startKira(address);
    stage.world.payouts = stage.world.payouts.map((one) => (one.id === 'kira-3' ? { ...one, problem: wrong } : one));
    expect(await screen.findByText(wrong.message)).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(requestsOf(stage.world, 'payouts.requestCode')).toHaveLength(0);
  });
});

describe('practice', () => {
  it('shows the newest mail, which nobody else gets, and uses its code', async () => {
    const now = Date.now();
    const { user } = await openSheet({ world: { code: mailedCode(now), mails: [sampleMail('2', now, '481902'), sampleMail('1', now - 60_000, '113355')] } }, true);
    expect(await screen.findByText('481902')).toBeDefined();
    expect(screen.queryByText('113355')).toBeNull();
    expect(within(screen.getByRole('dialog')).getByText('Practice money.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Use this code' }));
    expect((await field()).value).toBe('481902');
  });

  it('never offers the code of an older mail while a new one is on its way', async () => {
    const now = Date.now();
    const { user, world } = await openSheet({ world: { code: noCode, mails: [sampleMail('1', now - 600_000, '113355')] } }, true);
    await user.click(await screen.findByRole('button', { name: 'Use this code' }));
    expect((await field()).value).not.toBe('113355');
    expect((await field()).value).toBe(world.mails[0]?.code);
    expect(screen.queryByText('113355')).toBeNull();
  });

  it('has no mailbox on a profile of one’s own', async () => {
    const { world } = await openSheet(withCode());
    expect(screen.queryByText(/Practice mailbox/)).toBeNull();
    expect(requestsOf(world, 'practice.mailbox')).toHaveLength(0);
  });
});

describe('sending again what is not known', () => {
  async function openAgain(options: FakeOptions): Promise<Stage> {
    const stage = startKira('/payouts/kira-5', options);
    await stage.user.click(await screen.findByRole('button', { name: 'Send again' }));
    await screen.findByRole('alertdialog');
    return stage;
  }

  it('trap 5: wants a reason and a code, and sends both once', async () => {
    const { user, world } = await openAgain(withCode());
    await user.type(await screen.findByRole('textbox', { name: /Why it is right/ }), 'Kira support asked for it');
    const again = () => screen.getByRole('button', { name: 'Send 640.00 USD again' });
    expect(again().getAttribute('aria-disabled')).toBe('true');
    paste('481 902');
    await waitFor(() => expect(again().getAttribute('aria-disabled')).toBeNull());
    await user.dblClick(again());
    await waitFor(() => expect(requestsOf(world, 'payouts.sendAgain')).toEqual([{ id: 'kira-5', reason: 'Kira support asked for it', code: '481902' }]));
  });

  it('wants none where Kira asks for none', async () => {
    const { user, world } = await openAgain({ world: { code: { ...noCode, needed: false } } });
    await user.type(await screen.findByRole('textbox', { name: /Why it is right/ }), 'Kira support asked for it');
    await user.click(screen.getByRole('button', { name: 'Send 640.00 USD again' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.sendAgain')).toEqual([{ id: 'kira-5', reason: 'Kira support asked for it', code: null }]));
    expect(requestsOf(world, 'payouts.requestCode')).toHaveLength(0);
  });
});
