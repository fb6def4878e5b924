/** Sensitive values in files that leave the office (domain reference B0): readable enough to recognize, not to use. */

export const MASKED = '***';

/** 138****8000, 0551****00: the middle goes; extensions and prefixes stay countable. Too short to hide in part = hidden whole. */
export function maskPhone(phone: string): string {
  const digits = phone.trim();
  if (digits.length < 7) return MASKED;
  const tail = digits.length >= 11 ? 4 : 2;
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 3 - tail)}${digits.slice(-tail)}`;
}
