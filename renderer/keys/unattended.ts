/** A screen that is meant to be on without anybody touching it is not locked for that; it is when somebody leaves it. */
let isOn = false;
let owed: (() => void) | null = null;

export const isUnattended = (): boolean => isOn;

/** @returns ends it, and does what had to wait */
export function beginUnattended(): () => void {
  isOn = true;
  return () => {
    isOn = false;
    owed?.();
    owed = null;
  };
}

/** Now, or when the screen is left. */
export function whenAttended(run: () => void): void {
  if (isOn) owed = run;
  else run();
}
