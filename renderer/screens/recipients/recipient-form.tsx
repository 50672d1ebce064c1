import { useCallback, useEffect, useMemo, useRef, type ReactElement } from 'react';
import { recipientFieldsFor, recipientSections, type RecipientField } from '../../../preload/contract/recipient-checks.ts';
import type { RecipientFieldKey, RecipientFields } from '../../../preload/contract/recipients.ts';
import { Fields } from '../../components/field.tsx';
import { FormSection } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { RadioCards } from '../../components/radio-cards.tsx';
import { t } from '../../text.ts';
import { RecipientFieldInput } from './recipient-field.tsx';
import css from './recipient-form.module.css';
import type { ShownIssues } from './use-recipient-editor.ts';

const c = names(css);

/** What the form is given. `onPreset` fills in what nobody typed. */
export type RecipientFormProps = {
  readonly fields: RecipientFields;
  readonly shown: ShownIssues;
  readonly onChange: (patch: Partial<RecipientFields>) => void;
  readonly onPreset: (patch: Partial<RecipientFields>) => void;
};

/** The form of a recipient: the rail first, for it decides what is asked for. */
export function RecipientForm(props: RecipientFormProps): ReactElement {
  const { fields, shown, onChange } = props;
  const { rail, kind } = fields;
  const asked = useMemo(() => recipientFieldsFor(rail, kind), [rail, kind]);
  const { change, preset, leave } = useSteady(props);
  const sections = [...new Set(asked.map(({ section }) => section))];
  return (
    <>
      <FormSection title={t('How it travels')}>
        <RadioCards
          label={t('Rail')} value={fields.rail} onChange={(rail) => onChange({ rail })}
          choices={[
            { id: 'wire', label: t('Wire'), note: t('To a US bank, by its routing number') },
            { id: 'swift', label: t('SWIFT'), note: t('To a bank elsewhere, by its BIC') },
          ]}
        />
      </FormSection>
      {sections.map((section) => (
        <FormSection key={section} title={t(recipientSections[section])}>
          <SectionNote section={section} />
          <Fields>
            {section === 'holder' ? <KindField {...props} /> : null}
            {asked.filter((field) => field.section === section).map((field) => {
              const issue = shown.of(field.key);
              return (
                <RecipientFieldInput
                  key={field.key} field={field} value={fields[field.key]} level={issue?.level ?? null} message={issue?.message ?? ''} onChange={change} onPreset={preset} onLeave={leave}
                />
              );
            })}
          </Fields>
        </FormSection>
      ))}
    </>
  );
}

const patch = (key: RecipientFieldKey, value: string) => ({ [key]: value } as Partial<Record<RecipientFieldKey, string>> as Partial<RecipientFields>);

/** The form's answers to its fields, the same functions at every key press: a field is drawn again only when something of it changed. */
function useSteady(props: RecipientFormProps) {
  const latest = useRef(props);
  useEffect(() => { latest.current = props; });
  const change = useCallback((key: RecipientFieldKey, value: string) => {
    latest.current.shown.change(key);
    latest.current.onChange(patch(key, value));
  }, []);
  const preset = useCallback((key: RecipientFieldKey, value: string) => latest.current.onPreset(patch(key, value)), []);
  const leave = useCallback((key: RecipientFieldKey) => latest.current.shown.leave(key), []);
  return { change, preset, leave };
}

/** Why a part is asked for as it is. */
function SectionNote({ section }: { readonly section: RecipientField['section'] }): ReactElement | null {
  const words = section === 'address' ? t('In parts, because banks now refuse addresses in one line. Write it as the holder’s bank knows it.')
    : section === 'document' ? t('Optional, and it helps: with it a bank asks less often.') : null;
  return words ? <p className={c('note')}>{words}</p> : null;
}

function KindField({ fields, onChange }: RecipientFormProps): ReactElement {
  return (
    <div className={c('whole')}>
      <RadioCards
        label={t('The holder is')} value={fields.kind} onChange={(kind) => onChange({ kind })}
        choices={[{ id: 'business', label: t('A business') }, { id: 'individual', label: t('A person') }]}
      />
    </div>
  );
}
