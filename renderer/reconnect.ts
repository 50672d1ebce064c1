import type { QueryClient } from '@tanstack/react-query';

/** Asks again what could not be answered while the provider was out of reach, for as long as the app runs; gives the way to stop. Only
 *  questions: nothing that sends is repeated. */
export function followReconnect(client: QueryClient): () => void {
  let online = true;
  return window.bursar.on.state(({ connection }) => {
    const back = connection.online && !online;
    online = connection.online;
    if (back) void client.refetchQueries({ type: 'active', predicate: (query) => query.state.status === 'error' });
  });
}
