/** What a person typed, maybe with full-width letters from a Chinese keyboard, as the code was made. */
export const normalizeCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
