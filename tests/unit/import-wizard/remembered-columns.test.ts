import { rememberColumns } from '@renderer/features/import-wizard/session/remembered-columns';
import { pathKey } from '@shared/import/03-map-columns';
import { expect, test } from 'vitest';

const sheets = [
  { name: '一', kind: 'units' as const, headerPaths: [['企业基本情况', '用工'], ['代码'], []] },
  { name: '二', kind: 'units' as const, headerPaths: [['代码']] },
];

test('corrections are remembered by heading path, left-out columns too, columns without a heading not', () => {
  const memory = rememberColumns(
    [],
    sheets,
    { 一: { columns: { 0: 'unit.staff', 1: null, 2: 'unit.name' } } },
    pathKey,
  );
  expect(memory).toEqual([
    {
      sheetKind: 'units',
      columns: { [pathKey(['企业基本情况', '用工'])]: 'unit.staff', [pathKey(['代码'])]: '' },
    },
  ]);
});

test('a newer correction overrules the older one and leaves the others', () => {
  const before = [{ sheetKind: 'units' as const, columns: { [pathKey(['代码'])]: '', x: 'unit.name' } }];
  const memory = rememberColumns(before, sheets, { 二: { columns: { 0: 'unit.uscc' } } }, pathKey);
  expect(memory).toEqual([
    { sheetKind: 'units', columns: { [pathKey(['代码'])]: 'unit.uscc', x: 'unit.name' } },
  ]);
});

test('nothing corrected, nothing to save', () => {
  const before = [{ sheetKind: 'units' as const, columns: { [pathKey(['代码'])]: 'unit.uscc' } }];
  expect(rememberColumns(before, sheets, { 二: { columns: { 0: 'unit.uscc' } } }, pathKey)).toEqual([]);
});
