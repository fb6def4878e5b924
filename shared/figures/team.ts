/** Who does the work: instructors with their load and visits, secretaries, terms, people by stage. Records, not units. */
import type { floatScopes } from '@shared/domain/case';
import type { CodeOf } from '@shared/domain/define';
import type { Instructor } from '@shared/domain/instructor';
import type { PartyOrg } from '@shared/domain/party-org';
import type { Person } from '@shared/domain/person';
import { addMonths, firstDayOf } from '@shared/lib/day';
import { isMemberStage, type PersonStage, stageOn } from '@shared/rules/member-stage';
import { assignedUnits, isActiveOrg, isInService, secretaryOf } from '@shared/rules/org-state';
import { relatedDocuments } from '@shared/rules/relations';
import type { FactsContext } from './facts-context';
import type { UnitFacts } from './unit-facts';

export interface InstructorLoad {
  readonly instructor: Instructor;
  /** Units in scope this person is sent to. */
  readonly units: readonly UnitFacts[];
  /** Visits paid to them in the last three months. */
  readonly visits: number;
}

/** Months visits are counted over. */
export const visitMonths = 3;

/** Instructors in service, most units first. @param facts of the units that are looked at */
export function instructorLoads(
  facts: ReadonlyMap<string, UnitFacts>,
  { relations, asOf }: FactsContext,
): InstructorLoad[] {
  const since = addMonths(asOf, -visitMonths);
  return [...relations.documents.instructors.values()]
    .filter((instructor) => isInService(instructor, asOf))
    .map((instructor) => {
      const ids = new Set(assignedUnits(instructor, asOf));
      const units = [...ids].flatMap((id) => {
        const unit = facts.get(id);
        return unit?.inScope ? [unit] : [];
      });
      const visits = units.flatMap(({ unitId }) =>
        relatedDocuments(relations, 'records', 'recordsByUnit', unitId).filter((record) => {
          if (record.kind !== 'visit' || record.instructorId !== instructor.id) return false;
          const day = firstDayOf(record.on);
          return day > since && day <= asOf;
        }),
      );
      return { instructor, units, visits: visits.length };
    })
    .sort((a, b) => b.units.length - a.units.length || (a.instructor.id < b.instructor.id ? -1 : 1));
}

/** Active organizations with somebody in the post of secretary on the day. */
export const orgsWithSecretary = (orgs: Iterable<PartyOrg>, asOf: string): PartyOrg[] =>
  [...orgs].filter((org) => isActiveOrg(org, asOf) && secretaryOf(org, asOf) !== null);

/** People by the stage they are at on the day; those who left are absent. */
export function peopleByStage(people: Iterable<Person>, asOf: string): ReadonlyMap<PersonStage, Person[]> {
  const found = new Map<PersonStage, Person[]>();
  for (const person of people) {
    const stage = stageOn(person, asOf);
    if (stage === null || stage === 'exited') continue;
    const list = found.get(stage) ?? [];
    list.push(person);
    found.set(stage, list);
  }
  return found;
}

export interface Floating {
  readonly person: Person;
  readonly direction: 'out' | 'in';
  readonly scope: CodeOf<typeof floatScopes> | null;
}

/** Members with an open record of being away, or of having come, on the day. */
export function floatingMembers({ relations, asOf }: FactsContext): Floating[] {
  return [...relations.documents.cases.values()].flatMap((item) => {
    if (item.kind !== 'floatRecord' || (item.since !== null && firstDayOf(item.since) > asOf)) return [];
    if (item.returnedOn !== null && firstDayOf(item.returnedOn) <= asOf) return [];
    const person = relations.documents.people.get(item.personId);
    return person && isMemberStage(stageOn(person, asOf))
      ? [{ person, direction: item.direction, scope: item.scope }]
      : [];
  });
}
