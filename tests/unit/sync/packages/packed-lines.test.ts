import { createGzip } from 'node:zlib';
import { packLines, unpackLines } from '@shared/sync/packages/packed-lines';
import { describe, expect, it } from 'vitest';

const mb = 1024 * 1024;

/** So many megabytes of zeros, packed: about a thousandth of that. */
async function bombOf(megabytes: number): Promise<Uint8Array> {
  const gzip = createGzip({ level: 1 });
  const parts: Buffer[] = [];
  const whole = new Promise((resolve) =>
    gzip.on('data', (part: Buffer) => parts.push(part)).on('end', resolve),
  );
  const zeros = Buffer.alloc(mb);
  for (let i = 0; i < megabytes; i++)
    if (!gzip.write(zeros)) await new Promise((resolve) => gzip.once('drain', resolve));
  gzip.end();
  await whole;
  return Buffer.concat(parts);
}

describe('packed lines', () => {
  it('come back as they were, however many slices they take', () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => ({ i, text: `${(i * 7919) % 100_003}行` }));
    const packed = packLines(lines);
    expect(packed.length).toBeGreaterThan(3 * 64 * 1024);
    expect(unpackLines(packed)).toEqual(lines);
    expect(unpackLines(packed.subarray(0, -20))).toBeNull();
    expect(unpackLines(packLines([]))).toEqual([]);
  });

  it('that unpack to more than they may are given up long before all of it is in memory', async () => {
    const bomb = await bombOf(320);
    expect(bomb.length).toBeLessThan(4 * mb);
    const before = process.resourceUsage().maxRSS;
    expect(unpackLines(bomb, mb)).toBeNull();
    // In kilobytes.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(400 * 1024);
  }, 60_000);
});
