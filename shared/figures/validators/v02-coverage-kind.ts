/** V2: a coverage rate says which kind of coverage it counts. */
import { figureProblems } from '@shared/problems/figure-problems';
import { formatFraction, formatRate, formatRatio } from '../format-rate';
import type { Validator } from './validator';

export interface CoverageClaim {
  readonly label: string;
  /** The kind the text names (单独、联合、工作覆盖…); null = it names none. */
  readonly kind: string | null;
  readonly units: number;
  /** Members and organizations, where the text has them: they bound what the rate can mean. */
  readonly members?: number;
  readonly orgs?: number;
}

export const coverageKind: Validator<CoverageClaim> = {
  id: 'V2',
  label: '覆盖率写明口径',
  check: ({ label, kind, units, members, orgs }) => {
    if (kind !== null) return [];
    const share = (count: number): string => {
      const fraction = { numerator: count, denominator: units };
      return `${formatFraction(fraction)}=${formatRate(fraction, 1)}`;
    };
    const parts = [
      ...(members !== undefined && members < units ? [`有党员的单位最多${share(members)}`] : []),
      ...(orgs !== undefined && orgs < units ? [`单独组建最多${share(orgs)}`] : []),
      ...(orgs !== undefined && orgs > 0 && orgs < units
        ? [`平均每个党组织覆盖${formatRatio({ numerator: units, denominator: orgs }, 1)}家`]
        : []),
    ];
    return [figureProblems.v2KindUnstated({ label, arithmetic: parts.join('，') || `共${units}家` })];
  },
};
