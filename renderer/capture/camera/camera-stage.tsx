import { useEffect, useRef, type ReactElement } from 'react';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import type { OpenCamera } from './camera.ts';
import css from './camera.module.css';
import type { Sight } from './use-shutter.ts';

const c = names(css);

/** Props of {@link CameraStage}; `face` shows an oval and mirrors the picture, as people expect of their own face. */
export type CameraStageProps = { readonly camera: OpenCamera | null; readonly sight: Sight | null; readonly face: boolean };

/** The live picture, and the frame that follows the document. */
export function CameraStage({ camera, sight, face }: CameraStageProps): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element || !camera) return;
    element.srcObject = camera.stream;
    return () => { element.srcObject = null; };
  }, [camera]);
  return (
    <div className={c('stage')}>
      <div className={c('picture', face && 'mirrored')} style={{ aspectRatio: String(shapeOf(camera)) }}>
        <video ref={video} className={c('video')} autoPlay muted playsInline aria-label={t('Live picture of the camera')} />
        {face ? <div className={c('oval')} aria-hidden /> : <Follower sight={sight} />}
      </div>
      {camera ? null : <p className={c('starting')} role="status">{t('The camera is starting.')}</p>}
    </div>
  );
}

function shapeOf(camera: OpenCamera | null): number {
  const { width, height } = camera?.track.getSettings() ?? {};
  return width && height ? width / height : 16 / 9;
}

/** The edge of the found document, green when nothing stands in the way. */
function Follower({ sight }: { readonly sight: Sight | null }): ReactElement | null {
  const area = sight?.reading.area;
  if (!sight || !area) return null;
  const points = area.map(({ x, y }) => `${x * 100},${y * 100}`).join(' ');
  const ready = sight.advice === 'ready';
  return (
    <svg className={c('follower')} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
      <polygon points={points} className={c('halo')} />
      <polygon points={points} className={c('edge', ready && 'ready')} />
    </svg>
  );
}
