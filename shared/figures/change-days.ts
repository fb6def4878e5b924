/**
 * The days on which the mere passing of time can change what a document adds to the facts of a unit: a term that ends,
 * a visit that grows too old, a new year. Errs on the wide side, never on the narrow one: the property test compares
 * with deriving every single day.
 */
import type { Activity } from '@shared/domain/activity';
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { LedgerRecord } from '@shared/domain/record';
import type { Unit } from '@shared/domain/unit';
import { addDays, addMonths, firstDayOf } from '@shared/lib/day';
import {
  firstDayAfter,
  firstDayFrom,
  firstDayPassing,
  firstDayReaching,
  newYear,
  newYearOf,
} from './first-day';
import { quarterOf } from './periods';
import type { RuleTimes } from './rule-times';

type Days = readonly (string | null)[];
type DaysOf = { readonly [C in CollectionName]: (document: DocumentOf<C>, times: RuleTimes) => Days };

const none: Days = [];
const from = (...dates: readonly (string | null)[]): Days => dates.map(firstDayFrom);
const spansOf = (entries: Readonly<Record<string, { from: string | null; to: string | null }>>): Days =>
  Object.values(entries).flatMap((entry) => from(entry.from, entry.to));
const each = (lengths: ReadonlySet<number>, dayOf: (length: number) => string | null): Days =>
  [...lengths].map(dayOf);

const daysOf: DaysOf = {
  units: (unit, times) => {
    const starts = [unit.statusSince, ...Object.keys(unit.pastStatuses)];
    const mass = Object.values(unit.massOrgs).map((org) => org.since);
    return [...from(unit.foundedOn, ...starts, ...mass), ...graceEnds(unit, starts, times)];
  },
  partyOrgs: (org, { termYears }) => {
    const { termStart } = org;
    const lengths = org.termYears === null ? termYears : new Set([org.termYears]);
    return [
      ...from(org.foundedOn, org.statusSince),
      ...spansOf(org.covers),
      ...spansOf(org.posts),
      // The term is over on the day after its end (has-org.ts).
      firstDayAfter(org.postponedTo),
      ...(termStart === null
        ? []
        : each(lengths, (years) => firstDayAfter(addMonths(firstDayOf(termStart), years * 12)))),
    ];
  },
  people: (person) => {
    const { joinedOn, birthOn } = person;
    return [
      ...from(person.stageSince, person.suspendedOn, joinedOn, person.fullOn, person.exit?.on ?? null),
      ...from(person.workFrom, person.relationFrom),
      // New members of the year, and whether they are young in it (C17).
      ...(joinedOn === null ? [] : [newYearOf(joinedOn), newYearOf(joinedOn, 1)]),
      ...(joinedOn === null || birthOn === null
        ? []
        : from(`${joinedOn.slice(0, 4)}${firstDayOf(birthOn).slice(4)}`)),
      // Hours of training count in their year (C21).
      ...Object.values(person.training).flatMap(({ on }) => [firstDayFrom(on), newYearOf(on, 1)]),
    ];
  },
  instructors: (instructor) => [...from(instructor.leftOn), ...spansOf(instructor.assignments)],
  partyRooms: (room) => from(room.builtOn, room.statusSince),
  activities: daysOfActivity,
  records: daysOfRecord,
  cases: (item) => {
    if (item.kind === 'floatRecord') return from(item.since, item.returnedOn);
    return item.kind === 'reserveSecretary' ? from(item.since, item.until) : none;
  },
  assessments: (item) => {
    if (item.kind === 'sixAssessment') return [firstDayFrom(item.on), firstDayReaching(item.on, 12)];
    return item.kind === 'scoreSheet' ? [newYear(item.year)] : none;
  },
  orgUnits: (site) => from(site.openedOn),
  // Rules change the facts of every unit; see `ruleTimesOf`.
  settings: () => none,
  conflicts: () => none,
};

/** A suspended unit leaves the base so many months after the suspension began (unit-status.ts). */
const graceEnds = (unit: Unit, starts: readonly (string | null)[], { graceMonths }: RuleTimes): Days =>
  [unit.foundedOn, ...starts].flatMap((since) =>
    since === null ? [] : each(graceMonths, (months) => firstDayFrom(addMonths(firstDayOf(since), months))),
  );

/** Counted from the evening its quarter ends, for a year of quarters; its room while the use is recent. */
function daysOfActivity({ startOn, roomId }: Activity, { useMonths }: RuleTimes): Days {
  const quarter = quarterFrom(firstDayAfter(startOn));
  const quarterEnds =
    quarter === null ? none : [0, 3, 6, 9, 12].map((months) => addDays(addMonths(quarter, months), -1));
  if (roomId === null) return quarterEnds;
  return [
    ...quarterEnds,
    firstDayFrom(startOn.slice(0, 10)),
    ...each(useMonths, (months) => firstDayReaching(startOn, months)),
  ];
}

/** First day of a quarter, on the day or after it. */
function quarterFrom(day: string | null): string | null {
  if (day === null) return null;
  const start = `${quarterOf(day.slice(0, 7))}-01`;
  return start === day ? start : addMonths(start, 3);
}

function daysOfRecord(record: LedgerRecord, times: RuleTimes): Days {
  const { on } = record;
  switch (record.kind) {
    case 'visit':
      return [firstDayFrom(on), ...each(times.visitMonths, (months) => firstDayPassing(on, months))];
    case 'fund':
      return [firstDayFrom(on), newYear(record.year), newYear(record.year + 1)];
    case 'document':
      return [firstDayFrom(on)];
    case 'booking':
      return [firstDayFrom(on), ...each(times.useMonths, (months) => firstDayReaching(on, months))];
    case 'effect':
      return [
        ...from(on, record.confirmedOn),
        ...each(times.effectMonths, (months) => firstDayReaching(on, months)),
      ];
    case 'contactLog':
    case 'honour':
    case 'badgeOffence':
    case 'disclosure':
      return none;
  }
}

/** Days, in no order, on which this state of a document may begin or stop to count for something. */
export function changeDays<C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
  times: RuleTimes,
): ReadonlySet<string> {
  const days = new Set<string>();
  for (const day of daysOf[collection](document, times)) if (day !== null) days.add(day);
  return days;
}
