/**
 * Strike-through and colours of an .xlsx. The reader library keeps fills only, so styles.xml and the style number
 * of each cell are read here; sheets are looked at only when some style is worth it.
 */
import { meaningfulColor, paletteColor, themeColor } from './color-palette';
import type { ZipParts } from './unpack-zip';

export interface CellMarks {
  readonly isStruck?: true;
  readonly fontColor?: string;
  readonly fillColor?: string;
}
/** By sheet name, then by cell address (H41). */
export type MarksBySheet = ReadonlyMap<string, ReadonlyMap<string, CellMarks>>;

const text = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '');
const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

export function readXlsxMarks(parts: ZipParts): MarksBySheet {
  const styles = readStyles(text(parts['xl/styles.xml']));
  if (styles.size === 0) return new Map();
  const paths = sheetPaths(text(parts['xl/workbook.xml']), text(parts['xl/_rels/workbook.xml.rels']));
  return new Map([...paths].map(([name, path]) => [name, readCellMarks(text(parts[path]), styles)]));
}

const decodeEntities = (value: string): string =>
  value
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&amp;/g, '&');

function sheetPaths(workbook: string, rels: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of rels.matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target') ?? '';
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const paths = new Map<string, string>();
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const path = targets.get(/\s\w+:id="([^"]*)"/.exec(tag)?.[1] ?? '');
    if (path !== undefined) paths.set(decodeEntities(attribute(tag, 'name') ?? ''), path);
  }
  return paths;
}

/** Style numbers (cellXfs) that carry a mark. */
function readStyles(xml: string): Map<number, CellMarks> {
  const fonts = elements(section(xml, 'fonts'), 'font').map(fontMarks);
  const fills = elements(section(xml, 'fills'), 'fill').map(fillMarks);
  const found = new Map<number, CellMarks>();
  [...section(xml, 'cellXfs').matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].forEach(([tag], index) => {
    const marks = {
      ...fonts[Number(attribute(tag, 'fontId') ?? 0)],
      ...fills[Number(attribute(tag, 'fillId') ?? 0)],
    };
    if (Object.keys(marks).length > 0) found.set(index, marks);
  });
  return found;
}

const section = (xml: string, name: string): string =>
  new RegExp(`<(?:\\w+:)?${name}[\\s>][\\s\\S]*?</(?:\\w+:)?${name}>`).exec(xml)?.[0] ?? '';
const elements = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</(?:\\w+:)?${name}>)`, 'g')) ?? [];

export function fontMarks(xml: string): CellMarks {
  const strike = /<(?:\w+:)?strike(?:\s+val="([^"]*)")?\s*\/?>/.exec(xml);
  const fontColor = colorOf(/<(?:\w+:)?color\s[^>]*>/.exec(xml)?.[0] ?? null);
  return {
    ...(strike && strike[1] !== '0' && strike[1] !== 'false' ? { isStruck: true } : {}),
    ...(fontColor === null ? {} : { fontColor }),
  };
}

function fillMarks(xml: string): CellMarks {
  if (!/patternType="solid"/.test(xml)) return {};
  const fillColor = colorOf(/<(?:\w+:)?fgColor\s[^>]*>/.exec(xml)?.[0] ?? null);
  return fillColor === null ? {} : { fillColor };
}

function colorOf(tag: string | null): string | null {
  if (tag === null) return null;
  const rgb = attribute(tag, 'rgb');
  const [theme, indexed] = [attribute(tag, 'theme'), attribute(tag, 'indexed')];
  if (rgb !== null) return meaningfulColor(rgb.slice(-6));
  if (theme !== null) return meaningfulColor(themeColor(Number(theme)));
  return indexed === null ? null : meaningfulColor(paletteColor(Number(indexed)));
}

function readCellMarks(xml: string, styles: ReadonlyMap<number, CellMarks>): Map<string, CellMarks> {
  const found = new Map<string, CellMarks>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?c\s[^>]*>/g)) {
    const marks = styles.get(Number(attribute(tag, 's') ?? -1));
    const address = marks === undefined ? null : attribute(tag, 'r');
    if (marks !== undefined && address !== null) found.set(address, marks);
  }
  return found;
}
