/** The screen a wall has to itself: its size, full screen, staying awake, and the pointer out of sight. */
import { useEffect, useRef, useState } from 'react';

/** Height everything on the wall is laid out for. Larger screens show the same, larger: nothing wraps differently. */
export const stageHeight = 540;
const stageWidths = { least: 800, most: 1440 } as const;

export interface Stage {
  readonly width: number;
  readonly scale: number;
}

function stageOf(width: number, height: number): Stage {
  const scale = Math.min(height / stageHeight, width / stageWidths.least);
  return { width: Math.min(stageWidths.most, width / scale), scale };
}
const stageNow = (): Stage => stageOf(window.innerWidth, window.innerHeight);

export function useStage(): Stage {
  const [stage, setStage] = useState(stageNow);
  useEffect(() => {
    const measure = () => setStage(stageNow());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return stage;
}

/** Only from a click or a key; a browser that refuses leaves the wall in its window. */
export function fillScreen(): void {
  document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => {});
}

/** Esc in full screen is the browser's: leaving full screen leaves the wall. */
export function useEndOfFullScreen(onEnd: () => void): void {
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => {
    const listen = () => {
      if (document.fullscreenElement === null) latest.current();
    };
    document.addEventListener('fullscreenchange', listen);
    return () => {
      document.removeEventListener('fullscreenchange', listen);
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => {});
    };
  }, []);
}

/** The screen does not go dark while the wall is on. Browsers let go of it whenever the page is hidden. */
export function useAwakeScreen(): void {
  useEffect(() => {
    // Missing on plain-http pages, whatever the DOM types say: there the power settings have to do it.
    const wakeLock = navigator.wakeLock as WakeLock | undefined;
    let held: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      wakeLock?.request('screen').then(
        (sentinel) => {
          if (isOver) sentinel.release().catch(() => {});
          held = sentinel;
        },
        () => {},
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', hold);
      held?.release().catch(() => {});
    };
  }, []);
}

const restMs = 4000;

/** Whether somebody stands there: true from a movement or key on until the hand has rested for a while. */
export function useSomebodyThere(): boolean {
  const [isThere, setThere] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setThere(false), restMs);
    const wake = () => {
      setThere(true);
      clearTimeout(timer);
      timer = setTimeout(() => setThere(false), restMs);
    };
    for (const kind of ['pointermove', 'pointerdown', 'keydown']) window.addEventListener(kind, wake);
    return () => {
      clearTimeout(timer);
      for (const kind of ['pointermove', 'pointerdown', 'keydown']) window.removeEventListener(kind, wake);
    };
  }, []);
  return isThere;
}
