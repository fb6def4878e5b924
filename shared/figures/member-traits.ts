/** What a member adds to the counts of floating, training and new members (C17, C19, C21). */
import type { Person } from '@shared/domain/person';
import { holdsOn } from '@shared/domain/span';
import { firstDayOf } from '@shared/lib/day';
import { relatedDocuments } from '@shared/rules/relations';
import type { FactsContext } from './facts-context';

/** Counts over the roster of one unit; written while its people are walked through. */
export interface RosterTally {
  here: number;
  probationary: number;
  workingHere: number;
  elsewhere: number;
  countingHere: number;
  countingElsewhere: number;
  floating: number;
  floatingByScope: Readonly<Record<string, number>>;
  trained: number;
  joined: number;
  joinedPreferred: number;
  activists: number;
}

/** 大专及以上. */
const highEducations: ReadonlySet<string | null> = new Set(['postgraduate', 'bachelor', 'college']);

export function memberTraits(tally: RosterTally, person: Person, context: FactsContext): void {
  const { asOf, ruleSet } = context;
  const scope = floatingScopeOf(person, context);
  if (scope !== null) {
    tally.floating += 1;
    const before = tally.floatingByScope[scope] ?? 0;
    tally.floatingByScope = { ...tally.floatingByScope, [scope]: before + 1 };
  }
  if (hoursInYear(person, asOf) >= ruleSet.orgs.trainingHoursPerYear) tally.trained += 1;
  if (person.joinedOn?.slice(0, 4) !== asOf.slice(0, 4)) return;
  tally.joined += 1;
  if (isPreferred(person, asOf, ruleSet.development['youngMaxAge'] ?? 35)) tally.joinedPreferred += 1;
}

/**
 * Scope of the open float-out record, 'unknown' without one or without a scope; null = not away. Of several open ones the
 * latest counts, whatever order the register gives them in: device and county must not answer differently.
 */
function floatingScopeOf(person: Person, { relations, asOf }: FactsContext): string | null {
  let hasRecord = false;
  let open: { readonly order: string; readonly scope: string } | null = null;
  for (const found of relatedDocuments(relations, 'cases', 'casesByPerson', person.id)) {
    if (found.kind !== 'floatRecord' || found.direction !== 'out') continue;
    hasRecord = true;
    if (!holdsOn({ from: found.since, to: found.returnedOn }, asOf)) continue;
    const order = `${found.since ?? ''} ${found.id}`;
    if (open === null || order > open.order) open = { order, scope: found.scope ?? 'unknown' };
  }
  if (open !== null) return open.scope;
  return !hasRecord && person.floatState === 'out' ? 'unknown' : null;
}

function hoursInYear(person: Person, asOf: string): number {
  let hours = 0;
  for (const key in person.training) {
    const entry = person.training[key];
    if (entry && entry.on <= asOf && entry.on.slice(0, 4) === asOf.slice(0, 4)) hours += entry.hours;
  }
  return hours;
}

/** On the front line, highly educated or young: one reason is enough, several count once. */
const isPreferred = (person: Person, asOf: string, youngMaxAge: number): boolean =>
  person.jobKind === 'frontline' ||
  highEducations.has(person.education) ||
  (person.birthOn !== null && ageOn(person.birthOn, asOf) <= youngMaxAge);

/** Full years of age; a partial birth date counts from its first day. */
export function ageOn(birthOn: string, day: string): number {
  const birth = firstDayOf(birthOn);
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
