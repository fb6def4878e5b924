import { useCallback, useEffect, useState } from 'react';

export interface Rotation {
  readonly at: number;
  readonly isPaused: boolean;
  readonly go: (step: 1 | -1) => void;
  readonly togglePause: () => void;
}

/** One scene after the other, each for its time; going on by hand gives the new one its whole time. */
export function useRotation(count: number, seconds: number): Rotation {
  const [place, setPlace] = useState(0);
  const [isPaused, setPaused] = useState(false);
  const go = useCallback((step: 1 | -1) => setPlace((now) => (now + step + count) % count), [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scene begins a new wait.
  useEffect(() => {
    if (isPaused || count < 2) return;
    const timer = setTimeout(() => go(1), seconds * 1000);
    return () => clearTimeout(timer);
  }, [place, isPaused, count, seconds, go]);
  return { at: place % count, isPaused, go, togglePause: () => setPaused((now) => !now) };
}
