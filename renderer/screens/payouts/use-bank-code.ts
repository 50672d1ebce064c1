import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import type { Bank } from '../../../preload/contract/app.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import { useCall } from '../../api.ts';

/** The bank (or operator) that a draft's payee has, once its list is there. */
export function useBank(draft: PayoutDraft): Bank | undefined {
  const currency: CurrencyCode = draft.toCurrency ?? 'NGN';
  const { bankId, operatorId } = draft.details;
  const banks = useCall('banks.list', { currency }, { enabled: Boolean(bankId) });
  const operators = useCall('banks.operators', { currency }, { enabled: Boolean(operatorId) });
  return banks.data?.banks.find((bank) => bank.id === bankId) ?? operators.data?.banks.find((bank) => bank.id === operatorId);
}

/** The chosen bank's code, for the check digit of Nigerian accounts. */
export function useBankCode(draft: PayoutDraft): string | undefined {
  return useBank(draft)?.code;
}
