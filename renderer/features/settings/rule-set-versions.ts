/** Dated versions of rules: a change never rewrites the version past figures were counted by, it starts a new one. */
import type { Operation } from '@renderer/data/register-store';
import type { RuleSet } from '@shared/domain/rule-set';
import type { Setting } from '@shared/domain/setting';
import { defaultRuleSets } from '@shared/rules/default-rule-sets';
import { findInForce } from '@shared/rules/rule-set-on';

export type StoredRuleSet = Extract<Setting, { kind: 'ruleSet' }>;

export interface RuleVersion {
  readonly ruleSet: RuleSet;
  /** The document of this office; null = came with the program. */
  readonly stored: StoredRuleSet | null;
}

export const storedRuleSets = (settings: readonly Setting[]): StoredRuleSet[] =>
  settings.filter((setting) => setting.kind === 'ruleSet');

/** Newest first; of two that begin on one day the office's own stands first, as it takes precedence. */
export function ruleVersions(stored: readonly StoredRuleSet[]): RuleVersion[] {
  return [
    ...stored.map((ruleSet) => ({ ruleSet, stored: ruleSet })),
    ...defaultRuleSets.map((ruleSet) => ({ ruleSet, stored: null })),
  ].sort((a, b) => b.ruleSet.validFrom.localeCompare(a.ruleSet.validFrom));
}

/** The version that applies on a day; null before the first one. */
export function versionOn(stored: readonly StoredRuleSet[], day: string): RuleVersion | null {
  const own = findInForce(day, stored);
  if (own) return { ruleSet: own, stored: own };
  const brought = findInForce(day, defaultRuleSets);
  return brought && { ruleSet: brought, stored: null };
}

/** Name of a version that begins on a day: 2026.11, then 2026.11-2 when that is taken. */
export function versionNameFor(taken: readonly string[], validFrom: string): string {
  const base = validFrom.slice(0, 7).replace('-', '.');
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}

/** What an office may decide for itself; the duties and the steps of member development are national. */
export type OwnRules = Pick<RuleSet, 'coverage' | 'orgs' | 'targets'>;
export const ownRulesOf = ({ coverage, orgs, targets }: RuleSet): OwnRules => ({ coverage, orgs, targets });

/**
 * Operations that make `rules` apply from a day on. A version of this office that begins on that very day is
 * corrected in place; otherwise the one in force ends there and a copy with the new rules takes its place.
 */
export function startVersion(
  versions: readonly RuleVersion[],
  basis: RuleVersion,
  rules: OwnRules,
  validFrom: string,
): Operation[] {
  if (basis.stored?.validFrom === validFrom)
    return [{ op: 'change', collection: 'settings', id: basis.stored.id, changes: { ...rules } }];
  const { code, duties, development, validTo } = basis.ruleSet;
  const version = versionNameFor(
    versions.map((known) => known.ruleSet.version),
    validFrom,
  );
  const ending: Operation[] = basis.stored
    ? [{ op: 'change', collection: 'settings', id: basis.stored.id, changes: { validTo: validFrom } }]
    : [];
  return [
    ...ending,
    {
      op: 'create',
      collection: 'settings',
      draft: {
        kind: 'ruleSet',
        code,
        name: `${validFrom.replace('-', '年').replace('-', '月')}日起口径`,
        version,
        validFrom,
        validTo,
        ...rules,
        duties,
        development,
      },
    },
  ];
}
