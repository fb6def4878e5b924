/** F1 exported, opened by the importer and planned against the same register must change nothing. */
import { writeReportXlsx } from '@renderer/workers/export/write-xlsx';
import { readCells } from '@renderer/workers/workbook/read-cells';
import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { registerOf as demoRegister } from '@shared/demo/register-of';
import { valueAt } from '@shared/domain/changes';
import { collectionNames, type Register } from '@shared/domain/collections';
import { buildReport } from '@shared/export/report-definitions';
import type { ReportInput } from '@shared/export/report-input';
import type { ReportCode } from '@shared/export/report-model';
import { toCsv } from '@shared/export/to-csv';
import { statedValues } from '@shared/figures/stated-values';
import { planImport } from '@shared/import/07-build-preview';
import { firstLook, type ReadSheet } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { describe, expect, it } from 'vitest';
import { buildTownT, township, townTAsOf } from '../../support/town-t';
import { inventedTown } from './invented-town';
import { inputOf, town } from './report-input-of';

const wholeRegister = (parts: Partial<Register>): Register => {
  const empty = Object.fromEntries(collectionNames.map((name) => [name, []]));
  // Every collection is there by construction.
  return { ...empty, ...parts } as unknown as Register;
};

async function readAgain(bytes: Uint8Array, fileName: string, asOf: string) {
  const cells = await readCells(bytes, fileName);
  expect(cells.problems).toEqual([]);
  return readWorkbook(cells, firstLook(asOf));
}

const exported = async (code: ReportCode, input: ReportInput) =>
  readAgain(await writeReportXlsx([buildReport(code, input)]), `${code}.xlsx`, input.asOf);

const planOf = (read: Awaited<ReturnType<typeof readAgain>>, register: Register, input: ReportInput) => {
  let next = 0;
  return planImport(read, register, {
    now: '2026-07-01T00:00:00.000Z',
    newId: () => `new-${++next}`,
    townshipId: input.scopeOrgUnitId,
    officeId: input.scopeOrgUnitId,
    asOf: input.asOf,
    fileSha256: null,
    decisions: {},
    ids: {},
  });
};

/** Field paths F1 states from the whole register, not from the one field. */
function expectedValue(input: ReportInput, unitId: string, path: string): unknown {
  const unit = input.relations.documents.units.get(unitId);
  const facts = input.facts.get(unitId);
  if (!unit || !facts) throw new Error(unitId);
  const stated = statedValues(unit, facts, input);
  if (path in stated) return stated[path as keyof typeof stated];
  if (path === 'notBuiltReason') return facts.hasOrg ? null : unit.notBuiltReason;
  if (path === 'ownership') return hasF1Column(unit.ownership) ? unit.ownership : null;
  return valueAt(unit, path) ?? null;
}
const hasF1Column = (ownership: string | null): boolean =>
  ownership !== null && ['private', 'hkmt', 'foreign'].includes(ownership);

function differences(input: ReportInput, sheet: ReadSheet): string[] {
  const idByName = new Map([...input.relations.documents.units.values()].map(({ name, id }) => [name, id]));
  return sheet.units.flatMap(({ values }) => {
    const id = idByName.get(String(values['name'])) ?? '';
    return Object.entries(values).flatMap(([path, read]) => {
      if (path === 'aboveScaleBasis' && read === 'declared') return [];
      const known = expectedValue(input, id, path);
      return JSON.stringify(known) === JSON.stringify(read)
        ? []
        : [`${values['name']} ${path}: ${JSON.stringify(known)} → ${JSON.stringify(read)}`];
    });
  });
}

const towns: readonly (readonly [string, Partial<Register>, Partial<ReportInput>])[] = [
  ['an invented town', inventedTown, { scopeOrgUnitId: town }],
  ['an invented town with √ and ×', inventedTown, { scopeOrgUnitId: town, signs: '√×' }],
  ['example town T', buildTownT(), { scopeOrgUnitId: township, asOf: townTAsOf }],
];

describe.each(towns)('F1 of %s, exported and read again', (_, parts, more) => {
  const register = wholeRegister(parts);
  const input = inputOf(register, more);

  it('gives every unit with every field as it was', async () => {
    const read = await exported('F1', input);
    const [sheet] = read.sheets;
    if (!sheet) throw new Error('no sheet');
    expect(sheet.kind).toBe('units');
    expect(sheet.headerRows).toEqual([3, 4, 5]);
    expect(sheet.columns.filter((column) => column.field === null).map(({ path }) => path)).toEqual([]);
    expect(sheet.units).toHaveLength(buildReport('F1', input).rows.length);
    expect(differences(input, sheet)).toEqual([]);
    expect(sheet.skippedRows[0]?.why).toBe('total');
  });

  it('is nothing new to the register', async () => {
    const plan = planOf(await exported('F1', input), register, input);
    const others = plan.items.filter(({ outcome }) => outcome !== 'unchanged');
    expect(others.map(({ label, outcome, changes }) => ({ label, outcome, changes }))).toEqual([]);
    expect(plan.counts.unchanged).toBeGreaterThan(0);
  });
});

describe('a township of the demo county', () => {
  it('F1 and F10 are nothing new to the register', { timeout: 60_000 }, async () => {
    const register = demoRegister(generateDemoCounty(demoSeed, '2026-06-30'), '2026-06-30T01:00:00.000Z');
    const place = register.orgUnits.find(({ level }) => level === 'township');
    const input = inputOf(register, { scopeOrgUnitId: place?.id ?? '' });
    for (const code of ['F1', 'F10'] as const) {
      const plan = planOf(await exported(code, input), register, input);
      expect(plan.items.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
      expect(plan.counts.unchanged).toBeGreaterThan(20);
    }
  });
});

describe('other tables read again', () => {
  const register = wholeRegister(inventedTown);
  const input = inputOf(register);

  it.each<ReportCode>(['F4', 'F5', 'F10'])('%s is nothing new to the register', async (code) => {
    const plan = planOf(await exported(code, input), register, input);
    const others = plan.items.filter(({ outcome }) => outcome !== 'unchanged');
    expect(others.map(({ label, outcome, changes }) => ({ label, outcome, changes }))).toEqual([]);
    expect(plan.counts.unchanged).toBeGreaterThan(0);
  });

  it('F1 as a text file reads like F1 as a workbook', async () => {
    const bytes = new TextEncoder().encode(toCsv(buildReport('F1', input)));
    const [fromText] = (await readAgain(bytes, 'F1.csv', input.asOf)).sheets;
    expect(fromText && differences(input, fromText)).toEqual([]);
    expect(fromText?.units).toHaveLength(5);
  });
});
