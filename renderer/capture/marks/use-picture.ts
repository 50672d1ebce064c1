import { useEffect, useState } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';

/** A picture as it comes: none yet, there, or why it can't be shown. */
export type Picture = { readonly bitmap: ImageBitmap | null; readonly error: AppError | null };

const none: Picture = { bitmap: null, error: null };

/** Loads a picture while its key stays the same, and gives its memory back when it is not shown any more. `key` null shows none. */
export function usePicture(key: string | null, load: () => Promise<Result<ImageBitmap, AppError>>): Picture {
  const [shown, setShown] = useState<Picture & { readonly key: string | null }>({ ...none, key: null });
  useEffect(() => {
    if (key === null) return;
    let mine: ImageBitmap | null = null;
    let gone = false;
    void load().then((loaded) => {
      if (!loaded.ok) return gone || setShown({ key, bitmap: null, error: loaded.error });
      if (gone) return loaded.value.close();
      mine = loaded.value;
      return setShown({ key, bitmap: mine, error: null });
    });
    return () => {
      gone = true;
      mine?.close();
    };
    // The key says everything that the loading depends on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  // A picture that was given back has no size any more.
  return shown.key === key && shown.bitmap?.width !== 0 ? shown : none;
}
