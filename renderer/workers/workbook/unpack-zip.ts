/**
 * The parts of an .xlsx that hold cells. Unpacked here and not by the reader library, whose own unpacking never
 * ends on some damaged files and trusts the sizes a file states about itself.
 */
import { unzipSync, zipSync } from 'fflate';

export type ZipParts = Readonly<Record<string, Uint8Array>>;
export interface ZipListing {
  readonly names: readonly string[];
  /** What the parts that are read add up to, by the file's own account. */
  readonly unpackedBytes: number;
}

/** Pictures, embedded files and macros hold no cells, however large they are. */
const isRead = (name: string): boolean =>
  !name.endsWith('/') &&
  !/(?:^|\/)(?:media|embeddings|printerSettings|drawings\/media)\/|vbaProject/i.test(name);

/** Looks at the list of parts only; nothing is unpacked. Throws when the list itself is damaged. */
export function listZip(bytes: Uint8Array): ZipListing {
  const names: string[] = [];
  let unpackedBytes = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      if (isRead(name)) unpackedBytes += originalSize;
      return false;
    },
  });
  return { names, unpackedBytes };
}

/** Never more than the listed sizes. Throws when a part is damaged: half a ledger must not pass for a whole one. */
export function unpackZip(bytes: Uint8Array): ZipParts {
  const parts = unzipSync(bytes, { filter: ({ name }) => isRead(name) });
  const sums = checksums(bytes);
  for (const [name, part] of Object.entries(parts)) {
    const stated = sums.get(name) ?? 0;
    if (stated !== 0 && stated !== crc32(part)) throw new Error(`damaged part ${name}`);
  }
  return parts;
}

/** The same parts without compression, which the reader library takes as they are. */
export const repackStored = (parts: ZipParts): Uint8Array => zipSync({ ...parts }, { level: 0 });

/** Checksums by name out of the list at the end of the file; some writers leave them 0. */
function checksums(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, number>();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return found;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const nameLength = view.getUint16(at + 28, true);
    const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    found.set(new TextDecoder(isUtf8 ? 'utf-8' : 'latin1').decode(name), view.getUint32(at + 16, true));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let i = 0; i < bytes.length; i++)
    value = (crcTable[(value ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
