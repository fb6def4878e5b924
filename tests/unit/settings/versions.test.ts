import {
  criteriaChoices,
  startStandard,
  storedCriteriaSets,
  thresholdWords,
  withThreshold,
} from '@renderer/features/settings/criteria-versions';
import {
  ownRulesOf,
  ruleVersions,
  startVersion,
  storedRuleSets,
  versionNameFor,
  versionOn,
} from '@renderer/features/settings/rule-set-versions';
import type { DocumentOf } from '@shared/domain/collections';
import { defaultCriteriaSets } from '@shared/rules/default-criteria-sets';
import { criteriaSetOn, ruleSetOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

/** The settings after the operations, as the register would hold them. */
function apply(
  settings: readonly DocumentOf<'settings'>[],
  operations: ReturnType<typeof startVersion>,
): DocumentOf<'settings'>[] {
  const changed = settings.map((setting) => {
    const change = operations.find((one) => one.op === 'change' && one.id === setting.id);
    return change?.op === 'change' ? { ...setting, ...change.changes } : setting;
  }) as DocumentOf<'settings'>[];
  const created = operations.flatMap((one, i) =>
    one.op === 'create' && one.collection === 'settings'
      ? [buildDocument('settings', { id: `new-${settings.length}-${i}`, ...one.draft })]
      : [],
  );
  return [...changed, ...created];
}

function changeRules(
  settings: readonly DocumentOf<'settings'>[],
  validFrom: string,
  countsAffiliated: boolean,
): DocumentOf<'settings'>[] {
  const stored = storedRuleSets(settings);
  const basis = versionOn(stored, validFrom);
  if (!basis) throw new Error('no version in force');
  const rules = ownRulesOf(basis.ruleSet);
  const changed = { ...rules, coverage: { ...rules.coverage, countsAffiliated } };
  return apply(settings, startVersion(ruleVersions(stored), basis, changed, validFrom));
}

describe('a changed rule', () => {
  it('applies from its day on and leaves the days before as they were', () => {
    const stored = storedRuleSets(changeRules([], '2026-11-21', false));
    expect(ruleSetOn('2026-11-20', stored).coverage.countsAffiliated).toBe(true);
    expect(ruleSetOn('2026-11-21', stored).coverage.countsAffiliated).toBe(false);
    expect(ruleSetOn('2030-01-01', stored).coverage.countsAffiliated).toBe(false);
  });

  it('ends the version of the office before it, so that each day has one', () => {
    const twice = changeRules(changeRules([], '2026-06-01', false), '2026-09-01', true);
    const stored = storedRuleSets(twice);
    expect(stored.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2026-06-01', '2026-09-01'],
      ['2026-09-01', null],
    ]);
    expect(ruleSetOn('2026-08-31', stored).coverage.countsAffiliated).toBe(false);
    expect(ruleSetOn('2026-09-01', stored).coverage.countsAffiliated).toBe(true);
  });

  it('is corrected in place when it began that very day', () => {
    const again = changeRules(changeRules([], '2026-06-01', false), '2026-06-01', true);
    expect(storedRuleSets(again)).toHaveLength(1);
    expect(ruleSetOn('2026-06-01', storedRuleSets(again)).coverage.countsAffiliated).toBe(true);
  });

  it('never goes by a name that is taken', () => {
    expect(versionNameFor([], '2026-11-21')).toBe('2026.11');
    expect(versionNameFor(['2026.11', '2026.11-2'], '2026-11-30')).toBe('2026.11-3');
  });
});

describe('a changed standard of 六有', () => {
  const setA = criteriaSetOn('2026-11-21');
  const larger = withThreshold(setA, 'hasVenue', 'minAreaM2', 30);

  it('changes the one threshold and nothing else', () => {
    expect(larger.items.find((item) => item.code === 'hasVenue')?.thresholds['minAreaM2']).toBe(30);
    expect(larger.items.filter((item, i) => item !== setA.items[i])).toHaveLength(1);
  });

  it('applies from its day on', () => {
    const stored = storedCriteriaSets(apply([], startStandard([], setA, larger, '2026-11-21')));
    const areaOn = (day: string) =>
      criteriaSetOn(day, stored).items.find((item) => item.code === 'hasVenue')?.thresholds['minAreaM2'];
    expect(areaOn('2026-11-20')).toBe(20);
    expect(areaOn('2026-11-21')).toBe(30);
  });

  it('is offered with words for every threshold the program brings along', () => {
    const names = defaultCriteriaSets.flatMap((set) =>
      set.items.flatMap((item) => Object.keys(item.thresholds)),
    );
    expect([...new Set(names)].filter((name) => !(name in thresholdWords))).toEqual([]);
  });

  it('cannot be a set that has no items yet', () => {
    const codes = criteriaChoices([], '2026-11-21').map((choice) => choice.value);
    expect(codes).toContain('sixHavesA');
    expect(codes).not.toContain('fiveHaves');
  });
});
