/**
 * The indicators of shared/figures over rows of `unit_facts`, in SQL. The definitions are there; a test compares the two
 * number by number. Rows summed over are those in scope of the series asked for.
 */
import type { FigureId, SiteFigureId } from '@shared/figures/figure';
import type { BuildList } from '@shared/figures/unit-facts';

export interface FigureSql {
  readonly numerator: string;
  readonly denominator: string;
  /** Condition on rows that add to either; null: all do. */
  readonly among: string | null;
}
/** C14 and C15 count places, not units. */
export type UnitFigureId = Exclude<FigureId, SiteFigureId>;

const all = 'count(*)';
const count = (condition: string): string => `count(*) filter (where ${condition})`;
const sum = (column: string): string => `coalesce(sum(${column}), 0)`;
/** Units that meet a condition, out of those that meet another. */
const share = (base: string, condition: string): FigureSql => ({
  numerator: count(`${base} and ${condition}`),
  denominator: count(base),
  among: base,
});
const ofAll = (condition: string): FigureSql => ({
  numerator: count(condition),
  denominator: all,
  among: null,
});
const ratio = (top: string, bottom: string): FigureSql => ({
  numerator: sum(top),
  denominator: sum(bottom),
  among: `(${top} <> 0 or ${bottom} <> 0)`,
});

const ofShouldBuild = (list: BuildList): FigureSql => ({
  numerator: count(`build_list = '${list}'`),
  denominator: count('is_should_build'),
  among: 'is_should_build',
});

const unionized = `unit_type = 'enterprise' and has_union`;

export const unitFigureSql: Readonly<Record<UnitFigureId, FigureSql>> = {
  C1: ofAll('is_org_covered'),
  C1s: ofAll('is_org_covered and members_here > 0'),
  C2: ofAll(`coverage_state = 'solo'`),
  C3: ofAll('is_work_covered'),
  C3r: share('not has_org', 'has_instructor'),
  C3e: ofAll('is_effectively_covered'),
  C4: ofAll('is_blank'),
  C5: share('is_should_build', 'is_org_covered'),
  C5s: share('is_should_build', `coverage_state = 'solo'`),
  C6: ofShouldBuild('notBuilt'),
  C6b: ofShouldBuild('jointOnly'),
  C6c: ofAll(`build_list = 'potential'`),
  C7: share('members_here > 0', 'is_org_covered'),
  C8: share('is_above_scale', 'is_org_covered'),
  C9a: share('has_50', 'members_here > 0'),
  C9b: share('has_100', 'is_org_covered'),
  C10: {
    numerator: 'coalesce(sum(members_working) filter (where staff is not null), 0)',
    denominator: sum('staff'),
    among: 'staff is not null',
  },
  C11: ratio('seat_owner_secretaries', 'seat_secretaries'),
  C12: ratio('seat_reserves', 'seat_secretaries'),
  C13: share('not has_org', 'has_instructor'),
  // People who serve several units count once: `countPeople` says how many.
  C13b: {
    numerator: count('instructor_ids is not null'),
    denominator: '0',
    among: 'instructor_ids is not null',
  },
  C16: share(unionized, 'has_workers_congress'),
  C17: ratio('new_members_preferred', 'new_members'),
  C18: ratio('activists', 'seat_orgs'),
  C19: ratio('least(floating_out, members_here)', 'members_here'),
  C20: share('is_six_assessed', 'is_six_passed'),
  C20b: ofAll('is_six_assessed and is_six_passed'),
  C21: ratio('trained_members', 'roster_members'),
};
