/**
 * Strike-through and colours of an .xls (BIFF8). The reader library drops them, so the records FONT, XF, PALETTE
 * and the cell records are walked here; other versions simply have no marks.
 */
import { meaningfulColor, paletteColor } from './color-palette';
import type { CellMarks, MarksBySheet } from './xlsx-styles';

const record = {
  bof: 0x0809,
  font: 0x0031,
  xf: 0x00e0,
  palette: 0x0092,
  boundSheet: 0x0085,
  eof: 0x000a,
} as const;
/** Records of one cell begin with row, column, style; those of several hold a run of styles. */
const singleCells = new Set([0x0203, 0x00fd, 0x0204, 0x027e, 0x0006, 0x0205, 0x00d6]);
const mulRk = 0x00bd;

interface BiffRecord {
  readonly type: number;
  readonly at: number;
  readonly length: number;
}

interface Look {
  readonly fonts: readonly { readonly isStruck: boolean; readonly color: number }[];
  readonly styles: readonly { readonly font: number; readonly fill: number | null }[];
  readonly palette: ReadonlyMap<number, string>;
  readonly sheets: readonly { readonly name: string; readonly at: number }[];
}

/** @param stream the Workbook stream of the container */
export function readXlsMarks(stream: Uint8Array): MarksBySheet {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.byteLength < 8 || view.getUint16(4, true) !== 0x0600) return new Map();
  const look = readLook(view);
  const marks = look.styles.map((style) => marksOf(style, look));
  if (marks.every((mark) => mark === null)) return new Map();
  return new Map(look.sheets.map(({ name, at }) => [name, readSheet(view, at, marks)]));
}

/** Records from `at` to the end of their substream. */
function* recordsFrom(view: DataView, at: number): Generator<BiffRecord> {
  let position = at;
  while (position + 4 <= view.byteLength) {
    const [type, length] = [view.getUint16(position, true), view.getUint16(position + 2, true)];
    if (position + 4 + length > view.byteLength) return;
    yield { type, at: position + 4, length };
    if (type === record.eof) return;
    position += 4 + length;
  }
}

function readLook(view: DataView): Look {
  const fonts: Look['fonts'][number][] = [];
  const styles: Look['styles'][number][] = [];
  const palette = new Map<number, string>();
  const sheets: Look['sheets'][number][] = [];
  for (const { type, at, length } of recordsFrom(view, 0)) {
    if (type === record.font)
      fonts.push({
        isStruck: (view.getUint16(at + 2, true) & 0x08) !== 0,
        color: view.getUint16(at + 4, true),
      });
    if (type === record.xf) styles.push({ font: view.getUint16(at, true), fill: fillOf(view, at, length) });
    if (type === record.palette) readPalette(view, at, palette);
    if (type === record.boundSheet) sheets.push({ name: sheetName(view, at), at: view.getUint32(at, true) });
  }
  return { fonts, styles, palette, sheets };
}

/** Colour number of a solid fill. */
function fillOf(view: DataView, at: number, length: number): number | null {
  if (length < 20) return null;
  const pattern = view.getUint32(at + 14, true) >>> 26;
  return pattern === 1 ? view.getUint16(at + 18, true) & 0x7f : null;
}

function readPalette(view: DataView, at: number, palette: Map<number, string>): void {
  const count = view.getUint16(at, true);
  for (let i = 0; i < count; i++) {
    const rgb = [0, 1, 2].map((byte) =>
      view
        .getUint8(at + 2 + i * 4 + byte)
        .toString(16)
        .padStart(2, '0'),
    );
    palette.set(i + 8, rgb.join('').toUpperCase());
  }
}

/** Position, two flag bytes, then a string of one- or two-byte characters. */
function sheetName(view: DataView, at: number): string {
  const [count, isWide] = [view.getUint8(at + 6), (view.getUint8(at + 7) & 1) === 1];
  const codes = Array.from({ length: count }, (_, i) =>
    isWide ? view.getUint16(at + 8 + i * 2, true) : view.getUint8(at + 8 + i),
  );
  return String.fromCharCode(...codes);
}

function marksOf(style: Look['styles'][number], look: Look): CellMarks | null {
  // There is no font number 4: numbers above it are one too high.
  const font = look.fonts[style.font > 4 ? style.font - 1 : style.font];
  const colorAt = (index: number): string | null =>
    meaningfulColor(look.palette.get(index) ?? paletteColor(index));
  const fontColor = font ? colorAt(font.color) : null;
  const fillColor = style.fill === null ? null : colorAt(style.fill);
  if (!font?.isStruck && fontColor === null && fillColor === null) return null;
  return {
    ...(font?.isStruck ? { isStruck: true } : {}),
    ...(fontColor === null ? {} : { fontColor }),
    ...(fillColor === null ? {} : { fillColor }),
  };
}

function readSheet(
  view: DataView,
  start: number,
  marks: readonly (CellMarks | null)[],
): Map<string, CellMarks> {
  const found = new Map<string, CellMarks>();
  const put = (row: number, column: number, style: number): void => {
    const mark = marks[style];
    if (mark) found.set(`${columnName(column)}${row + 1}`, mark);
  };
  for (const { type, at, length } of recordsFrom(view, start)) {
    if (!singleCells.has(type) && type !== mulRk) continue;
    const [row, column] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const count = type === mulRk ? Math.floor((length - 6) / 6) : 1;
    for (let i = 0; i < count; i++) put(row, column + i, view.getUint16(at + 4 + i * 6, true));
  }
  return found;
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
