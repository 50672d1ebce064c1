import type { CustomerFields } from '../../../preload/contract/customers.ts';
import type { Finding } from '../../../preload/contract/preflight.ts';
import { t } from '../../text.ts';
import type { FieldName } from './form-issues.ts';
import type { Judgement } from './judged.ts';

/** What documents say of a field: that it is the same, or why to look at it again. */
export type Told = { readonly good: string | null; readonly doubt: string | null };

const nothing: Told = { good: null, doubt: null };

/** What the documents say of each field of the form as it is typed. An empty field is told nothing. */
export function toldFields(fields: CustomerFields, judged: Judgement): (name: FieldName) => Told {
  const findings = Object.values(judged).flat();
  return (name) => {
    if (fields[name].trim() === '') return nothing;
    const own = findings.filter((finding) => finding.field === name && finding.id !== 'better');
    const wrong = own.find(({ verdict }) => verdict !== 'pass');
    if (wrong) return { good: null, doubt: `${wrong.cause}.` };
    return own.some(matches) ? { good: t('Matches'), doubt: null } : nothing;
  };
}

function matches({ id, verdict }: Finding): boolean {
  return verdict === 'pass' && id === 'number';
}
