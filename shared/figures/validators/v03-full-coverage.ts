/** V3: 100 % needs an empty list of uncovered units. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Validator } from './validator';

export interface FullCoverageClaim {
  readonly label: string;
  /** Whether the text says 100 % or 全覆盖. */
  readonly isFull: boolean;
  readonly units: number;
  /** Units that can be covered at most by what else is known; null = nothing else is known. */
  readonly coverable: number | null;
  /** Length of the list of uncovered units; null = no list was given. */
  readonly uncovered: number | null;
}

export const fullCoverage: Validator<FullCoverageClaim> = {
  id: 'V3',
  label: '全覆盖应有空的未覆盖清单',
  check: ({ label, isFull, units, coverable, uncovered }) => {
    if (!isFull) return [];
    if (uncovered !== null && uncovered > 0)
      return [
        figureProblems.v3FullWithUncovered({
          label,
          arithmetic: `清单上还有${uncovered}家，${uncovered} ≠ 0`,
        }),
      ];
    if (coverable !== null && coverable < units)
      return [
        figureProblems.v3FullWithUncovered({
          label,
          arithmetic: `${units}−${coverable}=${units - coverable}家没有条件被覆盖`,
        }),
      ];
    return uncovered === null ? [figureProblems.v3FullWithoutList({ label, arithmetic: '' })] : [];
  },
};
