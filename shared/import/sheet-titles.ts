/** What stands around a table: its title, 填报单位, and the village a whole sheet is about (H8). */

import { tidyText } from '@shared/lib/text';
import type { SheetCells } from './model';
import { textOf } from './sheet-view';

export interface SheetTitles {
  readonly title: string | null;
  readonly reportingUnit: string | null;
}

export function readTitles(sheet: SheetCells, headerRows: readonly number[]): SheetTitles {
  const above = sheet.rows.slice(0, Math.max(0, (headerRows[0] ?? 1) - 1));
  let [title, reportingUnit]: [string | null, string | null] = [null, null];
  for (const row of above) {
    const texts = row.map((cell) => tidyText(textOf(cell)));
    texts.forEach((text, column) => {
      const match = /^(?:填报|报送|填表|上报)单位[^:：]*[:：]\s*(.*)$/.exec(text);
      if (match) reportingUnit ??= match[1] !== '' ? (match[1] ?? null) : texts[column + 1] || null;
      else if (text !== '' && !/[:：]/.test(text)) title ??= text;
    });
  }
  return { title, reportingUnit };
}

const placeName =
  /^[\p{Script=Han}（）()]{1,12}(?:村|社区|园区|工业园|产业园|居委会|居|街道|大街|街|路|市场|楼宇|大厦|网格|开发区)$/u;

/** A sheet named like a village, or whose title names it, in a workbook of several such sheets. */
export function villageOfSheet(sheet: SheetCells, title: string | null, sheetCount: number): string | null {
  const name = tidyText(sheet.name)
    .replace(/^\d+[、.\s]*/, '')
    .replace(/[（(]?\d+[)）]?$/, '');
  if (placeName.test(name)) return name;
  const isInTitle = title !== null && sheetCount > 1 && name.length >= 2 && title.includes(name);
  return isInTitle && !/企业|组织|台账|非公|党|表|名册|汇总/.test(name) ? name : null;
}
