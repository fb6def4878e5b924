import { useCallback, useEffect, useState } from 'react';

export interface Rotation {
  readonly at: number;
  readonly isPaused: boolean;
  readonly go: (step: 1 | -1) => void;
  readonly togglePause: () => void;
}

/**
 * One scene after the other, each for its time; going on by hand gives the new one its whole time. Other scenes begin with
 * the first.
 * @param scenes their names in one text, at least one
 */
export function useRotation(scenes: string, count: number, seconds: number): Rotation {
  const [turn, setTurn] = useState({ scenes, place: 0 });
  const [isPaused, setPaused] = useState(false);
  if (turn.scenes !== scenes) setTurn({ scenes, place: 0 });
  const { place } = turn;
  const go = useCallback(
    (step: 1 | -1) => setTurn((now) => ({ ...now, place: (now.place + step + count) % count })),
    [count],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scene begins a new wait.
  useEffect(() => {
    if (isPaused || count < 2) return;
    const timer = setTimeout(() => go(1), seconds * 1000);
    return () => clearTimeout(timer);
  }, [place, isPaused, count, seconds, go]);
  return { at: place % count, isPaused, go, togglePause: () => setPaused((now) => !now) };
}
