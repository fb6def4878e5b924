/**
 * 有活动: in the four quarters up to the last one that has ended, at least `generalPerQuarter` general meetings each,
 * some activity in `minActiveMonths` of the twelve months, and an average attendance of `minAttendancePct`. An
 * organization younger than a year is asked for its whole quarters only, and for the same part of its whole months.
 */
import type { Activity } from '@shared/domain/activity';
import { firstDayOf } from '@shared/lib/day';
import { relatedDocuments } from '@shared/rules/relations';
import { quarterOf, yearWindow } from '../periods';
import { type AutoRule, limit, type RuleAnswer, type RuleInput, type Shortfall } from './rule-model';

interface Window {
  /** First day after the window. */
  readonly end: string;
  /** Months of the window the organization existed for in full, oldest first, YYYY-MM. */
  readonly months: readonly string[];
  /** Quarters likewise, as the YYYY-MM of their first month. */
  readonly quarters: readonly string[];
}
interface Tally {
  readonly activeMonths: number;
  readonly weakQuarters: readonly string[];
  readonly count: number;
  /** null = no activity with both numbers recorded. */
  readonly attendancePct: number | null;
}

export const hasActivities: AutoRule = (input, criterion) => {
  if (!input.org)
    return {
      isMet: false,
      explain: () => ({
        why: '没有党组织，无活动记录',
        shortfalls: [{ toDo: '组建后按期开展活动', gap: '无活动' }],
        amount: 0,
      }),
    };
  const window = windowOf(input.asOf, input.org.foundedOn);
  const perQuarter = limit(criterion, 'generalPerQuarter', 1);
  const tally = tallyActivities(input, input.org.id, window, perQuarter);
  const minMonths = Math.ceil((limit(criterion, 'minActiveMonths', 9) * window.months.length) / 12);
  const minPct = limit(criterion, 'minAttendancePct', 50);
  return judge(tally, window, { perQuarter, minMonths, minPct });
};

function judge(
  tally: Tally,
  window: Window,
  limits: { perQuarter: number; minMonths: number; minPct: number },
): RuleAnswer {
  const { perQuarter, minMonths, minPct } = limits;
  const hasQuarters = tally.weakQuarters.length === 0;
  const hasMonths = tally.count > 0 && tally.activeMonths >= minMonths;
  const hasAttendance = minPct === 0 || (tally.attendancePct !== null && tally.attendancePct >= minPct);
  return {
    isMet: hasQuarters && hasMonths && hasAttendance,
    explain: () => {
      const shortfalls = [
        ...(hasQuarters ? [] : [meetingsShort(tally.weakQuarters, perQuarter)]),
        ...(hasMonths ? [] : [monthsShort(tally.activeMonths, Math.max(minMonths, 1))]),
        ...(hasAttendance ? [] : [attendanceShort(tally.attendancePct, minPct)]),
      ];
      const attendance = tally.attendancePct === null ? '未登记' : `${Math.floor(tally.attendancePct)}%`;
      const span = `近${window.months.length}个月`;
      return {
        why: `${span}活动${tally.count}次，${tally.activeMonths}个月有活动，到会率${attendance}`,
        shortfalls: tally.count === 0 ? [nothingHeld(shortfalls)] : shortfalls,
        amount: tally.count,
      };
    },
  };
}

const quarterNumber = (month: string): number => (Number(month.slice(5)) - 1) / 3 + 1;

/** Four quarters in a row have four different numbers: a narrow column needs no year. */
const meetingsShort = (quarters: readonly string[], perQuarter: number): Shortfall => ({
  toDo: `${quarters
    .map((month) => `${month.slice(0, 4)}年${quarterNumber(month)}季度`)
    .join('、')}党员大会不足${perQuarter}次`,
  gap: `${quarters.map(quarterNumber).join('、')}季度党员大会${perQuarter === 1 ? '未开' : `不足${perQuarter}次`}`,
});

/** Where nothing was held at all, a narrow column need not say what that leaves out. */
const nothingHeld = (shortfalls: readonly Shortfall[]): Shortfall => ({
  toDo: shortfalls.map(({ toDo }) => toDo).join('，'),
  gap: '无活动',
});

const monthsShort = (activeMonths: number, minMonths: number): Shortfall => ({
  toDo: `有活动的月份应不少于${minMonths}个`,
  gap: `有活动的月份差${minMonths - activeMonths}个`,
});

const attendanceShort = (pct: number | null, minPct: number): Shortfall =>
  pct === null
    ? { toDo: '登记应到、实到人数', gap: '到会人数未登记' }
    : { toDo: `到会率应不低于${minPct}%`, gap: `到会率${Math.floor(pct)}%` };

function windowOf(asOf: string, foundedOn: string | null): Window {
  const { end, months, quarters } = yearWindow(asOf);
  if (foundedOn === null || foundedOn <= (months[0] ?? '')) return { end, months, quarters };
  const from = firstDayOf(foundedOn);
  const isWhole = (month: string): boolean => `${month}-01` >= from;
  return { end, months: months.filter(isWhole), quarters: quarters.filter(isWhole) };
}

function tallyActivities(input: RuleInput, orgId: string, window: Window, perQuarter: number): Tally {
  const { start } = yearWindow(input.asOf);
  const months = new Set<string>();
  const general = new Map<string, number>();
  let [count, due, present] = [0, 0, 0];
  for (const activity of relatedDocuments(input.relations, 'activities', 'activitiesByOrg', orgId)) {
    if (activity.startOn < start || activity.startOn >= window.end) continue;
    count += 1;
    const month = activity.startOn.slice(0, 7);
    months.add(month);
    if (activity.kinds.includes('general')) {
      const quarter = quarterOf(month);
      general.set(quarter, (general.get(quarter) ?? 0) + 1);
    }
    const [dueHere, presentHere] = attendanceOf(activity);
    if (dueHere === null || presentHere === null) continue;
    due += dueHere;
    present += presentHere;
  }
  return {
    activeMonths: months.size,
    weakQuarters: window.quarters.filter((quarter) => (general.get(quarter) ?? 0) < perQuarter),
    count,
    attendancePct: due === 0 ? null : (present * 100) / due,
  };
}

/** Names where they are listed, else the two numbers; guests do not raise the attendance above those due. */
function attendanceOf(activity: Activity): [due: number | null, present: number | null] {
  if (activity.due.length > 0) {
    const due = new Set(activity.due);
    return [due.size, activity.present.filter((id) => due.has(id)).length];
  }
  return [activity.dueCount, activity.presentCount];
}
