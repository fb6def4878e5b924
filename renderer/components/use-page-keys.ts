/** Keys of one page (j, k, 1, 2 …). They rest while something is typed, a dialog is open or a menu shows. */
import { useEffect, useRef } from 'react';

export type PageKeys = Readonly<Record<string, (() => void) | undefined>>;

const isBusy = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))) ||
  document.querySelector('[role="dialog"]') !== null;

/** @param keys `KeyboardEvent.key` → what it does; undefined = nothing at the moment */
export function usePageKeys(keys: PageKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      if (isBusy(event.target)) return;
      const run = latest.current[event.key];
      // Enter on a button presses the button.
      if (run === undefined || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
