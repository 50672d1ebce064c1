import { useMemo, type ReactElement, type ReactNode } from 'react';
import { countries } from '../../../preload/contract/countries.ts';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { idTypeLabels, idTypes, type IdType } from '../../../preload/contract/documents.ts';
import { useCall } from '../../api.ts';
import { DateField } from '../../components/date-field.tsx';
import { Fields } from '../../components/field.tsx';
import { names } from '../../components/names.ts';
import { RadioCards, type Choice } from '../../components/radio-cards.tsx';
import { Select, type Option } from '../../components/select.tsx';
import { TextField, type TextFieldProps } from '../../components/text-field.tsx';
import { t } from '../../text.ts';
import css from './customer-form.module.css';
import { fieldId, fieldLabel, validFor, type FieldName } from './form-issues.ts';
import type { Told } from './form-told.ts';

const c = names(css);

/** What the form is given. `lockedOf` says since when a field can't change. */
export type CustomerFormProps = {
  readonly fields: CustomerFields;
  readonly onChange: (patch: Partial<CustomerFields>) => void;
  readonly onLeave: (name: FieldName) => void;
  readonly errorOf: (name: FieldName) => string | null;
  readonly lockedOf?: (name: FieldName) => string | null;
  /** What the documents say of a field. */
  readonly toldOf?: (name: FieldName) => Told;
  readonly now: number;
  readonly autoFocus?: boolean;
};

/** The individual form: person, document, address. */
export function CustomerForm(props: CustomerFormProps): ReactElement {
  return (
    <div className={c('form')}>
      <Part title={t('Person')}><Person {...props} /></Part>
      <Part title={t('Document')}><IdDocument {...props} /></Part>
      <Part title={t('Address')} note={t('optional')}><Address {...props} /></Part>
    </div>
  );
}

function Part({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className={c('part')}>
      <h2 className={c('title')}>{title}{note ? <span className={c('note')}> {note}</span> : null}</h2>
      {children}
    </section>
  );
}

type TextProps = CustomerFormProps & { readonly name: FieldName; readonly more?: Omit<Partial<TextFieldProps>, 'name' | 'value' | 'onChange'> };

/** What every field of the form has in common. */
function base({ fields, onLeave, errorOf, lockedOf, toldOf }: CustomerFormProps, name: FieldName) {
  const told = toldOf?.(name);
  return { id: fieldId(name), label: fieldLabel(name, fields.idType), error: errorOf(name), locked: lockedOf?.(name) ?? null, good: told?.good ?? null, doubt: told?.doubt ?? null, onBlur: () => onLeave(name) };
}

function Line({ name, more = {}, ...form }: TextProps): ReactElement {
  return <TextField {...base(form, name)} maxLength={200} value={form.fields[name]} onChange={(value) => form.onChange({ [name]: value })} {...more} />;
}

function Person(form: CustomerFormProps): ReactElement {
  return (
    <Fields>
      <Line {...form} name="firstName" more={form.autoFocus ? { autoFocus: true } : {}} />
      <Line {...form} name="lastName" />
      <DateField {...base(form, 'dob')} value={form.fields.dob} onChange={(dob) => form.onChange({ dob })} />
      <CountryField {...form} />
      <Line {...form} name="email" more={{ type: 'email', inputMode: 'email' }} />
      <Line {...form} name="phone" more={{ type: 'tel', inputMode: 'tel', qualifier: t('optional') }} />
    </Fields>
  );
}

function CountryField(form: CustomerFormProps): ReactElement {
  const options = useMemo((): readonly Option[] => countries().map(({ code, name }) => ({ id: code, label: name, search: code })), []);
  return (
    <Select
      {...base(form, 'country')} qualifier={t('on the document')} options={options}
      value={form.fields.country === '' ? null : form.fields.country} onChange={(country) => form.onChange({ country })}
    />
  );
}

function IdDocument(form: CustomerFormProps): ReactElement {
  const { idType, idExpiryDate } = form.fields;
  const choices: readonly Choice<IdType | 'id_card'>[] = [
    ...idTypes.map((id) => ({ id, label: idTypeLabels[id] })), { id: 'id_card', label: idTypeLabels.id_card, refused: true },
  ];
  const left = validFor(idExpiryDate, form.now);
  const locked = form.lockedOf?.('idType') ?? null;
  return (
    <div className={c('stack')}>
      {locked ? <TextField id={fieldId('idType')} label={t('Kind of document')} locked={locked} value={idTypeLabels[idType]} onChange={() => undefined} /> : (
        <div className={c('kinds')}>
          <RadioCards
            {...base(form, 'idType')} label={t('Kind of document')} choices={choices} value={idType} hint={t('Blaaiz refuses national ID cards for individuals.')}
            onChange={(next) => { if (next !== 'id_card') form.onChange({ idType: next }); }}
          />
        </div>
      )}
      <Fields>
        <Line {...form} name="idNumber" more={{ mono: true }} />
        <DateField
          {...base(form, 'idExpiryDate')} {...(idType === 'passport' ? {} : { qualifier: t('if it does') })} value={idExpiryDate}
          good={left && !form.lockedOf?.('idExpiryDate') ? t('In {time}', { time: left }) : null} onChange={(next) => form.onChange({ idExpiryDate: next })}
        />
        <DateField {...base(form, 'idIssueDate')} qualifier={t('optional')} value={form.fields.idIssueDate} onChange={(idIssueDate) => form.onChange({ idIssueDate })} />
      </Fields>
    </div>
  );
}

function Address(form: CustomerFormProps): ReactElement {
  return (
    <Fields>
      <Line {...form} name="street" />
      <Line {...form} name="city" />
      <Line {...form} name="zipCode" />
      <Line {...form} name="state" />
      <TaxNumber {...form} />
    </Fields>
  );
}

/** What the country calls its tax or personal number is asked of main, not known here. */
function TaxNumber(form: CustomerFormProps): ReactElement {
  const { country } = form.fields;
  const { data } = useCall('customers.idLabel', { country }, { enabled: country.length === 2, staleTime: Infinity });
  return <Line {...form} name="tin" more={data ? { label: data.label } : {}} />;
}
