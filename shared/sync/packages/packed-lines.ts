/** JSON values as compressed text, one per line: never one huge text, and never more memory than a limit. */
import { concatBytes } from '@noble/hashes/utils.js';
import { Gunzip, gzipSync, strFromU8, strToU8 } from 'fflate';

/** Larger than any register; what unpacks to more is not ours. */
const maxUnpackedBytes = 512 * 1024 * 1024;
const lineFeed = 10;

export const packLines = (lines: readonly unknown[]): Uint8Array =>
  gzipSync(concatBytes(...lines.map((line) => strToU8(`${JSON.stringify(line)}\n`))), { mtime: 0 });

/** @returns null when it is not what `packLines` makes */
export function unpackLines(packed: Uint8Array): unknown[] | null {
  try {
    const text = unpack(packed);
    const lines: unknown[] = [];
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf(lineFeed, start);
      if (end < 0) return null;
      lines.push(JSON.parse(strFromU8(text.subarray(start, end))));
      start = end + 1;
    }
    return lines;
  } catch {
    return null;
  }
}

function unpack(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const gunzip = new Gunzip((part) => {
    size += part.length;
    if (size > maxUnpackedBytes) throw new Error('unpacks to more than a register');
    parts.push(part);
  });
  gunzip.push(packed, true);
  return concatBytes(...parts);
}
