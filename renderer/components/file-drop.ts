import { useEffect, useRef, useState, type DragEvent } from 'react';
import { filesIn } from '../capture/sources.ts';

/** What a place that takes files is given: the files, as many as came. */
type Take = (files: readonly File[]) => void;

/** What is dropped anywhere on a place; leaving for a child inside is not leaving. `over` tells that it would be taken now. */
export function useFileDrop(frozen: boolean, take: Take) {
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const on = {
    onDragOver: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = frozen ? 'none' : 'copy';
      setOver(!frozen);
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget;
      if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (carries(event)) take(filesIn(event.dataTransfer));
    },
  };
  useEffect(() => {
    // A file dropped beside the place would otherwise be opened in place of the app.
    const keepPage = (event: globalThis.DragEvent) => event.preventDefault();
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, []);
  return { over, on };
}

/** A picture or PDF pasted anywhere on the screen; text stays with the field it is pasted into, and a dialog keeps the page from it. */
export function useFilePaste(frozen: boolean, take: Take): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(input|textarea)$/i.test(event.target.tagName);
      const files = filesIn(event.clipboardData, typing);
      if (frozen || files.length === 0 || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [frozen]);
}
