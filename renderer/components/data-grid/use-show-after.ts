/**
 * What Enter leads to is shown when the value is saved. The typed text stays in its cell until then, instead of giving way
 * to the old value for a moment; and the page paints one frame instead of two, the first of which held up the answer of the
 * journal (docs/benchmarks.md, desktop.save).
 */
import { useCallback, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';

/** Shows something once the promise is settled; null = at once. */
export type ShowAfter = (saved: Promise<unknown> | null, show: () => void) => void;

/** A slow disk must not make the table feel slow: by then it goes on, and the value follows. */
const longestMs = 100;
/** Whatever the person does next finds the table as she expects it. */
const touches = ['keydown', 'pointerdown', 'compositionstart', 'focusout'] as const;

export function useShowAfter(): ShowAfter {
  const waiting = useRef<(() => void) | null>(null);
  const showNow = useCallback(() => {
    const show = waiting.current;
    waiting.current = null;
    if (show !== null) flushSync(show);
  }, []);
  useLayoutEffect(() => {
    // Before anything else hears of it, React included.
    for (const touch of touches) document.addEventListener(touch, showNow, true);
    return () => {
      waiting.current = null;
      for (const touch of touches) document.removeEventListener(touch, showNow, true);
    };
  }, [showNow]);
  return useCallback<ShowAfter>(
    (saved, show) => {
      if (saved === null) return show();
      waiting.current = show;
      const showThis = () => {
        if (waiting.current === show) showNow();
      };
      setTimeout(showThis, longestMs);
      saved.then(showThis, showThis);
    },
    [showNow],
  );
}
