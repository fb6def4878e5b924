/** Unit of measure of a column: from its heading, the groups above, or a line 单位：万元 over the table (H17). */
import type { FieldSpec } from './columns/field-spec';
import type { ReadColumn } from './model';
import type { SheetInWork } from './parsed-rows';
import { measureInHeading } from './parsers/parse-measure';
import { textOf } from './sheet-view';

/** What a number of the column is multiplied with to become 万元 or ㎡; 1 for everything else. */
export function factorOf(sheet: SheetInWork, column: ReadColumn, spec: FieldSpec): number {
  if (spec.parse !== 'wan' && spec.parse !== 'area') return 1;
  for (const text of [...column.path].reverse()) {
    const factor = measureInHeading(text, spec.parse);
    if (factor !== null) return factor;
  }
  for (const cell of sheet.cells.rows.slice(0, (sheet.headerRows[0] ?? 1) - 1).flat()) {
    const text = /单位[:：](.+)$/.exec(textOf(cell))?.[1];
    const factor = text === undefined ? null : measureInHeading(text.split(/[、,，]/)[0] ?? '', spec.parse);
    if (factor !== null) return factor;
  }
  return 1;
}
