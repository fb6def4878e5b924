/** ULID-shaped ids: 48 bits of time, 80 random bits, Crockford base 32; sortable by creation. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type NewId = () => string;
/** Current instant as an ISO string in UTC. */
export type Now = () => string;

/** @param randomBytes fills the given array; crypto.getRandomValues in production, seeded in tests. */
export function createIdGenerator(
  nowMs: () => number,
  randomBytes: (into: Uint8Array<ArrayBuffer>) => void,
): NewId {
  const bytes = new Uint8Array(16);
  return () => {
    let time = nowMs();
    let head = '';
    for (let i = 0; i < 10; i++) {
      head = (alphabet[time % 32] ?? '0') + head;
      time = Math.floor(time / 32);
    }
    randomBytes(bytes);
    return head + Array.from(bytes, (byte) => alphabet[byte % 32]).join('');
  };
}
