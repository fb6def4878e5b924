/**
 * Where a target stands on its way: how far it should be by now at an even pace, and where it ends when things go on as
 * lately. Values are as targets are set: percent for shares, the number itself for counts and ratios.
 */
import type { TargetRules } from '@shared/domain/rule-set';
import { addMonths, daysBetween } from '@shared/lib/day';

export interface PaceInput {
  readonly target: number;
  readonly dueOn: string;
  readonly asOf: string;
  readonly isLowerBetter: boolean;
  /** Shares end at 0 and 100; counts at 0. */
  readonly most: number | null;
  readonly now: number | null;
  /** At the end of the year before; null = not known. */
  readonly atStart: number | null;
  /** At the beginning of the look back; null = not known. */
  readonly lately: number | null;
}

/** Green: met, onCourse; yellow: behind; red: atRisk (behind, with little time left), late. */
export type PaceState = 'met' | 'onCourse' | 'behind' | 'atRisk' | 'late' | 'unknown';

export interface Pace {
  /** What an even pace would have reached by now; null = the start is not known. */
  readonly expected: number | null;
  /** Still to be done each month; null = reached, or too late. */
  readonly neededPerMonth: number | null;
  /** At the due day; null = nothing to go by. */
  readonly forecast: number | null;
  /** What the forecast goes by; null without one. */
  readonly changePerMonth: number | null;
  readonly state: PaceState;
}

const daysPerMonth = 365 / 12;

export function paceOf(input: PaceInput, rules: TargetRules): Pace {
  const { target, dueOn, asOf, isLowerBetter, now, lately } = input;
  if (now === null)
    return { expected: null, neededPerMonth: null, forecast: null, changePerMonth: null, state: 'unknown' };
  const reached = (value: number): boolean => (isLowerBetter ? value <= target : value >= target);
  const daysLeft = daysBetween(asOf, dueOn);
  const lookbackDays = daysBetween(addMonths(asOf, -rules.lookbackMonths), asOf);
  const perDay = lately === null ? null : (now - lately) / lookbackDays;
  const forecast = perDay === null ? null : within(now + perDay * Math.max(0, daysLeft), input.most);
  const expected = expectedOf(input, rules.slackPct / 100);
  return {
    expected: expected?.even ?? null,
    neededPerMonth: reached(now) || daysLeft <= 0 ? null : ((target - now) / daysLeft) * daysPerMonth,
    forecast,
    changePerMonth: perDay === null ? null : perDay * daysPerMonth,
    state: stateOf({
      isReached: reached(now),
      daysLeft,
      now,
      isLowerBetter,
      least: expected?.least ?? null,
      willReach: forecast === null ? null : reached(forecast),
      isSoon: dueOn <= addMonths(asOf, rules.riskMonths),
    }),
  };
}

const within = (value: number, most: number | null): number =>
  Math.max(0, most === null ? value : Math.min(most, value));

/** An even way from the end of last year to the due day, and the least that still counts as on course. */
function expectedOf(
  { atStart, target, asOf, dueOn }: PaceInput,
  slack: number,
): { readonly even: number; readonly least: number } | null {
  if (atStart === null) return null;
  const start = `${Number(asOf.slice(0, 4)) - 1}-12-31`;
  const whole = daysBetween(start, dueOn);
  if (whole <= 0) return null;
  const share = Math.min(1, daysBetween(start, asOf) / whole);
  const at = (part: number): number => atStart + (target - atStart) * part;
  return { even: at(share), least: at(Math.max(0, share - slack)) };
}

interface Standing {
  readonly isReached: boolean;
  readonly daysLeft: number;
  readonly now: number;
  readonly isLowerBetter: boolean;
  readonly least: number | null;
  readonly willReach: boolean | null;
  readonly isSoon: boolean;
}

/** On course: as far as an even pace, or fast enough lately. */
function stateOf({ isReached, daysLeft, now, isLowerBetter, least, willReach, isSoon }: Standing): PaceState {
  if (isReached) return 'met';
  if (daysLeft < 0) return 'late';
  if (willReach === true) return 'onCourse';
  const behind = isSoon ? 'atRisk' : 'behind';
  if (least === null) return willReach === false ? behind : 'unknown';
  return (isLowerBetter ? now <= least : now >= least) ? 'onCourse' : behind;
}

/** How a county's target is divided among its townships. */
export type CascadeRule = 'same' | 'gap';

/**
 * `same`: everybody the county's value. `gap`: everybody closes the same share of what is missing to the whole (100 or 0),
 * so that the one who is far asks more of herself than the one who is nearly there.
 * @returns rounded to one decimal; null without a figure to start from
 */
export function cascadedTarget(
  rule: CascadeRule,
  county: { readonly now: number | null; readonly target: number },
  own: number | null,
  whole: number,
): number | null {
  if (rule === 'same') return county.target;
  if (own === null || county.now === null || county.now === whole) return own === null ? null : county.target;
  const closed = (county.target - county.now) / (whole - county.now);
  return Math.round((own + (whole - own) * Math.min(1, Math.max(0, closed))) * 10) / 10;
}
