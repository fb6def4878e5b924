import { allProblems, needsCare } from '@renderer/features/ledger/fields/document-problems';
import { buildRows } from '@renderer/features/ledger/page/build-rows';
import { countProblems } from '@renderer/features/ledger/page/problem-index';
import { tableModel } from '@renderer/features/ledger/tables/all-tables';
import type {
  LedgerContext,
  LedgerDocumentOf,
  LedgerTable,
} from '@renderer/features/ledger/tables/table-model';
import type { Register } from '@shared/domain/collections';
import { keptKey } from '@shared/problems/problem';
import { describe, expect, it } from 'vitest';
import { buildDocument, type Draft, usccOf } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';
import { buildTownT, townTAsOf } from '../../support/town-t';

const asOf = '2026-11-21';

function contextOf(register: Partial<Register>, day = asOf): LedgerContext {
  const { context, facts } = countRegister(register, day);
  const named = [...(register.units ?? []), ...(register.orgUnits ?? [])];
  return {
    ...context,
    factsOf: (id) => facts.get(id) ?? null,
    nameOf: (id) => named.find((document) => document.id === id)?.name ?? null,
    problemsOf: (table, document) =>
      needsCare(allProblems(table, document, context.relations, day), document),
  };
}

function listed(table: LedgerTable, register: Partial<Register>, viewId: string, day = asOf): string[] {
  const context = contextOf(register, day);
  const documents: readonly LedgerDocumentOf[] = register[table] ?? [];
  const view = tableModel(table).views.find(({ id }) => id === viewId);
  if (view === undefined) throw new Error(`no view ${viewId}`);
  const problemCounts = new Map(
    documents.map((document) => {
      return [document.id, countProblems(context.problemsOf(table, document))];
    }),
  );
  return buildRows(table, documents, context, new Map(), true)
    .filter((row) => view.isListed(row, { asOf: day, problemCounts }))
    .map((row) => row.id);
}

describe('views of 两新组织', () => {
  const town = buildTownT();

  it('lists exactly the units the figures count as 空白点 and 应建未建', () => {
    const { facts } = countRegister(town, townTAsOf);
    const all = [...facts.values()];
    const ids = (list: typeof all) => list.map((unit) => unit.unitId).sort();
    expect(listed('units', town, 'blank', townTAsOf).sort()).toEqual(
      ids(all.filter((unit) => unit.inScope && unit.isBlank)),
    );
    expect(listed('units', town, 'blank', townTAsOf).length).toBeGreaterThan(0);
    expect(listed('units', town, 'notBuilt', townTAsOf).sort()).toEqual(
      ids(all.filter((unit) => unit.buildList === 'notBuilt')),
    );
    expect(listed('units', town, 'idle', townTAsOf)).toHaveLength(4);
    expect(listed('units', town, 'gone', townTAsOf)).toHaveLength(6);
    expect(listed('units', town, 'all', townTAsOf)).toHaveLength(40);
  });

  it('lists a wrong code until it is put right, and a warning until it is explained', () => {
    const unit = (more: Partial<Draft<'units'>>) =>
      buildDocument('units', {
        id: 'u',
        name: '青溪纸业有限公司',
        unitType: 'enterprise',
        townshipId: 't',
        status: 'operating',
        ...more,
      });
    const problems = (more: Partial<Draft<'units'>>) => listed('units', { units: [unit(more)] }, 'problems');
    expect(problems({ uscc: '91340123MA9TXYX10X' })).toEqual(['u']);
    expect(problems({ uscc: usccOf('91', 3) })).toEqual([]);
    // A code of an association on an enterprise is odd but may be so.
    const odd = usccOf('51', 3);
    expect(problems({ uscc: odd })).toEqual(['u']);
    const { context } = countRegister({ units: [unit({ uscc: odd })] }, asOf);
    const found = allProblems('units', unit({ uscc: odd }), context.relations, asOf);
    expect(found.map((problem) => problem.severity)).not.toContain('error');
    const reason = { reason: '登记机关核定', by: '林文', at: '2026-01-05T01:00:00Z' };
    const kept = Object.fromEntries(found.map((problem) => [keptKey(problem), reason]));
    expect(problems({ uscc: odd, kept })).toEqual([]);
  });

  it('keeps gaps apart from mistakes', () => {
    const unit = buildDocument('units', {
      id: 'u',
      name: '青溪纸业有限公司',
      unitType: 'enterprise',
      townshipId: 't',
      status: 'operating',
    });
    expect(listed('units', { units: [unit] }, 'missing')).toEqual(['u']);
    expect(listed('units', { units: [unit] }, 'problems')).toEqual([]);
  });
});

it('a unit outside the count shows why in place of its coverage and has no 六有 and no place on a list', () => {
  const unit = (id: string, more: Partial<Draft<'units'>>) =>
    buildDocument('units', {
      ...{ id, name: `${id}公司`, unitType: 'enterprise', townshipId: 't', status: 'operating' },
      ...{ declared: { members: 5 }, plannedBuildOn: '2026-11' },
      ...more,
    });
  const units = [
    unit('in', {}),
    unit('gone', { status: 'deregistered', statusSince: '2025-01-01' }),
    unit('trader', { unitType: 'individualBusiness' }),
  ];
  const rows = buildRows('units', units, contextOf({ units }), new Map(), true);
  const shown = (columnId: string) => {
    const column = tableModel('units').columns.find((one) => 'id' in one && one.id === columnId);
    if (column === undefined || !('value' in column)) throw new Error(`no column ${columnId}`);
    return rows.map((row) => column.value(row));
  };
  expect(shown('coverage')).toEqual(['blank', 'deregistered', 'blank']);
  expect(shown('buildList')).toEqual(['notBuilt', null, 'notBuilt']);
  expect(shown('sixMet')).toEqual([null, null, null]);
  expect(listed('units', { units }, 'plannedThisMonth')).toEqual(['in']);
});

