import type { Preferences } from './platform';

const prefix = 'two-new-ledger.';

/**
 * Preferences are a comfort: where storage is blocked or full they last until the page closes.
 * @param storage a function, because a blocked browser throws already at `window.localStorage`
 */
export function localPreferences(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): Preferences {
  const fallback = new Map<string, string>();
  return {
    get(key) {
      try {
        return storage().getItem(prefix + key) ?? fallback.get(key) ?? null;
      } catch {
        return fallback.get(key) ?? null;
      }
    },
    set(key, value) {
      if (value === null) fallback.delete(key);
      else fallback.set(key, value);
      try {
        if (value === null) storage().removeItem(prefix + key);
        else storage().setItem(prefix + key, value);
      } catch {
        // Kept in `fallback`.
      }
    },
  };
}
