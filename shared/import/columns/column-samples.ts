/** What the cells of a column look like, for headings that do not say it. */
import { parsePhone } from '@shared/identifiers/phone';
import { parseUscc } from '@shared/identifiers/uscc';
import type { SheetCells } from '../model';
import { looksLikeOrgName, looksLikeUnitName, parseUnitName } from '../parsers/parse-unit-name';
import { isTick, parseYesNo } from '../parsers/parse-yes-no';
import { textOf } from '../sheet-view';

const sampleSize = 60;
/** Further down than this many rows a column that is still empty is not worth a look. */
const sampleRows = 2000;

type Samples = ReadonlyMap<number, readonly string[]>;
const taken = new WeakMap<SheetCells, Map<number, Samples>>();

/** First texts of a column below the heading, empty cells left out. */
export function sampleColumn(sheet: SheetCells, firstRow: number, column: number): readonly string[] {
  const bySheet = taken.get(sheet) ?? new Map<number, Samples>();
  const samples = bySheet.get(firstRow) ?? sampleSheet(sheet, firstRow);
  taken.set(sheet, bySheet.set(firstRow, samples));
  return samples.get(column) ?? [];
}

/** All columns in one pass over the cells there are: one stray cell may make a sheet 16,384 columns wide. */
function sampleSheet(sheet: SheetCells, firstRow: number): Samples {
  const samples = new Map<number, string[]>();
  for (const row of sheet.rows.slice(firstRow - 1, firstRow - 1 + sampleRows))
    row.forEach((cell, column) => {
      if (cell === null) return;
      const texts = samples.get(column) ?? [];
      if (texts.length < sampleSize) texts.push(textOf(cell));
      samples.set(column, texts);
    });
  return samples;
}

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

export const holdsUnitNames = (texts: readonly string[]): boolean =>
  share(texts, (text) => looksLikeUnitName(parseUnitName(text).name)) >= 0.5;
export const holdsOrgNames = (texts: readonly string[]): boolean =>
  share(texts, (text) => /^中(?:共|国共产党)/.test(text) && looksLikeOrgName(text)) >= 0.5;
export const holdsUsccs = (texts: readonly string[]): boolean =>
  texts.length >= 2 && share(texts, (text) => parseUscc(text).value !== null) >= 0.5;
export const holdsPhones = (texts: readonly string[]): boolean =>
  texts.length >= 2 && share(texts, (text) => parsePhone(text).value !== null) >= 0.7;
export const holdsTicks = (texts: readonly string[]): boolean =>
  texts.length > 0 && share(texts, (text) => isTick(text) || parseYesNo(text) === false) >= 0.9;
