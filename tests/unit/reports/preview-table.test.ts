import { type CellTarget, previewOf, previewRowLimit } from '@renderer/features/reports/preview-table';
import { buildReport } from '@shared/export/report-definitions';
import { cellKey, type ReportTable } from '@shared/export/report-model';
import { describe, expect, test } from 'vitest';
import { inventedTown } from '../export/invented-town';
import { inputOf } from '../export/report-input-of';
import { sampleRow, sampleTable } from '../export/sample-table';

const everything = () => true;
const unitsOf = (target: CellTarget | undefined) => (target?.kind === 'units' ? target.unitIds : null);

describe('coverage by village', () => {
  const table = buildReport('F2', inputOf(inventedTown));
  const preview = previewOf(table, everything);
  const columnOf = (path: string) => table.columns.findIndex((column) => column.path.join('/') === path);
  const registered = columnOf('企业数/登记');

  test.each(['企业数/登记', '组织覆盖/覆盖企业合计', '空白点'])(
    '%s opens as many units as it says',
    (path) => {
      const column = columnOf(path);
      const lengths = preview.rows.map(({ targets }) => unitsOf(targets.get(column))?.length ?? 0);
      expect(lengths).toEqual([...table.rows, table.total ?? []].map((row) => row[column]));
    },
  );

  test('nought opens nothing', () => {
    const column = columnOf('空白点');
    const nought = table.rows.findIndex((row) => row[column] === 0);
    expect(nought).toBeGreaterThanOrEqual(0);
    expect(preview.rows[nought]?.targets.has(column)).toBe(false);
  });

  test('the title names the place and the column', () => {
    const target = preview.rows.at(-1)?.targets.get(registered);
    expect(target).toMatchObject({ title: '合计 · 企业数／登记' });
    expect(preview.rows[0]?.targets.get(registered)).toMatchObject({
      title: `${table.rows[0]?.[1]} · 企业数／登记`,
    });
  });

  test('the name of a place opens it, a place without a page does not', () => {
    expect(preview.nameColumn).toBe(1);
    expect(preview.rows[0]?.targets.get(1)).toEqual({ kind: 'document', id: table.rowIds[0] });
    expect(previewOf(table, () => false).rows[0]?.targets.has(1)).toBe(false);
  });
});

describe('instructors, each over several units', () => {
  const table = buildReport('F4', inputOf(inventedTown));

  test('a row under a joined cell has only the cells it prints', () => {
    const joined = table.merges.find(({ rowSpan }) => rowSpan > 1);
    expect(joined).toBeDefined();
    const { rows } = previewOf(table, everything);
    const under = rows[(joined?.row ?? 0) + 1];
    expect(under?.columns).not.toContain(joined?.column);
    expect(under?.targets.size).toBe(0);
    expect(rows[joined?.row ?? 0]?.columns).toHaveLength(table.columns.length);
  });
});

describe('a table longer than the preview', () => {
  const long = sampleTable(Array.from({ length: previewRowLimit + 50 }, () => sampleRow));

  test('is cut, and its total opens what stands behind the whole', () => {
    const table: ReportTable = {
      ...long,
      behind: new Map([
        [cellKey(previewRowLimit, 2), ['of a row that is not shown']],
        [cellKey(long.rows.length, 2), ['a', 'b']],
      ]),
    };
    const preview = previewOf(table, everything);
    expect(preview.table.rows).toHaveLength(previewRowLimit);
    expect(preview.rows).toHaveLength(previewRowLimit + 1);
    expect(unitsOf(preview.rows.at(-1)?.targets.get(2))).toEqual(['a', 'b']);
  });

  test('a cell joined over the cut ends at it', () => {
    const merges = [
      { row: previewRowLimit - 2, column: 0, rowSpan: 10 },
      { row: previewRowLimit + 10, column: 0, rowSpan: 2 },
    ];
    const preview = previewOf({ ...long, merges }, everything);
    expect(preview.table.merges).toEqual([{ row: previewRowLimit - 2, column: 0, rowSpan: 2 }]);
  });
});
