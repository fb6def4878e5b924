import type { Register } from '@shared/domain/collections';
import type { RuleSet } from '@shared/domain/rule-set';
import { describeCoverage } from '@shared/figures/describe-coverage';
import { explainUnit } from '@shared/figures/explain-unit';
import { describe, expect, it } from 'vitest';
import { buildDocument, type Draft } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';

const asOf = '2025-12-31';
const unit = (more: Partial<Draft<'units'>> = {}, id = 'u') =>
  buildDocument('units', {
    ...{ id, unitType: 'enterprise', name: `${id}公司`, townshipId: 't', status: 'operating' },
    ...more,
  });
const org = (more: Partial<Draft<'partyOrgs'>> = {}) =>
  buildDocument('partyOrgs', {
    ...{ id: 'o', name: '中共青溪镇第二联合支部委员会', formation: 'joint', status: 'active' },
    ...{ foundedOn: '2021-05', covers: { c: { unitId: 'u', from: '2022-03-01', to: null } } },
    ...more,
  });
const instructor = buildDocument('instructors', {
  id: 'i',
  name: '林文',
  role: 'instructor',
  assignments: { a: { unitId: 'u', from: '2025-10-01' } },
});

function explained(register: Partial<Register>, switches: Partial<RuleSet['coverage']> = {}) {
  const { facts, context } = countRegister({ units: [unit()], ...register }, asOf, switches);
  const found = facts.get('u');
  if (!found) throw new Error('no unit u');
  return { ...explainUnit(found, context), short: describeCoverage(found) };
}

describe('coverage in words', () => {
  it('names the organization, since when, how it counts and by which rules', () => {
    expect(explained({ partyOrgs: [org()] })).toMatchObject({
      scope: '纳入统计（正常经营）',
      coverage: '由“中共青溪镇第二联合支部委员会”覆盖（联合组建），自 2022-03-01 起，计入组织覆盖。',
      build: null,
      members: '没有登记党员',
      rule: '2018年7月起口径',
    });
  });

  it('says what an organization that does not count is worth', () => {
    const partyOrgs = [org({ formation: 'affiliated' })];
    const people = ['a', 'b', 'c'].map((id) =>
      buildDocument('people', { id, name: id, stage: 'full', workUnitId: 'u' }),
    );
    const { coverage, build } = explained({ partyOrgs, people }, { countsAffiliated: false });
    expect(coverage).toMatch(/（挂靠），自 2022-03-01 起，按现行口径挂靠不计入组织覆盖，只计入工作覆盖。$/);
    expect(build).toBe('应建未建：正式党员 3 名，达到 3 名，现有的挂靠不计入组织覆盖。');
  });

  it('explains why a branch said to be of one firm counts as joint', () => {
    const covers = { c: { unitId: 'u', from: '2022' }, d: { unitId: 'v', from: '2022' } };
    const partyOrgs = [org({ formation: 'solo', hostUnitId: 'v', covers })];
    expect(explained({ partyOrgs, units: [unit(), unit({}, 'v')] }).coverage).toContain(
      '（填报为单独组建，实际覆盖多家单位，按联合组建统计）',
    );
  });

  it('names the instructor, or that nobody is named yet', () => {
    expect(explained({ instructors: [instructor] }).coverage).toBe(
      '没有党组织覆盖；由党建指导员林文联系，自 2025-10-01 起，还没有走访记录，计入工作覆盖；不算有效工作覆盖。',
    );
    const visit = (on: string) =>
      buildDocument('records', {
        ...{ id: on, kind: 'visit', unitId: 'u', on },
        ...{ instructorId: 'i', byKind: 'instructor', by: '林文', mode: 'onSite' },
      });
    const visited = (on: string) => explained({ instructors: [instructor], records: [visit(on)] }).coverage;
    expect(visited('2025-12-01')).toMatch(/最近走访 2025-12-01，计入工作覆盖。$/);
    expect(visited('2025-03-01')).toMatch(/计入工作覆盖；3 个月内没有走访，不算有效工作覆盖。$/);
    expect(explained({ units: [unit({ declared: { hasInstructor: true } })] }).coverage).toBe(
      '没有党组织覆盖；台账填报已选派指导员，还没有登记是谁，计入工作覆盖；不算有效工作覆盖。',
    );
  });

  it('says what ends a blank spot, also where only a mass organization is there and does not count', () => {
    expect(explained({}).coverage).toContain('是空白点');
    const units = [unit({ massOrgs: { union: { has: true } } })];
    expect(explained({ units }, { countsMassOrgs: true }).coverage).toContain('按现行口径计入工作覆盖');
    expect(explained({ units }, { countsMassOrgs: false }).coverage).toMatch(
      /只有群团组织，按现行口径不计入工作覆盖，是空白点。/,
    );
  });
});

describe('a unit outside the count', () => {
  it('counts for nothing in any sentence, and the reason is given', () => {
    const gone = { status: 'deregistered', statusSince: '2025-01-01', declared: { members: 5 } } as const;
    const bare = explained({ units: [unit(gone)] });
    expect(bare).toMatchObject({ scope: '不纳入统计（注销）', short: '不纳入统计（注销）', build: null });
    expect(bare.coverage).toBe('没有党组织覆盖，也没有选派指导员、联络员。');
    expect(explained({ units: [unit(gone)], partyOrgs: [org()] }).coverage).not.toMatch(/计入|空白点/);
  });

  it('is not a sole trader, who has a series of their own', () => {
    const units = [unit({ unitType: 'individualBusiness' })];
    expect(explained({ units })).toMatchObject({
      scope: '单列统计（个体工商户）',
      short: expect.stringMatching(/^空白点/),
    });
  });
});

describe('members in words', () => {
  const member = (id: string, more: Partial<Draft<'people'>> = {}) =>
    buildDocument('people', { id, name: id, stage: 'full', workUnitId: 'u', ...more });
  it('tells the roster from declared numbers, with the difference', () => {
    const people = [member('a'), member('b', { stage: 'probationary' })];
    const said = (members: number) =>
      explained({ units: [unit({ declared: { members, elsewhere: 1 } })], people }).members;
    expect(said(1)).toBe(
      '关系在本单位的党员 2 名（正式 1 名、预备 1 名）；关系不在本单位的党员 1 名；按花名册统计，比填报数多 1 名',
    );
    expect(said(4)).toMatch(/^关系在本单位的党员 4 名.*花名册不全，按填报数统计，花名册少 2 名$/);
  });
  it('calls no roster short that has all the declared members, be it none', () => {
    expect(explained({ units: [unit({ declared: { members: 0 } })] }).members).toMatch(/名；按填报数统计$/);
  });
  it('does not deny those whose relation is elsewhere', () => {
    expect(explained({ units: [unit({ declared: { elsewhere: 2 } })] }).members).toBe(
      '没有登记关系在本单位的党员；关系不在本单位的党员 2 名',
    );
  });
});
