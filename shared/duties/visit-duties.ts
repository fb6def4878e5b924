/** What instructors, liaison officers and envoys owe the units they were sent to: visits, and a word on their term. */
import { type Assignment, type Instructor, visitPeriods } from '@shared/domain/instructor';
import { dutyPeriods } from '@shared/domain/rule-set';
import { holdsOn } from '@shared/domain/span';
import { addDays, addMonths, firstDayOf } from '@shared/lib/day';
import { isInService } from '@shared/rules/org-state';
import { relatedDocuments } from '@shared/rules/relations';
import type { Duty } from './duty';
import { type DutyContext, type DutyRule, dutyOf, isReminded, placesOfUnit, ruleOf } from './duty-context';
import { type DaySpan, type DutyPeriod, lastDayOf, periodAfter, periodOf } from './duty-days';

interface Dispatch {
  readonly id: string;
  readonly instructor: Instructor;
  readonly assignment: Assignment;
  readonly unitName: string;
}

/** Open assignments to units in scope, one for each instructor and unit. */
function openDispatches({ relations, facts, asOf }: DutyContext): Dispatch[] {
  return [...relations.documents.instructors.values()].flatMap((instructor) => {
    if (!isInService(instructor, asOf)) return [];
    const byUnit = new Map<string, Dispatch>();
    for (const [id, assignment] of Object.entries(instructor.assignments)) {
      const unit = facts.get(assignment.unitId);
      if (!unit?.inScope || !holdsOn(assignment, asOf) || byUnit.has(unit.unitId)) continue;
      byUnit.set(unit.unitId, { id, instructor, assignment, unitName: unit.name });
    }
    return [...byUnit.values()];
  });
}

interface Plan {
  readonly per: DutyPeriod;
  readonly times: number;
  readonly words: string;
}

/** The plan of the assignment, else what the rules ask of everybody; null = neither says anything. */
function planOf({ visitPlan }: Assignment, rule: DutyRule | null): Plan | null {
  if (visitPlan !== null) {
    const word = visitPlan.per === 'quarter' ? '季度' : visitPeriods.labels[visitPlan.per];
    return { ...visitPlan, words: `走访频次：每${word} ${visitPlan.times} 次` };
  }
  if (rule === null || rule.period === null || rule.period === 'once') return null;
  const words = `${dutyPeriods.labels[rule.period]}至少走访 ${rule.times} 次`;
  return { per: rule.period, times: rule.times, words };
}

/** Days of the visits this instructor paid up to the day, as far as they are known; oldest first. */
function visitDays({ instructor, assignment }: Dispatch, { relations, asOf }: DutyContext): string[] {
  return relatedDocuments(relations, 'records', 'recordsByUnit', assignment.unitId)
    .flatMap((record) => {
      if (record.kind !== 'visit') return [];
      const isTheirs =
        record.instructorId === null ? record.byKind === 'instructor' : record.instructorId === instructor.id;
      return isTheirs && record.on <= asOf ? [firstDayOf(record.on)] : [];
    })
    .sort();
}

/**
 * The oldest period that still waits for a visit; null = none does. A missed period stays until somebody comes, then
 * it is history: what was not done last month cannot be done any more. Whoever was sent in the middle of a period
 * owes the next whole one first; where neither a visit nor a start is recorded, the period before this one counts.
 */
function waitingPeriod({ per, times }: Plan, visits: readonly string[], from: string | null, asOf: string) {
  const now = periodOf(per, asOf);
  const inPeriod = visits.filter((day) => day >= now.start).length;
  if (inPeriod >= times) return null;
  const span = inPeriod > 0 ? now : firstOwed(per, visits.at(-1) ?? null, from, now);
  return span.start > now.start ? null : { span, missing: times - inPeriod, isNow: span.start === now.start };
}

function firstOwed(per: DutyPeriod, last: string | null, from: string | null, now: DaySpan): DaySpan {
  const began = from === null ? null : firstDayOf(from);
  // A visit before the assignment began was paid under another one.
  if (last !== null && (began === null || last >= began)) return periodAfter(per, periodOf(per, last));
  if (began === null) return periodOf(per, addDays(now.start, -1));
  const first = periodOf(per, began);
  return first.start === began ? first : periodAfter(per, first);
}

/** Satisfied by a visit recorded at the unit. */
export function visitDuties(context: DutyContext): Duty[] {
  const { asOf } = context;
  const rule = ruleOf(context, 'instructorVisit');
  return openDispatches(context).flatMap((dispatch): Duty[] => {
    const { instructor, assignment } = dispatch;
    const plan = planOf(assignment, rule);
    if (plan === null) return [];
    const visits = visitDays(dispatch, context);
    const waiting = waitingPeriod(plan, visits, assignment.from, asOf);
    if (waiting === null) return [];
    const { span, missing, isNow } = waiting;
    if (isNow && rule !== null && !isReminded(span.end, rule, asOf)) return [];
    const last = visits.at(-1);
    const lastWords = last === undefined ? '没有走访记录' : `最近走访 ${last}`;
    const duty = {
      id: `visit:${instructor.id}:${dispatch.id}`,
      kind: 'visit' as const,
      subject: { collection: 'units' as const, id: assignment.unitId },
      name: dispatch.unitName,
      situation: `${instructor.name}：${lastWords}${isNow ? `，本期还差 ${missing} 次` : ''}`,
      rule: plan.words,
      source: rule?.source ?? '选派时确定的走访频次',
      dueOn: span.end,
      placeIds: placesOfUnit(assignment.unitId, context),
    };
    return [dutyOf(duty, context, rule)];
  });
}

/** 选派任期: satisfied by a later 任期至 or by ending the assignment. */
export function assignmentTermDuties(context: DutyContext): Duty[] {
  const rule = ruleOf(context, 'instructorRotation');
  if (rule === null) return [];
  return openDispatches(context).flatMap((dispatch): Duty[] => {
    const { instructor, assignment, unitName } = dispatch;
    const dueOn = assignmentEnd(assignment, rule);
    if (dueOn === null || !isReminded(dueOn, rule, context.asOf)) return [];
    const duty = {
      id: `assignmentTerm:${instructor.id}:${dispatch.id}`,
      kind: 'assignmentTerm' as const,
      subject: { collection: 'instructors' as const, id: instructor.id },
      name: instructor.name,
      situation: `派驻${unitName}，${dueOn} 届满`,
      rule:
        assignment.plannedTo === null ? `选派满 ${rule.offsetMonths ?? 0} 个月轮换` : '任期届满前续派或调整',
      source: rule.source,
      dueOn,
      placeIds: placesOfUnit(assignment.unitId, context),
    };
    return [dutyOf(duty, context, rule)];
  });
}

/** The end that was agreed, else the one the rules set; null = the start is not recorded either. */
function assignmentEnd({ plannedTo, from }: Assignment, { offsetMonths }: DutyRule): string | null {
  if (plannedTo !== null) return lastDayOf(plannedTo);
  return from === null || offsetMonths === null ? null : addMonths(lastDayOf(from), offsetMonths);
}
