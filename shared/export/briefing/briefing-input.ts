/** What a briefing is built from: answers to questions anybody's source of figures can answer. */
import type { Counted, FigureId } from '@shared/figures/figure';
import { headlineFigures } from '@shared/insights/headline';
import type { ListedUnit } from '@shared/insights/messages';

/** A figure that is absent was not asked for, and counts as nothing to divide by. */
export type BriefingFigures = Readonly<Partial<Record<FigureId, Counted>>>;

/** The headline, and the numbers of organizations and members beside it. */
export const briefingFigures = [...headlineFigures, 'C18', 'C19'] as const satisfies readonly FigureId[];

export interface BriefingGroup {
  readonly name: string;
  readonly figures: BriefingFigures;
}
export interface BriefingUnits {
  /** All of them; `units` may be fewer. */
  readonly total: number;
  readonly units: readonly (ListedUnit & { readonly townshipName: string })[];
}
/** A target as the board of targets words it. */
export interface BriefingTarget {
  readonly placeName: string;
  readonly label: string;
  readonly now: string;
  readonly target: string;
  readonly dueOn: string;
  readonly state: 'met' | 'onCourse' | 'behind' | 'atRisk' | 'late' | 'unknown';
}

export interface BriefingInput {
  readonly place: string;
  /** What the places below are called: 乡镇（街道）; null = there are none. */
  readonly belowName: string | null;
  readonly asOf: string;
  readonly against: { readonly day: string; readonly words: string };
  readonly decimals: number;
  /** Rules of the as-of day and of the day it is compared with; null = nothing was counted on that day. */
  readonly rules: { readonly now: string | null; readonly before: string | null };
  readonly criteria: string;
  readonly source: string;
  readonly madeBy: string;
  /** As it is to be printed. */
  readonly madeAt: string;
  readonly now: BriefingFigures;
  /** null = there was no register on that day. */
  readonly before: BriefingFigures | null;
  readonly groups: readonly BriefingGroup[];
  /** In the order of the criteria; `met` of the assessed units. */
  readonly items: readonly { readonly code: string; readonly label: string; readonly met: number }[];
  readonly shouldBuild: BriefingUnits;
  readonly blank: BriefingUnits;
  readonly nearly: BriefingUnits;
  readonly targets: readonly BriefingTarget[];
}
