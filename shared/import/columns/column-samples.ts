/** What the cells of a column look like, for headings that do not say it. */
import { parsePhone } from '@shared/identifiers/phone';
import { parseUscc } from '@shared/identifiers/uscc';
import type { SheetCells } from '../model';
import { looksLikeUnitName, parseUnitName } from '../parsers/parse-unit-name';
import { isTick, parseYesNo } from '../parsers/parse-yes-no';
import { textOf } from '../sheet-view';

const sampleSize = 60;

/** First texts of a column below the heading, empty cells left out. */
export function sampleColumn(sheet: SheetCells, firstRow: number, column: number): readonly string[] {
  const texts: string[] = [];
  for (let row = firstRow; row <= sheet.rows.length && texts.length < sampleSize; row++) {
    const cell = sheet.rows[row - 1]?.[column] ?? null;
    if (cell !== null) texts.push(textOf(cell));
  }
  return texts;
}

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

export const holdsUnitNames = (texts: readonly string[]): boolean =>
  share(texts, (text) => looksLikeUnitName(parseUnitName(text).name)) >= 0.5;
export const holdsUsccs = (texts: readonly string[]): boolean =>
  texts.length >= 2 && share(texts, (text) => parseUscc(text).value !== null) >= 0.5;
export const holdsPhones = (texts: readonly string[]): boolean =>
  texts.length >= 2 && share(texts, (text) => parsePhone(text).value !== null) >= 0.7;
export const holdsTicks = (texts: readonly string[]): boolean =>
  texts.length > 0 && share(texts, (text) => isTick(text) || parseYesNo(text) === false) >= 0.9;
