/** What a file really is, by its first bytes; its name proves nothing. */

export type FileFormat = 'zip' | 'ole' | 'biff' | 'text' | 'empty' | 'other';

export interface SniffedFile {
  readonly format: FileFormat;
  /** In words, when it is surely something else. */
  readonly looksLike: string | null;
}

const others: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF 文件'],
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
  [[0x47, 0x49, 0x46, 0x38], '图片'],
  [[0x42, 0x4d], '图片'],
  [[0x52, 0x61, 0x72, 0x21], '压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '压缩包'],
  [[0x1f, 0x8b], '压缩包'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'Word 文档'],
  [[0x4d, 0x5a], '程序文件'],
  [[0x7f, 0x45, 0x4c, 0x46], '程序文件'],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

const found = (format: FileFormat): SniffedFile => ({ format, looksLike: null });

export function sniffFormat(bytes: Uint8Array): SniffedFile {
  if (bytes.length === 0 || bytes.subarray(0, 4096).every((byte) => byte <= 0x20)) return found('empty');
  if (startsWith(bytes, [0x50, 0x4b])) return found('zip');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return found('ole');
  // Excel 2–4 files are a bare record stream that begins with BOF.
  if (bytes[0] === 0x09 && [0, 2, 4].includes(bytes[1] ?? -1) && [4, 6].includes(bytes[2] ?? -1))
    return found('biff');
  const other = others.find(([signature]) => startsWith(bytes, signature));
  return other ? { format: 'other', looksLike: other[1] } : found('text');
}