describe('views of other tables', () => {
  it('tells terms that end this month from terms that are over', () => {
    const org = (id: string, termStart: string | null, more: Partial<Draft<'partyOrgs'>> = {}) =>
      buildDocument('partyOrgs', { id, name: id, status: 'active', termYears: 3, termStart, ...more });
    const partyOrgs = [
      org('this', '2023-11-30'),
      org('over', '2020-05'),
      org('next', '2023-12-01'),
      org('unknown', null),
      org('dissolved', '2020-05', { status: 'dissolved', statusSince: '2021-01-01' }),
      org('postponed', '2020-05', { postponedTo: '2026-11-25' }),
    ];
    expect(listed('partyOrgs', { partyOrgs }, 'termThisMonth')).toEqual(['this', 'postponed']);
    expect(listed('partyOrgs', { partyOrgs }, 'termOverdue')).toEqual(['over']);
  });

  it('knows who looks after too many units, after none, and whose term ends', () => {
    const assignment = (unitId: string, plannedTo: string | null = null) => ({
      unitId,
      from: '2025-01',
      plannedTo,
    });
    const instructors = [
      buildDocument('instructors', { id: 'idle', name: '闲', role: 'liaison' }),
      buildDocument('instructors', {
        id: 'busy',
        name: '忙',
        role: 'instructor',
        assignments: Object.fromEntries(['1', '2', '3', '4', '5', '6'].map((n) => [n, assignment(n)])),
      }),
      buildDocument('instructors', {
        id: 'due',
        name: '满',
        role: 'instructor',
        assignments: { a: assignment('1', '2026-11-30') },
      }),
      buildDocument('instructors', {
        id: 'over',
        name: '超',
        role: 'instructor',
        assignments: { a: assignment('1', '2026-10-31') },
      }),
      buildDocument('instructors', { id: 'left', name: '离', role: 'liaison', leftOn: '2026-01-01' }),
    ];
    expect(listed('instructors', { instructors }, 'overloaded')).toEqual(['busy']);
    expect(listed('instructors', { instructors }, 'idle')).toEqual(['idle']);
    expect(listed('instructors', { instructors }, 'due')).toEqual(['due']);
    expect(listed('instructors', { instructors }, 'overdue')).toEqual(['over']);
    expect(listed('instructors', { instructors }, 'left')).toEqual(['left']);
  });

  it('finds probationary members whose year is over', () => {
    const person = (id: string, joinedOn: string) =>
      buildDocument('people', { id, name: id, stage: 'probationary', joinedOn });
    const people = [person('due', '2025-11-03'), person('late', '2025-03'), person('early', '2026-02-01')];
    expect(listed('people', { people }, 'conversionDue')).toEqual(['due']);
    expect(listed('people', { people }, 'conversionOverdue')).toEqual(['late']);
  });
});

describe('numbers worked out beside a record', () => {
  const derivedOf = (table: LedgerTable, register: Partial<Register>) =>
    new Map(
      buildRows(table, register[table] ?? [], contextOf(register), new Map(), true).map((row) => [
        row.id,
        row.derived,
      ]),
    );

  it('counts the units of a township and of the county, not only those named at a place', () => {
    const place = (id: string, level: 'county' | 'township' | 'village', parentId: string | null) =>
      buildDocument('orgUnits', { id, name: id, level, parentId });
    const unit = (id: string, townshipId: string, siteIds: string[]) =>
      buildDocument('units', {
        id,
        name: id,
        unitType: 'enterprise',
        status: 'operating',
        townshipId,
        siteIds,
      });
    const orgUnits = [
      place('county', 'county', null),
      place('t1', 'township', 'county'),
      place('t2', 'township', 'county'),
      place('v1', 'village', 't1'),
    ];
    const units = [unit('a', 't1', ['v1']), unit('b', 't1', []), unit('c', 't2', [])];
    const counts = derivedOf('orgUnits', { orgUnits, units });
    expect([...counts].map(([id, derived]) => [id, derived['unitCount']])).toEqual([
      ['county', 3],
      ['t1', 2],
      ['t2', 1],
      ['v1', 1],
    ]);
  });

  it('counts the members of an organization as its checks do: declared ones too, applicants never', () => {
    const cover = { unitId: 'u', from: '2020-01-01', to: null };
    const partyOrgs = [
      buildDocument('partyOrgs', { id: 'declared', name: '一', status: 'active', covers: { a: cover } }),
      buildDocument('partyOrgs', { id: 'roster', name: '二', status: 'active' }),
    ];
    const unit = { unitType: 'enterprise', status: 'operating', townshipId: 't1' } as const;
    const units = [buildDocument('units', { id: 'u', name: 'u', ...unit, declared: { members: 7 } })];
    const person = (id: string, stage: 'applicant' | 'full') =>
      buildDocument('people', { id, name: id, stage, relationOrgId: 'roster', joinedOn: '2010-01-01' });
    const people = [person('p1', 'full'), person('p2', 'full'), person('p3', 'applicant')];
    const counts = derivedOf('partyOrgs', { partyOrgs, units, people });
    expect(counts.get('declared')?.['memberCount']).toBe(7);
    expect(counts.get('roster')?.['memberCount']).toBe(2);
  });
});
