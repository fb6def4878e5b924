import type { RuleSet } from '@shared/domain/rule-set';
import type { FigureId } from '@shared/figures/figure';
import { formatFraction, formatRate, formatRatio } from '@shared/figures/format-rate';
import { dualCoverage } from '@shared/figures/indicators/c04-dual-coverage';
import { isDoubleStandardMet } from '@shared/figures/indicators/c09-double-standard';
import { activistRange } from '@shared/figures/indicators/c18-activists';
import { listBehind } from '@shared/figures/summarize';
import { describe, expect, it } from 'vitest';
import { countRegister } from '../../support/count-register';
import { buildTownT, townTAsOf } from '../../support/town-t';

const count = (switches: Partial<RuleSet['coverage']> = {}) =>
  countRegister(buildTownT(), townTAsOf, switches);

describe('example town T', () => {
  const { facts, sites, summary, ruleSet } = count();
  const { figures } = summary;

  it.each<[FigureId, string, string]>([
    ['C1', '22/30', '73.3%'],
    ['C1s', '19/30', '63.3%'],
    ['C2', '9/30', '30.0%'],
    ['C3', '28/30', '93.3%'],
    ['C3r', '5/8', '62.5%'],
    ['C3e', '25/30', '83.3%'],
    ['C5', '10/11', '90.9%'],
    ['C5s', '9/11', '81.8%'],
    ['C7', '19/21', '90.5%'],
    ['C9a', '9/10', '90.0%'],
    ['C9b', '3/4', '75.0%'],
    ['C10', '96/2400', '4.0%'],
    ['C11', '4/12', '33.3%'],
    ['C13', '5/8', '62.5%'],
    ['C14', '19/20', '95.0%'],
    ['C16', '6/7', '85.7%'],
    ['C17', '6/8', '75.0%'],
    ['C20', '15/22', '68.2%'],
    ['C20b', '15/30', '50.0%'],
    ['C21', '60/96', '62.5%'],
  ])('%s is %s = %s', (id, fraction, percent) => {
    expect(formatFraction(figures[id])).toBe(fraction);
    expect(formatRate(figures[id], 1)).toBe(percent);
  });

  it('counts 30 of 40 registered units and names the others', () => {
    expect(facts.size).toBe(40);
    expect(summary.scope).toEqual({
      operating: 30,
      deregistered: 3,
      revoked: 1,
      movedOut: 2,
      suspended: 2,
      preparing: 2,
    });
    expect(summary.coverageStates).toEqual({
      solo: 9,
      joint: 12,
      affiliated: 1,
      work: 5,
      massOnly: 1,
      blank: 2,
    });
  });

  it('counts a joint branch once as an organization and once per unit as a cover', () => {
    expect(summary.orgsByScope).toEqual({ operating: 12 });
    const joint = [...facts.values()].filter((unit) => unit.coverageState === 'joint');
    expect(joint).toHaveLength(12);
    expect(joint.reduce((sum, unit) => sum + unit.seatOrgs, 0)).toBe(3);
  });

  it('puts one unit on each of the first two lists of C6', () => {
    expect(listBehind('C6', 'numerator', facts.values())).toEqual(['open-1']);
    expect(listBehind('C6b', 'numerator', facts.values())).toEqual(['joint-1']);
    expect(figures.C6c.numerator).toBe(0);
  });

  it('is not fully covered while two blank spots are left', () => {
    expect(formatFraction(figures.C4)).toBe('2/30');
    expect(dualCoverage(figures.C1, figures.C3)).toMatchObject({
      withoutOrg: 8,
      withoutWork: 2,
      isFull: false,
    });
    expect(listBehind('C4', 'numerator', facts.values())).toEqual(['open-7', 'open-8']);
    expect(listBehind('C3', 'rest', facts.values())).toEqual(['open-7', 'open-8']);
  });

  it('prints ratios, not percentages, for reserves and instructors', () => {
    expect(formatFraction(figures.C12)).toBe('10/12');
    expect(formatRatio(figures.C12, 2)).toBe('0.83');
    expect(formatFraction(figures.C13b)).toBe('5/2');
    expect(formatRatio(figures.C13b, 1)).toBe('2.5');
  });

  it('misses 双达标 and asks 60–240 activists of 12 organizations', () => {
    expect(isDoubleStandardMet(figures.C9a, figures.C9b)).toBe(false);
    expect(formatFraction(figures.C18)).toBe('60/12');
    expect(activistRange(figures.C18.denominator, ruleSet.orgs)).toEqual({ min: 60, max: 240 });
  });

  it('opens the one site without a room', () => {
    expect(listBehind('C14', 'rest', facts.values(), sites.values())).toEqual(['street-4']);
  });

  it('spreads 六有 over the 22 assessed units', () => {
    expect(summary.sixByCount).toEqual({ '1': 1, '5': 6, '6': 15 });
    expect(summary.sixByItem).toEqual({
      hasOrg: 22,
      hasVenue: 21,
      hasFunds: 20,
      hasActivities: 16,
      hasRules: 21,
      hasEffect: 21,
    });
  });

  it('carries base, day and rule version with every figure', () => {
    expect(figures.C1).toEqual({
      id: 'C1',
      numerator: 22,
      denominator: 30,
      base: '纳入统计单位',
      asOf: '2025-12-31',
      ruleSetVersion: '2018',
    });
  });

  it('leaves affiliated units out of C1 when the rules say so, but not out of C3', () => {
    const without = count({ countsAffiliated: false }).summary.figures;
    expect([formatFraction(without.C1), formatRate(without.C1, 1)]).toEqual(['21/30', '70.0%']);
    expect(formatFraction(without.C3)).toBe('28/30');
  });

  it('leaves mass organizations out of C3 when the rules say so', () => {
    const without = count({ countsMassOrgs: false }).summary.figures;
    expect([formatFraction(without.C3), formatRate(without.C3, 1)]).toEqual(['27/30', '90.0%']);
    expect(without.C4.numerator).toBe(3);
  });

  it('prints a dash for an empty base', () => {
    expect(formatRate(figures.C8, 1)).toBe('—');
  });
});
