import { Camera, CircleCheck, FolderOpen, MessageSquareText, OctagonX, Printer, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CaptureSource } from '../../../preload/contract/captures.ts';
import type { Finding, Override } from '../../../preload/contract/preflight.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { t } from '../../text.ts';
import { standing, standingOf } from './judged.ts';
import { remedyWords, verdictHead } from './verdict-words.ts';

/** Props of {@link VerdictBanner}. `source` is what the page came from; `onKeep` null where a reason is not asked for here. */
export type VerdictBannerProps = {
  readonly findings: readonly Finding[];
  readonly overrides: readonly Override[];
  readonly source: CaptureSource | null;
  readonly now: number;
  readonly frozen: boolean;
  /** A page of the tray, weighed as if it were in the slot. */
  readonly waiting: boolean;
  readonly onRetake: () => void;
  readonly onKeep: (() => void) | null;
};

/** What all checks come to, why, and what to do: use it, take it again, or keep it with a reason. What is stopped can't be kept. */
export function VerdictBanner({ findings, overrides, source, now, frozen, waiting, onRetake, onKeep }: VerdictBannerProps): ReactElement | null {
  const how = standingOf(findings, overrides);
  if (how === 'pass') return <Passed waiting={waiting} />;
  const left = standing(findings, overrides);
  const retake = frozen ? null : <Retake source={source} primary={how !== 'kept'} onRetake={onRetake} />;
  if (how === 'kept') return <Banner family="wait" icon={MessageSquareText} head={keptHead(overrides)} actions={retake}>{keptBy(overrides, now)}</Banner>;
  const [worst] = left;
  if (!worst) return null;
  const stopped = how === 'stop';
  const keep = onKeep && !frozen && left.every(({ overridable }) => overridable) ? <Button kind="quiet" onPress={onKeep}>{t('Keep, with a reason')}</Button> : null;
  return (
    <Banner family={stopped ? 'bad' : 'wait'} {...(stopped ? { icon: OctagonX } : {})} head={verdictHead(worst)} actions={retake ? <>{keep}{retake}</> : undefined}>
      {remedyWords(left)}{stopped ? ` ${t('No reason lets this go: Blaaiz would refuse it.')}` : ''}
    </Banner>
  );
}

function Passed({ waiting }: { readonly waiting: boolean }): ReactElement {
  if (waiting) return <Banner family="ok" icon={CircleCheck} head={t('This page would pass: every check is fine')}>{t('It still waits in the tray.')}</Banner>;
  return <Banner family="ok" icon={CircleCheck} head={t('Passed: every check is fine')}>{t('It can go as it is.')}</Banner>;
}

function keptHead(overrides: readonly Override[]): string {
  return t('Kept with a reason: “{reason}”', { reason: overrides.at(-1)?.reason ?? '' });
}

function keptBy(overrides: readonly Override[], now: number): string {
  const last = overrides.at(-1);
  return last ? t('{who}, {time}. It stands in the customer’s story.', { who: last.actor, time: momentOf(last.at, now) }) : '';
}

const retakeIcons: Readonly<Record<CaptureSource, LucideIcon>> = { camera: Camera, scanner: Printer, file: FolderOpen, paste: FolderOpen, folder: FolderOpen };

function Retake({ source, primary, onRetake }: { readonly source: CaptureSource | null; readonly primary: boolean; readonly onRetake: () => void }): ReactElement {
  return <Button kind={primary ? 'primary' : 'quiet'} icon={retakeIcons[source ?? 'file']} hint="retake" onPress={onRetake}>{t('Retake')}</Button>;
}
