/** 规模以上 under a dated definition. The rules are data in size-rules.ts. */
import { identifierProblems as problems } from '@shared/problems/identifier-problems';
import { industryLabelOf } from './industry';
import { accepted, type Parsed, refused } from './parsed';
import { rulesFor, type SizeFacts } from './size-class';
import { type AboveScaleBasis, type AboveScaleDefinition, aboveScaleDefinitions } from './size-rules';

/** The definition of a basis in force on a day; the earliest one for days before any. */
export function aboveScaleDefinitionOn(basis: AboveScaleBasis, day: string): AboveScaleDefinition {
  const dated = aboveScaleDefinitions[basis];
  const found = dated.findLast((definition) => definition.validFrom <= day) ?? dated[0];
  if (!found) throw new Error(`no definition of ${basis}`);
  return found;
}

/** null with a problem that names what is missing, when the definition cannot decide. */
export function isAboveScale(
  facts: Pick<SizeFacts, 'industryCode' | 'staff' | 'revenueWan'>,
  basis: AboveScaleBasis,
  asOf: string,
  field: string | null = 'aboveScale',
): Parsed<boolean> {
  const definition = aboveScaleDefinitionOn(basis, asOf);
  return definition.byIndustry === null
    ? byStaffAndRevenue(facts, definition, field)
    : byIndustry(facts, definition, definition.byIndustry, field);
}

type Facts = Parameters<typeof isAboveScale>[0];

function byStaffAndRevenue(
  facts: Facts,
  definition: AboveScaleDefinition,
  field: string | null,
): Parsed<boolean> {
  const [min, max] = definition.staff ?? [0, Infinity];
  const bound = definition.revenueWan ?? 0;
  const { staff, revenueWan } = facts;
  if (staff !== null && staff > max)
    return accepted(
      false,
      revenueWan !== null && revenueWan >= bound ? [problems.aboveScaleGap({ staff }, field)] : [],
    );
  if ((staff !== null && staff < min) || (revenueWan !== null && revenueWan < bound)) return accepted(false);
  const missing = [...(staff === null ? ['从业人员'] : []), ...(revenueWan === null ? ['年营业收入'] : [])];
  return missing.length === 0 ? accepted(true) : refused(problems.aboveScaleUnknown({ missing }, field));
}

function byIndustry(
  { industryCode, revenueWan }: Facts,
  definition: AboveScaleDefinition,
  rules: NonNullable<AboveScaleDefinition['byIndustry']>,
  field: string | null,
): Parsed<boolean> {
  if (industryCode === null) return refused(problems.aboveScaleUnknown({ missing: ['行业'] }, field));
  const applying = rulesFor(rules, industryCode);
  if (applying.length === 0)
    return refused(
      problems.aboveScaleNoRule(
        { label: industryLabelOf(industryCode) ?? industryCode, basisLabel: definition.label },
        field,
      ),
    );
  if (revenueWan === null) return refused(problems.aboveScaleUnknown({ missing: ['年营业收入'] }, field));
  const answers = new Set(applying.map((rule) => revenueWan >= rule.revenueWan));
  const [only] = answers;
  return answers.size === 1 && only !== undefined
    ? accepted(only)
    : refused(problems.aboveScaleUnknown({ missing: ['行业大类'] }, field));
}
