/** JSON values as compressed text, one per line: never one huge text, and never more memory than a limit. */
import { concatBytes } from '@noble/hashes/utils.js';
import { Gunzip, gzipSync, strFromU8, strToU8 } from 'fflate';

/** Larger than any register; what unpacks to more is not ours. */
const maxUnpackedBytes = 512 * 1024 * 1024;
const lineFeed = 10;
/** Unpacks to 64 MB at most: deflate makes nothing more than a thousand times smaller. */
const sliceBytes = 64 * 1024;

export const packLines = (lines: readonly unknown[]): Uint8Array =>
  gzipSync(concatBytes(...lines.map((line) => strToU8(`${JSON.stringify(line)}\n`))), { mtime: 0 });

/**
 * @param most bytes it may unpack to
 * @returns null when it is not what `packLines` makes
 */
export function unpackLines(packed: Uint8Array, most = maxUnpackedBytes): unknown[] | null {
  const lines: unknown[] = [];
  try {
    for (const step of unpackInSteps(packed, most)) if (step.kind === 'line') lines.push(step.line);
    return lines;
  } catch {
    return null;
  }
}

/** A slice is unpacked, or the next line is there. */
type UnpackStep = { readonly kind: 'slice' } | { readonly kind: 'line'; readonly line: unknown };

/**
 * The same in steps, between which whoever reads may do something else.
 * @throws when it is not what `packLines` makes
 */
export function* unpackInSteps(packed: Uint8Array, most = maxUnpackedBytes): Generator<UnpackStep> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const gunzip = new Gunzip((part) => {
    size += part.length;
    if (size > most) throw new Error('unpacks to more than a register');
    parts.push(part);
  });
  // In slices: of one whole push nothing is handed out before all of it is unpacked, however much that is.
  for (let start = 0; start < packed.length; start += sliceBytes) {
    const end = start + sliceBytes;
    gunzip.push(packed.subarray(start, end), end >= packed.length);
    yield { kind: 'slice' };
  }
  const text = concatBytes(...parts);
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(lineFeed, start);
    if (end < 0) throw new Error('the last line is cut');
    yield { kind: 'line', line: JSON.parse(strFromU8(text.subarray(start, end))) };
    start = end + 1;
  }
}
