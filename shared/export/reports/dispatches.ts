/** Open assignments of instructors and liaison officers in an area, with what was done under each in the year. */
import type { Assignment, Instructor } from '@shared/domain/instructor';
import type { LedgerRecord } from '@shared/domain/record';
import { holdsOn } from '@shared/domain/span';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { isInService } from '@shared/rules/org-state';
import { relatedDocuments } from '@shared/rules/relations';
import {
  byName,
  byPlace,
  mainSite,
  type PlaceKey,
  placeOrder,
  type ReportInput,
  scopeOf,
} from '../report-input';

export interface Dispatch {
  readonly assignment: Assignment;
  readonly unitId: string;
  readonly unitName: string;
  readonly facts: UnitFacts | null;
  /** Visits planned for a whole year and made in the year so far; null = not recorded. */
  readonly visits: { readonly planned: number | null; readonly made: number | null };
  readonly solved: number | null;
}

export interface DispatchRow {
  readonly instructor: Instructor;
  /** 1, 2, 3… over people. */
  readonly serial: number;
  /** Rows of this person on the first of them, 0 on the others. */
  readonly rowSpan: number;
  /** null for a person of the area who serves no unit. */
  readonly dispatch: Dispatch | null;
}

/** People in the order of the places they serve in first, as the ledger of units has them; then by name. */
export function dispatchesOf(input: ReportInput): DispatchRow[] {
  const scope = scopeOf(input);
  const place = placeOrder(input);
  const keyOf = (dispatches: readonly Dispatch[], { orgUnitId }: Instructor): PlaceKey => {
    const facts = dispatches[0]?.facts;
    return facts ? place(facts.townshipId, mainSite(facts)) : place(orgUnitId, undefined);
  };
  const inArea = [...input.relations.documents.instructors.values()]
    .filter((instructor) => isInService(instructor, input.asOf))
    .map((instructor) => ({ instructor, dispatches: openDispatches(input, scope, instructor, place) }))
    .filter(({ instructor, dispatches }) => dispatches.length > 0 || scope.has(instructor.orgUnitId))
    .map((row) => ({ ...row, key: keyOf(row.dispatches, row.instructor) }))
    .sort((a, b) => byPlace(a.key, b.key) || byName(a.instructor.name, b.instructor.name));
  return inArea.flatMap(({ instructor, dispatches }, index) => {
    const listed = dispatches.length === 0 ? [null] : dispatches;
    return listed.map((dispatch, place) => ({
      instructor,
      serial: index + 1,
      rowSpan: place === 0 ? listed.length : 0,
      dispatch,
    }));
  });
}

function openDispatches(
  input: ReportInput,
  scope: ReadonlySet<string>,
  instructor: Instructor,
  place: ReturnType<typeof placeOrder>,
): Dispatch[] {
  const keyOf = ({ facts }: Dispatch): PlaceKey =>
    place(facts?.townshipId, facts === null ? undefined : mainSite(facts));
  return Object.values(instructor.assignments)
    .filter((assignment) => holdsOn(assignment, input.asOf))
    .flatMap((assignment) => {
      const unit = input.relations.documents.units.get(assignment.unitId);
      const isHere = unit && (scope.has(unit.townshipId) || unit.siteIds.some((id) => scope.has(id)));
      return isHere ? [dispatchOf(input, instructor, assignment, unit.name)] : [];
    })
    .sort((a, b) => byPlace(keyOf(a), keyOf(b)) || byName(a.unitName, b.unitName));
}

function dispatchOf(
  input: ReportInput,
  instructor: Instructor,
  assignment: Assignment,
  unitName: string,
): Dispatch {
  const visits = visitsOf(input, instructor, assignment.unitId);
  const solved = visits.reduce((sum, visit) => sum + solvedIn(visit, input.asOf), 0);
  return {
    assignment,
    unitId: assignment.unitId,
    unitName,
    facts: input.facts.get(assignment.unitId) ?? null,
    visits: { planned: plannedPerYear(assignment), made: higher(visits.length, assignment.declaredVisits) },
    solved: higher(solved, assignment.solvedIssues),
  };
}

type Visit = Extract<LedgerRecord, { kind: 'visit' }>;

/** Visits by this person to the unit from 1 January of the year to the day. */
function visitsOf(input: ReportInput, instructor: Instructor, unitId: string): Visit[] {
  const visits: Visit[] = [];
  for (const record of relatedDocuments(input.relations, 'records', 'recordsByUnit', unitId)) {
    if (record.kind !== 'visit' || record.instructorId !== instructor.id) continue;
    if (record.on.startsWith(String(input.year)) && record.on <= input.asOf) visits.push(record);
  }
  return visits;
}

const solvedIn = (visit: Visit, asOf: string): number =>
  Object.values(visit.issues).filter(({ solvedOn }) => solvedOn !== null && solvedOn <= asOf).length;

const perYear = { week: 52, month: 12, quarter: 4 } as const;
const plannedPerYear = ({ visitPlan }: Assignment): number | null =>
  visitPlan === null ? null : perYear[visitPlan.per] * visitPlan.times;

/** Records count when there are at least as many as the ledger states, as with members (roster against declared). */
const higher = (recorded: number, declared: number | null): number | null =>
  recorded === 0 && declared === null ? null : Math.max(recorded, declared ?? 0);
