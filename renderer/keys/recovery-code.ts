/**
 * The recovery code on the sheet (恢复单): 145 random bits as six groups of five, the last letter a check. No letter that
 * a handwriting confuses with another; what people type instead is understood.
 */
import { sha256 } from '@shared/lib/sha256';
import type { Bytes } from './sealer';

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digitCount = 29;
const groupLength = 5;

/** A new code, as bytes to wrap with and as printed. */
export function drawCode(): { readonly code: Bytes; readonly text: string } {
  const digits = drawDigits(digitCount);
  return { code: bytesOf(digits), text: printed(digits) };
}

/** A name nobody guesses, of letters from the same alphabet. */
export const drawName = (length: number): string =>
  drawDigits(length)
    .map((digit) => alphabet[digit])
    .join('');

const drawDigits = (count: number): number[] =>
  [...crypto.getRandomValues(new Uint8Array(count))].map((byte) => byte % 32);

/** null = mistyped: too short, too long, or the check letter does not fit. */
export function readCode(typed: string): Bytes | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_.·]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const digits = [...plain].map((letter) => alphabet.indexOf(letter));
  if (digits.length !== digitCount + 1 || digits.includes(-1)) return null;
  const own = digits.slice(0, digitCount);
  return digits[digitCount] === checkOf(own) ? bytesOf(own) : null;
}

function printed(digits: readonly number[]): string {
  const letters = [...digits, checkOf(digits)].map((digit) => alphabet[digit]).join('');
  const groups: string[] = [];
  for (let start = 0; start < letters.length; start += groupLength)
    groups.push(letters.slice(start, start + groupLength));
  return groups.join('-');
}

const checkOf = (digits: readonly number[]): number =>
  Number.parseInt(sha256(new Uint8Array(digits)).slice(0, 2), 16) % 32;

/** One byte per digit: it is derived from, never counted with. */
const bytesOf = (digits: readonly number[]): Bytes => new Uint8Array(digits);
