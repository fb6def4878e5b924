/**
 * Judges a unit by a criteria set: automatic rules over the records, overridden where a person decided otherwise in
 * an assessment form of the last twelve months.
 */
import type { Assessment } from '@shared/domain/assessment';
import type { Criterion } from '@shared/domain/rule-set';
import type { Unit } from '@shared/domain/unit';
import { relatedDocuments } from '@shared/rules/relations';
import type { FactsContext } from '../facts-context';
import { monthsBefore } from '../periods';
import type { CoverageFacts, SixHavesFacts } from '../unit-facts';
import { hasActivities } from './has-activities';
import { hasEffect } from './has-effect';
import { hasFacility } from './has-facility';
import { hasFunds } from './has-funds';
import { hasOrg } from './has-org';
import { hasDocument, hasRules } from './has-rules';
import { hasVenue } from './has-venue';
import type { AutoRule, AutoRuleCode, RuleAnswer, RuleInput } from './rule-model';

type Form = Extract<Assessment, { kind: 'sixAssessment' }>;

const byPerson: AutoRule = () => ({
  isMet: false,
  explain: () => ({ why: '由人工认定', shortfalls: [{ toDo: '在评估表中认定', gap: '未认定' }] }),
});
const autoRuleOf: Readonly<Record<AutoRuleCode, AutoRule>> = {
  hasOrg,
  hasVenue,
  hasFunds,
  hasActivities,
  hasRules,
  hasEffect,
  facility: hasFacility,
  document: hasDocument,
  manual: byPerson,
};

/** One item of a unit, with everything a form shows. */
export interface SixItem {
  readonly code: string;
  readonly label: string;
  readonly isMet: boolean;
  readonly isMetByRule: boolean;
  /** A person's decision; null = the rule decides. */
  readonly manual: boolean | null;
  readonly note: string | null;
  readonly why: string;
  /** What is still to be done; null when met. */
  readonly missing: string | null;
  /** The same in a few words, as table F6 prints it; null when met. */
  readonly gap: string | null;
  /** ㎡, 元, 次, 项 or 条 as table F6 prints it; null where there is nothing to count. */
  readonly amount: number | null;
}

interface Judged {
  readonly criterion: Criterion;
  readonly answer: RuleAnswer;
  readonly isMet: boolean;
  readonly manual: boolean | null;
  readonly note: string | null;
}

type Cover = Pick<CoverageFacts, 'coverOrgId'>;

export function deriveSixHaves(unit: Unit, cover: Cover, context: FactsContext): SixHavesFacts {
  const { criteriaSet } = context;
  const form = findForm(unit.id, context);
  const sixItems: Record<string, boolean> = {};
  let sixMet = 0;
  for (const { criterion, isMet } of judgeAll(unit, cover, form, context)) {
    sixItems[criterion.code] = isMet;
    if (isMet) sixMet += 1;
  }
  const isSixPassed = criteriaSet.items.length > 0 && sixMet >= criteriaSet.passMin;
  return {
    criteriaSetCode: criteriaSet.code,
    sixItems,
    sixMet,
    isSixAssessed: cover.coverOrgId !== null || form !== null,
    isSixPassed,
    isSixBasic: !isSixPassed && criteriaSet.items.length > 0 && sixMet >= criteriaSet.basicMin,
  };
}

/** The items of one unit in words, for its page and its assessment form. */
export function explainSixHaves(unit: Unit, cover: Cover, context: FactsContext): SixItem[] {
  return judgeAll(unit, cover, findForm(unit.id, context), context).map(
    ({ criterion, answer, isMet, manual, note }) => {
      const { why, shortfalls, amount } = answer.explain();
      return {
        code: criterion.code,
        label: criterion.label,
        isMet,
        isMetByRule: answer.isMet,
        manual,
        note,
        why:
          manual === null || manual === answer.isMet ? why : `人工认定${manual ? '达到' : '未达到'}；${why}`,
        missing: isMet ? null : shortfalls.map(({ toDo }) => toDo).join('，') || byHand(note),
        gap: isMet ? null : shortfalls.map(({ gap }) => gap).join('、') || byHand(note),
        amount: amount ?? null,
      };
    },
  );
}

/** The rule finds nothing missing, a person decided otherwise. */
const byHand = (note: string | null): string => note ?? '人工认定未达到';

function judgeAll(unit: Unit, cover: Cover, form: Form | null, context: FactsContext): Judged[] {
  const org =
    cover.coverOrgId === null ? null : (context.relations.documents.partyOrgs.get(cover.coverOrgId) ?? null);
  const input: RuleInput = { ...context, unit, org };
  return context.criteriaSet.items.map((criterion) => {
    const answer = autoRuleOf[criterion.autoRule](input, criterion);
    const entry = form?.items[criterion.code];
    const manual = entry?.manual ?? null;
    return { criterion, answer, manual, note: entry?.note ?? null, isMet: manual ?? answer.isMet };
  });
}

/** Newest assessment form of the unit by this criteria set, not older than a year; null = none. */
function findForm(unitId: string, { relations, criteriaSet, asOf }: FactsContext): Form | null {
  const oldest = monthsBefore(asOf, 12);
  let found: Form | null = null;
  for (const form of relatedDocuments(relations, 'assessments', 'assessmentsByUnit', unitId)) {
    if (form.kind !== 'sixAssessment' || form.on > asOf || form.on <= oldest) continue;
    const setting = relations.documents.settings.get(form.criteriaSetId);
    const code = setting?.kind === 'criteriaSet' ? setting.code : form.criteriaSetId;
    if (code === criteriaSet.code && (found === null || orderOf(form) > orderOf(found))) found = form;
  }
  return found;
}

/** Of two forms of one day it must be the same one everywhere, whatever order they are found in. */
const orderOf = (form: Form): string => `${form.on} ${form.id}`;
