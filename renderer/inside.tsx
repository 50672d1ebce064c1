import { RouterProvider } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { makeRouter } from './routes.tsx';

/** Everything behind the lock. The router is made when the vault opens and goes when it locks; only the address after the `#` stays. */
export function Inside(): ReactElement {
  const [router] = useState(makeRouter);
  return <RouterProvider router={router} />;
}
