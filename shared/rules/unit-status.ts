/** Operating state of a unit on any day, from the present state and the earlier ones with their start days. */
import type { CodeOf } from '@shared/domain/define';
import type { Unit, unitStatuses } from '@shared/domain/unit';
import { addMonths, firstDayOf } from '@shared/lib/day';

export type UnitStatus = CodeOf<typeof unitStatuses>;

export interface DatedStatus {
  readonly status: UnitStatus;
  /** As precise as recorded; null = not recorded. */
  readonly since: string | null;
}

/** States in which a unit begins; all others end an operation that was there before. */
const beginnings: ReadonlySet<UnitStatus> = new Set(['operating', 'preparing']);

/**
 * null = the unit did not exist or had not begun yet. A unit whose first recorded state is an end (注销 …) was
 * operating before that; a state without a start day has always been so.
 */
export function statusOn(
  unit: Pick<Unit, 'status' | 'statusSince' | 'pastStatuses' | 'foundedOn'>,
  day: string,
): DatedStatus | null {
  if (unit.foundedOn !== null && unit.foundedOn > day) return null;
  if (unit.statusSince === null || unit.statusSince <= day)
    return { status: unit.status, since: unit.statusSince };
  const past = Object.entries(unit.pastStatuses).sort(([a], [b]) => (a < b ? -1 : 1));
  const found = past.findLast(([since]) => since <= day);
  if (found) return { status: found[1], since: found[0] };
  const [, first] = past[0] ?? [unit.statusSince, unit.status];
  return beginnings.has(first) ? null : { status: 'operating', since: unit.foundedOn };
}

/**
 * Changes (dotted path → value) that move a unit to another state and remember the present one, so that earlier
 * days can still be counted. Give these to the register's `change` operation.
 */
export function changeStatus(unit: Unit, status: UnitStatus, since: string): Record<string, unknown> {
  const began = unit.statusSince ?? unit.foundedOn ?? '1949-01-01';
  return began === since
    ? { status, statusSince: since }
    : { status, statusSince: since, [`pastStatuses.${began}`]: unit.status };
}

/** Whether a suspension that began on `since` is still within the months an office keeps suspended units in. */
export const isWithinGrace = (since: string | null, months: number, day: string): boolean =>
  since !== null && months > 0 && day < addMonths(firstDayOf(since), months);
