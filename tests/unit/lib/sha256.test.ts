import { createHash } from 'node:crypto';
import { sha256 } from '@shared/lib/sha256';
import { expect, it } from 'vitest';

it('equals the reference for every length around the block borders', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 256);
  for (let length = 0; length <= 300; length++) {
    const part = bytes.subarray(0, length);
    expect(sha256(part)).toBe(createHash('sha256').update(part).digest('hex'));
  }
});

it('equals the reference for a file of many blocks', () => {
  const bytes = Uint8Array.from({ length: 1_000_003 }, (_, i) => (i * 31) % 251);
  expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});
