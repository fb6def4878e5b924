/** ULID-shaped ids: 48 bits of time, 80 random bits, Crockford base 32; sortable by creation. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type NewId = () => string;
/** Current instant as an ISO string in UTC. */
export type Now = () => string;

/**
 * Ids of one generator sort in the order they were made, also within one millisecond or after the clock was put back:
 * then the random part counts up instead of being drawn anew.
 * @param randomBytes fills the given array; crypto.getRandomValues in production, seeded in tests.
 */
export function createIdGenerator(
  nowMs: () => number,
  randomBytes: (into: Uint8Array<ArrayBuffer>) => void,
): NewId {
  const digits = new Uint8Array(16);
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = nowMs();
    if (now > last) {
      last = now;
      randomBytes(digits);
      for (let i = 0; i < digits.length; i++) digits[i] = (digits[i] ?? 0) % 32;
    } else if (!countUp(digits)) last += 1;
    return headOf(last) + Array.from(digits, (digit) => alphabet[digit]).join('');
  };
}

function headOf(ms: number): string {
  let head = '';
  for (let i = 0, rest = ms; i < 10; i++, rest = Math.floor(rest / 32))
    head = (alphabet[rest % 32] ?? '0') + head;
  return head;
}

/** @returns false when it went round to all zeros */
function countUp(digits: Uint8Array): boolean {
  for (let i = digits.length - 1; i >= 0; i--) {
    const next = (digits[i] ?? 0) + 1;
    digits[i] = next % 32;
    if (next < 32) return true;
  }
  return false;
}
