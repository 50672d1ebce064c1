import { appError } from '../../preload/contract/errors.ts';
import { change, changeDocument, type Context } from './context.ts';

const stoppedByClosing = appError('cancelled', 'Stopped when Bursar closed.', { fix: 'Nothing is lost. Press Continue to go on.' });

/** After a start: what was being submitted stands still until a person continues it. Gives how many there were. */
export function recover(context: Context): number {
  const left = context.customers.inStates(['submitting'], Number.MAX_SAFE_INTEGER).filter(({ id }) => !context.runs.has(id));
  for (const { id } of left) {
    context.store.transaction(() => {
      for (const document of context.documents.list(id)) {
        if (document.state === 'uploading') changeDocument(context, document, { state: 'cut', problem: stoppedByClosing.message, fileId: null });
      }
      change(context, id, { state: 'cut', problem: stoppedByClosing }, [{ source: 'bursar', what: 'Stopped', detail: stoppedByClosing.message, state: 'cut' }]);
    });
  }
  return left.length;
}
