import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { t } from '../../text.ts';

/** No camera is there, or none any more. */
export function noCamera(): AppError {
  return appError('camera', t('No camera was found.'), { fix: t('Plug one in, or choose a file or a scanner instead.') });
}

/** The camera went away while it was looked through. */
export function cameraGone(): AppError {
  return appError('camera', t('The camera was unplugged, or another program took it.'), { fix: t('Plug it in again and press Try again.') });
}

/** The browser's reason for not opening a camera, in words. */
export function cameraRefusal(error: unknown): AppError {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError': case 'SecurityError':
      return appError('camera', t('This computer doesn’t let Bursar use the camera.'), { fix: t('Allow Bursar in the system’s privacy settings under Camera, then press Try again.') });
    case 'NotFoundError': case 'OverconstrainedError':
      return noCamera();
    case 'NotReadableError': case 'AbortError':
      return appError('camera', t('The camera is used by another program, or does not answer.'), { fix: t('Close the other program, or plug the camera in again, and press Try again.') });
    default:
      return appError('camera', t('The camera did not start.'), { fix: t('Choose another camera, or a file or a scanner instead.') });
  }
}

/** The picture itself could not be taken. */
export function shotFailed(): AppError {
  return appError('camera', t('The picture was not taken: the camera gave none.'), { fix: t('Try once more. If it goes on, choose another camera.') });
}
