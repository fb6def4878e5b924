/** Size class 规模 of a firm, from its industry, staff, revenue and assets. The rules are data in size-rules.ts. */
import { identifierProblems as problems } from '@shared/problems/identifier-problems';
import { industryLabelOf } from './industry';
import { accepted, type Parsed, refused } from './parsed';
import { type SizeRule, sizeOutOfScope, sizeRules } from './size-rules';

export type SizeClass = 'large' | 'medium' | 'small' | 'micro';
const classes = ['large', 'medium', 'small'] as const;

export interface SizeFacts {
  /** Section letter + 0–4 digits; null = unknown. */
  readonly industryCode: string | null;
  readonly staff: number | null;
  readonly revenueWan: number | null;
  readonly assetsWan: number | null;
}

const measures = [
  ['staff', '从业人员'],
  ['revenueWan', '年营业收入'],
  ['assetsWan', '资产总额'],
] as const;

/** The rule naming the longest prefix of a code, or every finer one when the code stops short of them. */
export function rulesFor<R extends { readonly codes: readonly string[] }>(
  rules: readonly R[],
  industryCode: string,
): readonly R[] {
  const covering = rules
    .flatMap((rule) =>
      rule.codes.filter((code) => industryCode.startsWith(code)).map((code) => ({ rule, code })),
    )
    .sort((a, b) => b.code.length - a.code.length)[0];
  if (covering) return [covering.rule];
  return rules.filter((rule) =>
    rule.codes.some((code) => code !== industryCode && code.startsWith(industryCode)),
  );
}

/**
 * The highest class of which every lower bound is reached; one bound missed puts the firm a class down. An
 * unknown measure, or an industry known only by its section, still decides when every possibility agrees.
 */
export function sizeClassOf(facts: SizeFacts, field: string | null = 'sizeClass'): Parsed<SizeClass> {
  const { industryCode } = facts;
  if (industryCode === null) return refused(problems.sizeUnknown({ missing: ['行业'] }, field));
  const rules = rulesFor(sizeRules, industryCode);
  if (rules.length === 0 || sizeOutOfScope.some((code) => industryCode.startsWith(code)))
    return refused(problems.sizeOutOfScope({ label: industryLabelOf(industryCode) ?? industryCode }, field));
  // A section that also holds divisions outside the classification says too little.
  if (sizeOutOfScope.some((code) => code.startsWith(industryCode)))
    return refused(problems.sizeUnknown({ missing: ['行业大类'] }, field));
  const possible = new Set(
    rules.flatMap((rule) => [classUnder(rule, facts, 0), classUnder(rule, facts, Infinity)]),
  );
  const [only] = possible;
  if (possible.size === 1 && only !== undefined) return accepted(only);
  return refused(problems.sizeUnknown({ missing: listMissing(rules, facts) }, field));
}

/** @param unknown what an unknown measure is taken for. */
function classUnder(rule: SizeRule, facts: SizeFacts, unknown: number): SizeClass {
  const reached = classes.findIndex((_, i) =>
    measures.every(([key]) => {
      const bounds = rule[key];
      return bounds === undefined || (facts[key] ?? unknown) >= (bounds[i] ?? Infinity);
    }),
  );
  return classes[reached] ?? 'micro';
}

function listMissing(rules: readonly SizeRule[], facts: SizeFacts): string[] {
  const missing = measures
    .filter(([key]) => facts[key] === null && rules.some((rule) => rule[key] !== undefined))
    .map(([, label]) => label);
  return rules.length > 1 ? ['行业大类', ...missing] : missing;
}
