import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { ok } from '../../../../preload/contract/result.ts';
import { usePicture } from '../../../../renderer/capture/marks/use-picture.ts';

const bitmap = () => ({ width: 8, height: 8, close: vi.fn() });

function Shown({ name, load }: { readonly name: string | null; readonly load: () => Promise<ReturnType<typeof ok<ImageBitmap>>> }): ReactElement {
  const { bitmap: shown } = usePicture(name, load);
  return <p>{shown ? 'shown' : 'nothing'}</p>;
}

it('gives the memory of a picture back when another comes, and when it goes', async () => {
  const [first, second] = [bitmap(), bitmap()];
  const load = (one: typeof first) => async () => ok(one as unknown as ImageBitmap);
  const view = render(<Shown name="a" load={load(first)} />);
  await screen.findByText('shown');
  view.rerender(<Shown name="b" load={load(second)} />);
  expect(first.close).toHaveBeenCalledOnce();
  await screen.findByText('shown');
  expect(second.close).not.toHaveBeenCalled();
  view.unmount();
  expect(second.close).toHaveBeenCalledOnce();
});

it('gives back one that comes too late', async () => {
  const late = bitmap();
  let come: () => void = () => undefined;
  const view = render(<Shown name="a" load={() => new Promise((resolve) => { come = () => resolve(ok(late as unknown as ImageBitmap)); })} />);
  view.unmount();
  await act(async () => come());
  expect(late.close).toHaveBeenCalledOnce();
});

it('shows nothing without a key', () => {
  const load = vi.fn(async () => ok(bitmap() as unknown as ImageBitmap));
  render(<Shown name={null} load={load} />);
  expect(load).not.toHaveBeenCalled();
  expect(screen.getByText('nothing')).toBeDefined();
});
