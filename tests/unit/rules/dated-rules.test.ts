import { buildRelations } from '@shared/figures/build-relations';
import { defaultRuleSets } from '@shared/rules/default-rule-sets';
import { stageOn } from '@shared/rules/member-stage';
import { termEndOf } from '@shared/rules/org-state';
import { criteriaSetOn, ruleSetOn, rulesOn } from '@shared/rules/rule-set-on';
import { changeStatus, isWithinGrace, statusOn } from '@shared/rules/unit-status';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

describe('rule sets', () => {
  it.each([
    ['2007-01-01', '2009'],
    ['2018-06-30', '2009'],
    ['2018-07-01', '2018'],
    ['2026-04-30', '2018'],
    ['2026-05-01', '2026'],
  ])('on %s are version %s', (day, version) => {
    expect(ruleSetOn(day).version).toBe(version);
  });

  it("give way to an office's own set while that is in force", () => {
    const own = { ...defaultRuleSets[0], version: 'own', validFrom: '2024-01-01', validTo: '2025-01-01' };
    expect(ruleSetOn('2024-06-01', [own]).version).toBe('own');
    expect(ruleSetOn('2025-01-01', [own]).version).toBe('2018');
  });

  it('are read from the settings of a register, the criteria set as the office chose it', () => {
    const office = buildDocument('settings', {
      id: 's',
      kind: 'office',
      name: '田湾镇党建办',
      homeOrgUnitId: 't',
      isDemo: false,
      criteriaCode: 'sixHavesB',
    });
    const relations = buildRelations({ settings: [office] });
    expect(rulesOn(relations, '2025-12-31').criteriaSet.code).toBe('sixHavesB');
    expect(criteriaSetOn('2025-12-31').code).toBe('sixHavesA');
    expect(criteriaSetOn('2025-12-31', [], 'unheard of').code).toBe('sixHavesA');
  });

  it('keep the old term of a committee for elections before July 2018', () => {
    const org = buildDocument('partyOrgs', {
      id: 'o',
      name: '中共某公司委员会',
      tier: 'committee',
      termStart: '2016-05',
      status: 'active',
    });
    expect(termEndOf(org, ruleSetOn('2017-01-01').orgs)).toBe('2019-05-01');
    expect(termEndOf(org, ruleSetOn('2019-01-01').orgs)).toBe('2021-05-01');
  });
});

describe('the state of a unit', () => {
  const unit = buildDocument('units', {
    id: 'u',
    unitType: 'enterprise',
    name: '恒兴公司',
    townshipId: 't',
    foundedOn: '2015-03',
    status: 'deregistered',
    statusSince: '2025-06',
  });

  it('is looked up by day, with the states before it', () => {
    const dated = { ...unit, pastStatuses: { '2015-03': 'preparing', '2016': 'operating' } as const };
    expect(statusOn(dated, '2015-02-28')).toBeNull();
    expect(statusOn(dated, '2015-12-31')).toEqual({ status: 'preparing', since: '2015-03' });
    expect(statusOn(dated, '2025-05-31')).toEqual({ status: 'operating', since: '2016' });
    expect(statusOn(dated, '2025-06-01')).toEqual({ status: 'deregistered', since: '2025-06' });
  });

  it('was operating before a recorded end and nothing before a recorded beginning', () => {
    expect(statusOn(unit, '2025-05-31')).toEqual({ status: 'operating', since: '2015-03' });
    expect(statusOn({ ...unit, status: 'operating' }, '2025-05-31')).toBeNull();
    expect(statusOn({ ...unit, statusSince: null }, '2020-01-01')?.status).toBe('deregistered');
  });

  it('is changed together with a note of the state before', () => {
    expect(
      changeStatus({ ...unit, status: 'operating', statusSince: '2016' }, 'suspended', '2025-01-10'),
    ).toEqual({
      status: 'suspended',
      statusSince: '2025-01-10',
      'pastStatuses.2016': 'operating',
    });
    expect(changeStatus({ ...unit, statusSince: '2025-01-10' }, 'shell', '2025-01-10')).toEqual({
      status: 'shell',
      statusSince: '2025-01-10',
    });
  });

  it('stays within grace for the months of the setting', () => {
    expect(isWithinGrace('2025-10', 3, '2025-12-31')).toBe(true);
    expect(isWithinGrace('2025-10', 3, '2026-01-01')).toBe(false);
    expect(isWithinGrace('2025-12', 0, '2025-12-31')).toBe(false);
    expect(isWithinGrace(null, 3, '2025-12-31')).toBe(false);
  });
});

describe('the stage of a person', () => {
  const person = buildDocument('people', {
    id: 'p',
    name: '林文',
    stage: 'full',
    joinedOn: '2012-05-20',
    fullOn: '2013-05',
  });
  it('follows the dates of joining, conversion and leaving', () => {
    expect(stageOn(person, '2012-05-19')).toBe('candidate');
    expect(stageOn(person, '2013-04-30')).toBe('probationary');
    expect(stageOn(person, '2013-05-01')).toBe('full');
    const left = {
      ...person,
      stage: 'exited' as const,
      exit: { kind: 'died' as const, on: '2025-03', doc: null },
    };
    expect(stageOn(left, '2025-02-28')).toBe('full');
    expect(stageOn(left, '2025-03-01')).toBe('exited');
  });
  it('leaves suspended members out and keeps lost ones', () => {
    expect(stageOn({ ...person, suspendedOn: '2025' }, '2025-06-01')).toBe('exited');
    expect(stageOn({ ...person, lostSince: '2025' }, '2025-06-01')).toBe('full');
  });
  it('does not turn an activist with a stray joining date into a member', () => {
    expect(stageOn({ ...person, stage: 'activist' }, '2025-06-01')).toBe('activist');
  });
});
