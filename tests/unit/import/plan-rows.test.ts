import { planImport } from '@shared/import/07-build-preview';
import { applyDecisions, decide } from '@shared/import/apply-decisions';
import { describe, expect, test } from 'vitest';
import {
  afterImport,
  itemAt,
  readSheet,
  readUnit,
  registerOf,
  testContext,
  townshipId,
  unitsBook,
  workbookOf,
} from './plan-support';

const code = '91340123MAR4N19B5F';
const unit = (more: object = {}) => ({
  id: 'unit-1',
  unitType: 'enterprise',
  name: '安徽永丰纺织有限公司',
  uscc: code,
  townshipId,
  status: 'operating',
  ...more,
});

describe('rows and places', () => {
  test('a hidden row is written only on consent', () => {
    const plan = planImport(
      unitsBook(readUnit(30, { name: '安徽瑞祥电子有限公司' }, { isHidden: true })),
      registerOf({}),
      testContext(),
    );
    const item = itemAt(plan, 30);
    expect(item.decision?.question.code).toBe('matching.hiddenRow');
    expect(applyDecisions(plan, {})).toEqual([]);
    expect(applyDecisions(plan, { [item.key]: 'create' })).toHaveLength(1);
  });

  test('problems go to the item of their row, the rest to the plan', () => {
    const problem = { code: 'import.x', severity: 'warning' as const, text: '', field: null, details: {} };
    const place = { column: null, columnIndex: null, original: null };
    const sheet = readSheet('units', {
      units: [readUnit(7, { name: '甲公司' })],
      problems: [
        { ...problem, ...place, row: 7 },
        { ...problem, ...place, row: 16, code: 'import.totalDiffers' },
        { ...problem, ...place, row: null, code: 'import.sheet' },
      ],
    });
    const plan = planImport(workbookOf(sheet), registerOf({}), testContext());
    expect(itemAt(plan, 7).problems.map(({ code: each }) => each)).toEqual(['import.x']);
    expect(plan.problems.map(({ code: each }) => each)).toEqual(['import.sheet', 'import.totalDiffers']);
  });

  test('a village is found by its short name, created by its ending, asked when unclear', () => {
    const register = registerOf({
      orgUnits: [{ id: 'v1', name: '东山村', level: 'village', parentId: townshipId }],
    });
    const rows = ['东山', '西湖社区', '工业园区', '老油坊', '清溪镇'].map((siteName, i) =>
      readUnit(i + 7, { name: `安徽第${i}号有限公司` }, { siteName }),
    );
    const plan = planImport(unitsBook(...rows), register, testContext());
    const places = plan.items.filter((item) => item.collection === 'orgUnits');
    expect(places.map(({ label, outcome }) => [label, outcome])).toEqual([
      ['西湖社区', 'create'],
      ['工业园区', 'create'],
      ['老油坊', 'decide'],
    ]);
    const after = afterImport(plan, { [places[2]!.key]: 'create:building' });
    expect(after.orgUnits.map(({ level }) => level)).toEqual([
      'township',
      'village',
      'village',
      'park',
      'building',
    ]);
    expect(after.units.map(({ siteIds }) => siteIds.length)).toEqual([1, 1, 1, 1, 0]);
    expect(planImport(unitsBook(...rows), after, testContext()).isNothingNew).toBe(true);
  });

  test('a unit that moved to another village leaves the old one and keeps its park', () => {
    const orgUnits = [
      { id: 'v1', name: '东山村', level: 'village', parentId: townshipId },
      { id: 'v2', name: '西湖村', level: 'village', parentId: townshipId },
      { id: 'p1', name: '工业园', level: 'park', parentId: townshipId },
    ];
    const register = registerOf({ orgUnits, units: [unit({ siteIds: ['v1', 'p1'] })] });
    const row = readUnit(7, { name: '安徽永丰纺织有限公司', uscc: code }, { siteName: '西湖村' });
    const plan = planImport(unitsBook(row), register, testContext());
    expect(itemAt(plan, 7).changes).toEqual([{ path: 'siteIds', before: ['v1', 'p1'], after: ['p1', 'v2'] }]);
  });

  test('a park column adds a second place with its grade, a township column the township', () => {
    const orgUnits = [{ id: 'township-2', name: '柳河乡', level: 'township', parentId: 'county' }];
    const rows = [
      readUnit(7, { name: '甲甲公司' }, { siteName: '东山村', parkName: '高新', parkGrade: 'city' }),
      readUnit(8, { name: '乙乙公司' }, { siteName: '东山村', townshipName: '柳河乡' }),
    ];
    const plan = planImport(unitsBook(...rows), registerOf({ orgUnits }), testContext());
    const after = afterImport(plan);
    const [first, second] = after.units;
    const levelsOf = (ids: readonly string[] = []) =>
      ids.map((id) => after.orgUnits.find((place) => place.id === id)?.level);
    expect(levelsOf(first?.siteIds)).toEqual(['village', 'park']);
    expect(after.orgUnits.find((place) => place.level === 'park')).toMatchObject({
      name: '高新',
      parkGrade: 'city',
    });
    expect(second).toMatchObject({ townshipId: 'township-2', orgUnitId: 'township-2' });
    expect(second?.siteIds).not.toEqual(first?.siteIds.slice(0, 1));
    expect(planImport(unitsBook(...rows), after, testContext()).isNothingNew).toBe(true);
  });

  test('a file sent again is recognized by its bytes', () => {
    const sha = 'a'.repeat(64);
    const batch = {
      id: 'batch-1',
      kind: 'importBatch',
      fileName: '台账.xlsx',
      fileSha256: sha,
      fileSizeBytes: 1,
      importedAt: '2026-06-30T20:00:00.000Z',
      counts: {},
      touched: {},
      sheets: [],
    };
    const book = unitsBook(readUnit(7, { name: '甲公司' }));
    const plan = planImport(book, registerOf({ settings: [batch] }), testContext({ fileSha256: sha }));
    expect(plan.earlier?.batchId).toBe('batch-1');
    expect(plan.problems[0]).toMatchObject({
      code: 'matching.fileAgain',
      details: { importedOn: '2026-07-01' },
    });
    const undone = { ...batch, undoneAt: '2026-06-30T21:00:00.000Z' };
    const again = planImport(book, registerOf({ settings: [undone] }), testContext({ fileSha256: sha }));
    expect(again.earlier).toBeNull();
  });

  test('ids stay the same while decisions are made', () => {
    const plan = planImport(
      unitsBook(readUnit(7, { name: '甲甲公司' }), readUnit(8, { name: '乙乙公司' }, { isHidden: true })),
      registerOf({}),
      testContext(),
    );
    const later = decide(plan, { [itemAt(plan, 8).key]: 'create' });
    expect(later.items.map((item) => item.documentId)).toEqual(plan.items.map((item) => item.documentId));
    expect(later.counts).toMatchObject({ create: 2, decide: 0 });
  });
});
