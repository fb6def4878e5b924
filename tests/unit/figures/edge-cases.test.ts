import type { Register } from '@shared/domain/collections';
import { auditRegister } from '@shared/figures/audit-register';
import { formatRate, formatRatio } from '@shared/figures/format-rate';
import { countSeries, seriesDays } from '@shared/figures/series';
import { listBehind, summarizeAll } from '@shared/figures/summarize';
import { describe, expect, it } from 'vitest';
import { buildDocument, type Draft } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';

const asOf = '2025-12-31';
const unit = (id: string, more: Partial<Draft<'units'>> = {}) =>
  buildDocument('units', {
    id,
    unitType: 'enterprise',
    name: `${id}公司`,
    townshipId: 't',
    status: 'operating',
    ...more,
  });
const org = (id: string, unitIds: readonly string[], more: Partial<Draft<'partyOrgs'>> = {}) =>
  buildDocument('partyOrgs', {
    id,
    name: `中共${id}支部`,
    formation: 'solo',
    covers: Object.fromEntries(unitIds.map((unitId) => [unitId, { unitId }])),
    status: 'active',
    ...more,
  });
const member = (id: string, more: Partial<Draft<'people'>> = {}) =>
  buildDocument('people', { id, name: id, stage: 'full', workUnitId: 'u', ...more });
const factsOf = (register: Partial<Register>, switches = {}) => {
  const found = countRegister(register, asOf, switches).facts.get('u');
  if (!found) throw new Error('no unit u');
  return found;
};

describe('the base of the figures', () => {
  it('keeps a suspended unit for the months of the setting', () => {
    const units = [unit('u', { status: 'suspended', statusSince: '2025-10' })];
    expect(factsOf({ units })).toMatchObject({ inScope: false, scopeReason: 'suspended' });
    expect(factsOf({ units }, { suspendedMonthsInScope: 3 })).toMatchObject({
      inScope: true,
      scopeReason: 'suspendedWithinGrace',
    });
    expect(factsOf({ units }, { suspendedMonthsInScope: 2 }).inScope).toBe(false);
  });

  it('leaves out branch offices without a code of their own and units not yet founded', () => {
    expect(factsOf({ units: [unit('u', { headUnitId: 'h' })] }).scopeReason).toBe('branchOffice');
    expect(factsOf({ units: [unit('u', { headUnitId: 'h', uscc: '91' })] }).inScope).toBe(true);
    expect(factsOf({ units: [unit('u', { foundedOn: '2026' })] }).scopeReason).toBe('notYet');
  });

  it('counts sole traders in a series of their own', () => {
    const units = [unit('u'), unit('s', { unitType: 'individualBusiness' })];
    const { facts } = countRegister({ units, partyOrgs: [org('o', ['s'])] }, asOf);
    const about = { asOf, ruleSetVersion: 'x' };
    const twoNew = summarizeAll(facts.values(), about).figures.C1;
    const traders = summarizeAll(facts.values(), { ...about, series: 'soleTraders' }).figures.C1;
    expect([twoNew.numerator, twoNew.denominator]).toEqual([0, 1]);
    expect([traders.numerator, traders.denominator]).toEqual([1, 1]);
  });

  it('is empty without units and then prints dashes', () => {
    const { figures } = summarizeAll([], { asOf, ruleSetVersion: 'x' });
    expect(formatRate(figures.C1, 1)).toBe('—');
    expect(formatRatio(figures.C12, 2)).toBe('—');
  });
});

describe('coverage', () => {
  it('takes the strongest of several organizations and counts the unit once', () => {
    const partyOrgs = [
      org('regional', ['u', 'v'], { formation: 'regional' }),
      org('joint', ['u', 'v'], { formation: 'joint' }),
      org('solo', ['u']),
    ];
    const { facts, summary } = countRegister({ units: [unit('u'), unit('v')], partyOrgs }, asOf);
    expect(facts.get('u')).toMatchObject({
      coverageState: 'solo',
      coverOrgIds: ['solo', 'joint', 'regional'],
    });
    expect(facts.get('v')).toMatchObject({ coverageState: 'joint' });
    expect(summary.figures.C1.numerator).toBe(2);
  });

  it('takes 单独 over several units at its word only for the host', () => {
    const partyOrgs = [org('o', ['u', 'v'], { hostUnitId: 'u' })];
    const { facts } = countRegister({ units: [unit('u'), unit('v')], partyOrgs }, asOf);
    expect([facts.get('u')?.coverageState, facts.get('v')?.coverageState]).toEqual(['solo', 'joint']);
  });

  it('ends with the organization, and only after its last day', () => {
    const dissolved = (statusSince: string) =>
      factsOf({ units: [unit('u')], partyOrgs: [org('o', ['u'], { status: 'dissolved', statusSince })] })
        .hasOrg;
    expect(dissolved('2026-01-01')).toBe(true);
    expect(dissolved('2025-12-31')).toBe(false);
    expect(factsOf({ units: [unit('u')], partyOrgs: [org('o', ['u'], { status: 'weak' })] }).hasOrg).toBe(
      true,
    );
  });

  it('counts a declared instructor until the name is known, if the rules say so', () => {
    const units = [unit('u', { declared: { hasInstructor: true } })];
    expect(factsOf({ units })).toMatchObject({ coverageState: 'work', instructorIds: [] });
    expect(factsOf({ units }, { countsDeclaredInstructors: false }).coverageState).toBe('blank');
  });
});

