const order = ['bar', 'side', 'page', 'inspector'] as const;

/** F6 walks the parts of the window, Shift F6 backwards; gives the way to stop. A dialog keeps the focus it has. */
export function followRegions(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
    event.preventDefault();
    const regions = order.flatMap((name) => [...document.querySelectorAll<HTMLElement>(`[data-region="${name}"]`)]);
    // The inspector stands inside the page: the nearest region is the one the focus is in.
    const here = regions.findIndex((region) => region === document.activeElement?.closest('[data-region]'));
    const step = event.shiftKey ? -1 : 1;
    regions[(here < 0 && event.shiftKey ? regions.length - 1 : here + step + regions.length) % regions.length]?.focus();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
