/** User names as they are compared: typed with a Chinese keyboard, letters and digits may come in full width. */
export const normalizeUserName = (typed: string): string => typed.normalize('NFKC').trim();
