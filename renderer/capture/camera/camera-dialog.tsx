import { Camera, CircleCheck, TriangleAlert } from 'lucide-react';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import { slotLabel } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { Progress } from '../../components/progress.tsx';
import { Select } from '../../components/select.tsx';
import { Switch } from '../../components/toggles.tsx';
import { t } from '../../text.ts';
import type { Wanted } from '../preflight/port.ts';
import { adviceWords } from './advice-words.ts';
import { CameraStage } from './camera-stage.tsx';
import type { Media, OpenCamera } from './camera.ts';
import css from './camera.module.css';
import type { readLive } from './live.ts';
import { useCamera, type CameraState } from './use-camera.ts';
import { useShutter, type Sight } from './use-shutter.ts';

const c = names(css);

/** A picture that was taken. */
export type Shot = { readonly name: string; readonly bytes: Uint8Array };

/** Props of {@link CameraDialog}; `media` and `read` are the browser's own unless a test gives others. */
export type CameraDialogProps = {
  readonly open: boolean;
  readonly wanted: Wanted;
  readonly onShot: (shot: Shot) => void;
  readonly onClose: () => void;
  readonly media?: Media;
  readonly read?: typeof readLive;
};

/** Photographs a document: a live picture with a frame that follows it, what stands in the way of a good picture, and a shutter that works by itself. */
export function CameraDialog(props: CameraDialogProps): ReactElement {
  const { open, wanted, onClose } = props;
  const face = wanted.slot === 'liveness_check';
  return (
    <Dialog
      open={open} onClose={onClose} stays width="wide" title={t('Photograph: {what}', { what: slotLabel(wanted.slot, wanted.idType).toLowerCase() })}
      subtitle={face ? t('Look straight into the camera, without hat or sunglasses, alone in the picture.') : t('Lay it flat on a plain, dark ground, away from lamps.')}
    >
      {open ? <Inside {...props} face={face} /> : null}
    </Dialog>
  );
}

function Inside({ wanted, onShot, onClose, media, read, face }: CameraDialogProps & { readonly face: boolean }): ReactElement {
  const cameras = useCamera(media);
  const [byItself, setByItself] = useState(true);
  const { shoot, busy, error } = useShot(cameras.camera, onShot);
  const sight = useShutter(cameras.camera, wanted, () => { if (byItself && !face) void shoot(); }, read);
  return (
    <div className={c('inside')}>
      <ErrorBanner error={cameras.error ?? error} actions={cameras.error ? <Button onPress={cameras.tryAgain}>{t('Try again')}</Button> : null} />
      {cameras.error ? null : <CameraStage camera={cameras.camera} sight={sight} face={face} />}
      {cameras.camera ? <AdviceLine sight={sight} face={face} byHand={face || !byItself} /> : null}
      <div className={c('controls')}>
        <Choices cameras={cameras} byItself={face || cameras.camera === null ? null : byItself} onByItself={setByItself} />
        <Button kind="quiet" onPress={onClose}>{t('Close')}</Button>
        <Button kind="primary" icon={Camera} busy={busy} autoFocus notYet={cameras.camera ? null : t('The camera is not open yet.')} onPress={() => void shoot()}>{t('Take picture')}</Button>
      </div>
    </div>
  );
}

type Shooting = { readonly shoot: () => Promise<void>; readonly busy: boolean; readonly error: AppError | null };

/** One picture at a time, whether a person or the shutter asks. */
function useShot(camera: OpenCamera | null, onShot: (shot: Shot) => void): Shooting {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const working = useRef(false);
  const shoot = useCallback(async () => {
    if (!camera || working.current) return;
    working.current = true;
    setBusy(true);
    setError(null);
    const shot = await camera.shoot();
    working.current = false;
    setBusy(false);
    if (shot.ok) onShot(shot.value);
    else setError(shot.error);
  }, [camera, onShot]);
  return { shoot, busy, error };
}

function Choices({ cameras, byItself, onByItself }: { readonly cameras: CameraState; readonly byItself: boolean | null; readonly onByItself: (on: boolean) => void }): ReactElement {
  const { camera, cameras: all, choose } = cameras;
  const [lit, setLit] = useState(false);
  const light = (on: boolean) => { void camera?.torch?.set(on).then(() => setLit(on), () => setLit(false)); };
  return (
    <div className={c('choices')}>
      {all.length > 1 ? <Select label={t('Camera')} hideLabel value={camera?.id ?? null} options={all} onChange={choose} /> : null}
      {byItself === null ? null : <span className={c('choice')}><Switch label={t('Take the picture by itself')} on={byItself} onChange={onByItself} /><span aria-hidden>{t('By itself')}</span></span>}
      {camera?.torch ? <span className={c('choice')}><Switch label={t('Lamp of the camera')} on={lit} onChange={light} /><span aria-hidden>{t('Lamp')}</span></span> : null}
    </div>
  );
}

/** What to do now, and the figures behind it. */
function AdviceLine({ sight, face, byHand }: { readonly sight: Sight | null; readonly face: boolean; readonly byHand: boolean }): ReactElement {
  const ready = sight?.advice === 'ready';
  const Icon = ready ? CircleCheck : TriangleAlert;
  return (
    <div className={c('line')}>
      <p className={c('advice', ready && 'good')} role="status">
        <Icon size={16} strokeWidth={2} aria-hidden />
        {sight ? adviceWords(sight.advice, byHand) : t('Looking.')}
      </p>
      {ready && !byHand ? <div className={c('hold')}><Progress label={t('Held still')} value={sight.held} /></div> : null}
      {sight ? <Figures sight={sight} face={face} /> : null}
    </div>
  );
}

function Figures({ sight: { reading }, face }: { readonly sight: Sight; readonly face: boolean }): ReactElement {
  return (
    <dl className={c('figures')} aria-hidden>
      <div><dt>{t('Sharp')}</dt><dd>{Math.round(reading.sharpness)}</dd></div>
      {face ? null : <div><dt>{t('Glare')}</dt><dd>{`${(reading.glare * 100).toFixed(1)}%`}</dd></div>}
      {reading.dpi === null || face ? null : <div><dt>{t('Dots an inch')}</dt><dd>{Math.round(reading.dpi)}</dd></div>}
    </dl>
  );
}
