import type { ReactElement } from 'react';
import { depositNetworks, depositTokens } from '../../../preload/contract/deposit.ts';
import { Fields, FieldWide } from '../../components/field.tsx';
import { Note } from '../../components/banner.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { chooseNetwork, chooseToken, kiraOf } from '../../state/kira-edits.ts';
import { t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import { networkWords } from './kira-words.ts';
import { useEditor } from './use-editor.ts';

/** With which stablecoin the payout is funded, and on which network it is sent. */
export function KiraFunding({ editor, problemOf }: EditorPart): ReactElement {
  const { network, token } = kiraOf(useEditor(editor, (state) => state.draft));
  return (
    <Fields>
      <RadioCards
        id={fieldId('kira.network')} label={t('Network')} value={network} error={problemOf('kira.network')}
        choices={depositNetworks.map((id) => ({ id, label: networkWords(id) }))} onChange={(id) => editor.change(chooseNetwork(id))}
      />
      <RadioCards
        id={fieldId('kira.token')} label={t('Token')} value={token} error={problemOf('kira.token')}
        choices={depositTokens.map((id) => ({ id, label: id }))} onChange={(id) => editor.change(chooseToken(id))}
      />
      <FieldWide>
        <Note family="move">{t('The address to send to is made for this one payout. Only this token on this network counts; anything else sent there can be lost.')}</Note>
      </FieldWide>
    </Fields>
  );
}
