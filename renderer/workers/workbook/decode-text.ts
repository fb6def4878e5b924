/** Bytes of a .csv or HTML table to text: UTF-8, UTF-16 with its mark, or GB18030 as Chinese Excel saves it. */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16';
}

const broken = /\uFFFD/g;
// Control characters other than white space never stand in a table.
const isBinary = (text: string): boolean => {
  const head = text.slice(0, 20_000);
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) return true;
  }
  return false;
};

/** UTF-16 without its mark: commas, digits and line breaks have a zero behind them, and nothing has one before. */
function hasZeroBetween(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4000);
  const behind = head.filter((byte, i) => byte === 0 && i % 2 === 1).length;
  const before = head.filter((byte, i) => byte === 0 && i % 2 === 0).length;
  return behind * 20 > head.length && before === 0;
}

/** null when the bytes are no text in any of these encodings. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return checked(bytes, 'utf-16le', 'utf-16', 0.001);
  if (first === 0xfe && second === 0xff) return checked(bytes, 'utf-16be', 'utf-16', 0.001);
  if (hasZeroBetween(bytes)) return checked(bytes, 'utf-16le', 'utf-16', 0.001);
  // One broken character at the very end is a file cut short, not another encoding.
  return checked(bytes, 'utf-8', 'utf-8', 0) ?? checked(bytes, 'gb18030', 'gb18030', 0.002);
}

function checked(
  bytes: Uint8Array,
  label: string,
  encoding: DecodedText['encoding'],
  tolerance: number,
): DecodedText | null {
  const text = new TextDecoder(label).decode(bytes);
  const wrong = text.slice(0, -1).match(broken)?.length ?? 0;
  return wrong > text.length * tolerance || isBinary(text) ? null : { text, encoding };
}
