import { blankSheets, buildBlankSheet } from '@renderer/features/import-wizard/session/blank-sheet';
import { writeReportXlsx } from '@renderer/workers/export/write-xlsx';
import { Desk } from '@renderer/workers/import-desk/import-desk';
import { firstLook } from '@shared/import/model';
import { defaultCriteriaSets } from '@shared/rules/default-criteria-sets';
import { defaultRuleSets } from '@shared/rules/default-rule-sets';
import { expect, test } from 'vitest';

const kinds: Readonly<Record<string, string>> = {
  F1: 'units',
  F10: 'socialOrgs',
  F4: 'instructors',
  F5: 'partyRooms',
};

test.each(blankSheets)('a blank $name is read as what it is, with all its columns', async ({ code }) => {
  const [ruleSet] = defaultRuleSets;
  const [criteriaSet] = defaultCriteriaSets;
  if (!ruleSet || !criteriaSet) throw new Error('no rules');
  const table = buildBlankSheet(code, { asOf: '2026-11-21', ruleSet, criteriaSet });
  expect(table.rows).toHaveLength(30);
  const file = new File([await writeReportXlsx([table]).then((bytes) => new Uint8Array(bytes))], '空白.xlsx');
  const desk = new Desk(() => 'id');
  expect(await desk.open(file, () => {})).toMatchObject({ status: 'opened' });
  const [sheet] = desk.read(firstLook('2026-11-21')).sheets;
  expect(sheet?.kind).toBe(kinds[code]);
  const leftOut = sheet?.columns.filter(({ field }) => field === null) ?? [];
  // F10 prints members three ways and the industry as 类别: the register has one place for each.
  expect(leftOut.length).toBeLessThanOrEqual(code === 'F10' ? 3 : 0);
  expect(Object.values(sheet?.recordCounts ?? {}).every((count) => count === 0)).toBe(true);
});
