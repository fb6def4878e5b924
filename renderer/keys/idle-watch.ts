/** Tells when nobody has touched this computer for a while. Signs of life that programs make do not count. */

export interface IdleWatch {
  /** Somebody is working in another window. */
  readonly alive: () => void;
  readonly stop: () => void;
}

export interface IdleOptions {
  readonly idleMs: number;
  readonly nowMs: () => number;
  /** At most once per interval below: somebody is here. */
  readonly onAlive: () => void;
  /** The last minute has begun (`true`), or somebody came back in it (`false`). */
  readonly onWarn: (isLastMinute: boolean) => void;
  readonly onIdle: () => void;
}

const lookEveryMs = 5000;
const tellEveryMs = 10_000;
const warnedMs = 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

export function watchIdle({ idleMs, nowMs, onAlive, onWarn, onIdle }: IdleOptions): IdleWatch {
  let lastMs = nowMs();
  let toldMs = 0;
  let isWarned = false;
  const alive = () => {
    lastMs = nowMs();
    if (isWarned) onWarn(false);
    isWarned = false;
  };
  const sign = (event: Event) => {
    if (!event.isTrusted) return;
    alive();
    if (Math.abs(lastMs - toldMs) < tellEveryMs) return;
    toldMs = lastMs;
    onAlive();
  };
  const timer = setInterval(() => {
    const idle = nowMs() - lastMs;
    // A clock that was put back says nothing about how long nobody was here: count anew.
    if (idle < 0) lastMs = nowMs();
    if (idle >= idleMs) onIdle();
    else if (!isWarned && idle >= idleMs - warnedMs) {
      isWarned = true;
      onWarn(true);
    }
  }, lookEveryMs);
  for (const kind of signs) window.addEventListener(kind, sign, { capture: true, passive: true });
  return {
    alive,
    stop() {
      clearInterval(timer);
      if (isWarned) onWarn(false);
      for (const kind of signs) window.removeEventListener(kind, sign, { capture: true });
    },
  };
}
