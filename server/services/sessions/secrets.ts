/** Random secrets and their digests. A secret is shown once to whom it is for; the database sees its digest only. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal. Enough for secrets of many random bits; passwords have their own slow hash. */
export const digestOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Takes equally long wherever two digests differ. */
export function isSameDigest(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
