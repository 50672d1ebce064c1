import { useState, type ReactElement } from 'react';
import { parseMoneyInput } from '../../../preload/contract/money-input.ts';
import { formatAmount } from '../../../preload/contract/money.ts';
import type { KiraDraft } from '../../../preload/contract/payouts.ts';
import { Fields } from '../../components/field.tsx';
import { Fold } from '../../components/fold.tsx';
import { moneyProblemWords } from '../../components/money-field.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { Checkbox } from '../../components/toggles.tsx';
import { kiraOf, readPercent, setMarkup } from '../../state/kira-edits.ts';
import { locale, t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './kira-editor.module.css';
import { markupWords, percentWords } from './kira-words.ts';
import { useEditor } from './use-editor.ts';

const c = names(css);
type Markup = NonNullable<KiraDraft['markup']>;
type MarkupPart = EditorPart & { readonly onFixedProblem: (problem: string | null) => void };

/** What the payer takes on top for this one payout, in place of the usual mark-up; seldom needed, so it is folded. */
export function KiraMarkup(part: MarkupPart): ReactElement {
  const { editor, onFixedProblem } = part;
  const { markup } = kiraOf(useEditor(editor, (state) => state.draft));
  const turn = (on: boolean) => {
    onFixedProblem(null);
    editor.change(setMarkup(on ? { fixedMinor: null, percent: '' } : null));
  };
  return (
    <div id={fieldId('kira.markup')} className={c('markup')}>
      <Fold title={t('Mark-up for this payout')} summary={markupWords(markup)} open={markup !== null}>
        <div className={c('own')}>
          <Checkbox label={t('Another mark-up for this payout')} note={t('In place of the usual one at Kira, as a whole. It comes out of what the payee receives.')} on={markup !== null} onChange={turn} />
          {markup ? <Parts {...part} markup={markup} /> : null}
        </div>
      </Fold>
    </div>
  );
}

function Parts({ editor, problemOf, onFixedProblem, markup }: MarkupPart & { readonly markup: Markup }): ReactElement {
  const [left, setLeft] = useState(false);
  const { problem } = readPercent(markup.percent);
  return (
    <>
      <Fields>
        <FixedField markup={markup} problemOf={problemOf} editor={editor} onFixedProblem={onFixedProblem} />
        <TextField
          id={fieldId('kira.markup.percent')} label={t('Share of the amount')} unit="%" inputMode="decimal" value={markup.percent}
          onChange={(text) => {
            setLeft(false);
            editor.change(setMarkup({ ...markup, percent: text.replace(',', '.').slice(0, 12) }));
          }}
          onBlur={() => {
            setLeft(true);
            const { plain, problem: wrong } = readPercent(markup.percent);
            if (wrong === null && plain !== markup.percent) editor.change(setMarkup({ ...markup, percent: plain }));
          }}
          error={left && problem ? percentWords(problem) : problemOf('kira.markup.percent')}
        />
      </Fields>
      <p className={c('words')} aria-live="polite">{problem || (markup.fixedMinor === null && markup.percent === '') ? null : t('This payout’s mark-up: {markup}.', { markup: markupWords(markup) })}</p>
    </>
  );
}

/** The fixed part. What can't be read as an amount is told apart: it never becomes a part of the draft. */
function FixedField({ editor, markup, problemOf, onFixedProblem }: MarkupPart & { readonly markup: Markup }): ReactElement {
  const [text, setText] = useState(markup.fixedMinor === null ? '' : formatAmount({ minor: markup.fixedMinor, currency: 'USD' }, locale()));
  const [left, setLeft] = useState(false);
  const read = readFixed(text);
  return (
    <TextField
      id={fieldId('kira.markup.fixedMinor')} label={t('Fixed part')} unit="USD" inputMode="decimal" value={text}
      onChange={(next) => {
        const { minor, problem } = readFixed(next);
        setText(next);
        setLeft(false);
        onFixedProblem(problem);
        editor.change(setMarkup({ ...markup, fixedMinor: minor }));
      }}
      onBlur={() => {
        setLeft(true);
        if (read.minor !== null) setText(formatAmount({ minor: read.minor, currency: 'USD' }, locale()));
      }}
      error={left && read.problem ? read.problem : problemOf('kira.markup.fixedMinor')}
    />
  );
}

function readFixed(text: string): { readonly minor: number | null; readonly problem: string | null } {
  if (text.trim() === '') return { minor: null, problem: null };
  const read = parseMoneyInput(text, 'USD', locale());
  if (!read.ok) return { minor: null, problem: moneyProblemWords(read.error, 'USD') };
  return read.value.minor < 0 ? { minor: null, problem: t('It can’t be less than zero.') } : { minor: read.value.minor, problem: null };
}
