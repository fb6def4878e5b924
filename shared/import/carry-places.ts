/** Villages written on the first row of each only, without merging (H5): carried down to the rows below, and asked. */
import { importProblems as problems } from '@shared/problems/import-problems';
import type { ImportProblem, SheetKind } from './model';
import { columnOf, type ParsedRow, type SheetInWork, type TotalRow } from './parsed-rows';
import { atColumn, headingOf } from './place';

export interface CarriedPlaces {
  readonly rows: readonly ParsedRow[];
  readonly problems: readonly ImportProblem[];
}

const placeFields = ['row.site', 'row.township'];
const kinds: ReadonlySet<SheetKind> = new Set<SheetKind>(['units', 'socialOrgs', 'partyOrgs', 'partyRooms']);

export function carryPlaces(
  sheet: SheetInWork,
  rows: readonly ParsedRow[],
  totals: readonly TotalRow[],
): CarriedPlaces {
  let carried = rows;
  const found: ImportProblem[] = [];
  for (const field of placeFields) {
    const column = columnOf(sheet, field);
    if (column === null || !kinds.has(sheet.kind) || !isWrittenOnce(carried, field)) continue;
    carried = carryDown(carried, totals, field);
    found.push(atColumn(column, problems.placeCarried({ heading: headingOf(column) ?? '' }, field)));
  }
  return { rows: carried, problems: found };
}

/** Every place stands on one row, the first row has one, and other rows have none. */
function isWrittenOnce(rows: readonly ParsedRow[], field: string): boolean {
  const written = rows.flatMap(({ values }) => values[field] ?? []);
  const isFirstWritten = rows[0]?.values[field] != null;
  return isFirstWritten && written.length < rows.length && new Set(written).size === written.length;
}

/** Below a subtotal a new place begins; when it is not written, it is unknown. */
function carryDown(rows: readonly ParsedRow[], totals: readonly TotalRow[], field: string): ParsedRow[] {
  let above: ParsedRow | null = null;
  return rows.map((row) => {
    const last = above;
    const isCut = last !== null && totals.some((total) => total.row > last.row && total.row < row.row);
    const place = row.values[field] ?? (isCut ? null : (last?.values[field] ?? null));
    above = { ...row, values: { ...row.values, [field]: place } };
    return above;
  });
}
