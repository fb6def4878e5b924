/** Text as the programs of different offices save it. */
export type TextEncoding = 'gb18030' | 'utf-8' | 'utf-8-bom' | 'utf-16le';

let table: ReadonlyMap<string, readonly number[]> | null = null;

/** The two-byte part of GB18030 turned around; Node can read the encoding but not write it. */
function gbTable(): ReadonlyMap<string, readonly number[]> {
  if (table) return table;
  const decoder = new TextDecoder('gb18030');
  const built = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) {
        const text = decoder.decode(Uint8Array.of(high, low));
        if ([...text].length === 1 && !built.has(text)) built.set(text, [high, low]);
      }
  table = built;
  return built;
}

export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'utf-16le')
    return Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : gbTable().get(character);
      if (!bytes) throw new Error(`no two-byte code for ${character}`);
      return bytes;
    }),
  );
}
