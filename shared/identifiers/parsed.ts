/** What every identifier parser returns: a value that may be stored, or the reasons why there is none. */
import { toHalfWidth } from '@shared/lib/text';
import type { Problem } from '@shared/problems/problem';

export interface Parsed<T> {
  /** null = nothing usable: blank (then without problems) or wrong (then with at least one). */
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

export const nothing: Parsed<never> = { value: null, problems: [] };
export const refused = (...problems: readonly Problem[]): Parsed<never> => ({ value: null, problems });
export const accepted = <T>(value: T, problems: readonly Problem[] = []): Parsed<T> => ({ value, problems });

/** Half-width, upper case, without spaces, hyphens, dashes and the apostrophe that keeps a cell text in Excel. */
export const normalizeCode = (text: string): string =>
  toHalfWidth(text)
    .toUpperCase()
    .replace(/[\s\-‐-―−']/g, '');

/** Scientific notation, as a spreadsheet shows a long number: 9.13E+17. A code with an inner E is not meant. */
export const isScientific = (code: string): boolean => /^\d(\.\d+)?E\+?\d{1,2}$/.test(code);

/** More digits than the 15 a spreadsheet number keeps; the rest was replaced with zeros. */
export const isTruncatedNumber = (digits: string): boolean => /^\d{15}0+$/.test(digits);
