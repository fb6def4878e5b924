/** A clock tests move by hand. */
export interface Clock {
  now: () => number;
  forward: (by: { readonly minutes?: number; readonly days?: number }) => void;
}

export function createClock(start = Date.parse('2026-03-02T08:00:00.000Z')): Clock {
  let ms = start;
  return {
    now: () => ms,
    forward: ({ minutes = 0, days = 0 }) => {
      ms += minutes * 60_000 + days * 86_400_000;
    },
  };
}