describe('members', () => {
  it('are those of the roster when it is as long as the ledger says, else the declared ones', () => {
    const people = [member('a'), member('b', { stage: 'probationary' })];
    const declared = (members: number) => factsOf({ units: [unit('u', { declared: { members } })], people });
    expect(declared(2)).toMatchObject({
      membersHere: 2,
      fullMembersHere: 1,
      membersBasis: 'roster',
      declaredDifference: 0,
    });
    expect(declared(1)).toMatchObject({ membersHere: 2, membersBasis: 'roster', declaredDifference: 1 });
    expect(declared(5)).toMatchObject({
      membersHere: 5,
      fullMembersHere: 4,
      membersBasis: 'declared',
      declaredDifference: -3,
    });
  });

  it('follow the formal relation, not the place of work', () => {
    const units = [unit('u'), unit('v')];
    const partyOrgs = [org('o', ['v'])];
    const people = [member('a', { relationOrgId: 'o' }), member('b', { relationOrgName: '村支部' })];
    expect(factsOf({ units, partyOrgs, people })).toMatchObject({
      membersHere: 0,
      membersElsewhere: 2,
      membersWorking: 2,
    });
  });

  it('without a unit count at the seat of their organization', () => {
    const units = [unit('u'), unit('v')];
    const partyOrgs = [org('o', ['u', 'v'], { formation: 'joint', hostUnitId: 'v' })];
    const { facts } = countRegister(
      { units, partyOrgs, people: [member('a', { relationOrgId: 'o', workUnitId: null })] },
      asOf,
    );
    expect([facts.get('u')?.membersHere, facts.get('v')?.membersHere]).toEqual([0, 1]);
  });

  it('put a unit on the third list of C6 when those elsewhere make up the number', () => {
    const people = [
      member('a'),
      member('b', { relationOrgName: '村' }),
      member('c', { relationOrgName: '村' }),
    ];
    const { facts } = countRegister({ units: [unit('u')], people }, asOf);
    expect(listBehind('C6c', 'numerator', facts.values())).toEqual(['u']);
    expect(listBehind('C6', 'numerator', facts.values())).toEqual([]);
  });

  it('count for 应建 in social organizations only when on the full-time staff', () => {
    const social = unit('u', { unitType: 'socialOrg' });
    const people = ['a', 'b', 'c'].map((id) => member(id, { isFullTime: id !== 'c' }));
    expect(factsOf({ units: [social], people }).isShouldBuild).toBe(false);
    expect(factsOf({ units: [unit('u')], people }).isShouldBuild).toBe(true);
    const declared = { declared: { members: 4 }, unitType: 'socialOrg', staffFullTime: 2 } as const;
    expect(factsOf({ units: [unit('u', declared)] })).toMatchObject({
      countingFullHere: 2,
      isShouldBuild: false,
    });
  });
});

describe('规上', () => {
  it('never mixes the answer of one definition into the series of another', () => {
    const recorded = [unit('u', { aboveScale: true, aboveScaleBasis: 'declared' })];
    expect(factsOf({ units: recorded }).isAboveScale).toBe(true);
    expect(factsOf({ units: recorded }, { aboveScaleBasis: 'stat' }).isAboveScale).toBeNull();
    const known = [unit('u', { aboveScale: false, industryCode: 'C17', revenueWan: 2000 })];
    expect(factsOf({ units: known }, { aboveScaleBasis: 'stat' }).isAboveScale).toBe(true);
  });
});

describe('a trend', () => {
  it('ends at the day asked for and counts back to ends of periods', () => {
    expect(seriesDays('2025-12-31', 'quarter', 3)).toEqual(['2025-06-30', '2025-09-30', '2025-12-31']);
    expect(seriesDays('2025-11-21', 'month', 3)).toEqual(['2025-09-30', '2025-10-31', '2025-11-21']);
  });

  it('shows a cover from its first day on, also when it was entered later', () => {
    const partyOrgs = [org('o', ['u'], { foundedOn: '2025-08' })];
    const points = [...countSeries({ units: [unit('u')], partyOrgs }, asOf, 'quarter', 3)];
    expect(points.map((point) => point.groups.get('all')?.figures.C1.numerator)).toEqual([0, 1, 1]);
  });

  it('does not let a deleted duplicate haunt the years before it was entered', () => {
    const twin = {
      ...unit('twin'),
      createdAt: '2025-07-01T01:00:00.000Z',
      deletedAt: '2025-10-01T01:00:00.000Z',
    };
    const points = [...countSeries({ units: [unit('u'), twin] }, asOf, 'quarter', 3)];
    expect(points.map((point) => point.groups.get('all')?.figures.C1.denominator)).toEqual([1, 2, 1]);
  });
});

describe('an audit of the register', () => {
  it('shows the arithmetic of what does not add up', () => {
    const units = [unit('u', { staff: 1, declared: { members: 2, probationary: 3 } }), unit('v')];
    const people = [member('a'), member('b'), member('c')];
    const partyOrgs = [
      org('o', ['u'], { tier: 'branch' }),
      org('p', ['v'], { tier: 'branch', foundedOn: '2024', termStart: '2023-05' }),
    ];
    const { facts, summary, context } = countRegister({ units, people, partyOrgs }, asOf);
    const shown = auditRegister(facts, summary, context).map(({ problem, about }) => [
      about?.id ?? null,
      problem.details['arithmetic'],
    ]);
    expect(shown).toEqual([
      [null, '3÷2=1.50，3÷3最多1个；2−1=1'],
      ['u', '3 > 1，多 2'],
      ['u', '3 > 2，多 1'],
      ['u', '2（台账填报） ≠ 3（花名册）'],
      ['p', '成立2024 晚于 本届起2023-05'],
    ]);
  });
});
