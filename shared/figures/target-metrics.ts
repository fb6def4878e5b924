/** What annual targets are set for: figures, and each item of 六有 by the share of assessed units that meet it. */
import type { AnnualTarget } from '@shared/domain/assessment';
import type { Counted, FigureId } from './figure';
import type { IndicatorForm } from './indicator';
import { getIndicator } from './indicators/all-indicators';

export interface TargetMetric {
  /** As a target stores it: C1; C20.hasVenue for an item of 六有. */
  readonly code: string;
  readonly label: string;
  readonly form: IndicatorForm;
  /** Decimals of a ratio; absent where the report's precision holds. */
  readonly decimals?: number;
  /** The figure it is, or whose base an item is counted on. */
  readonly id: FigureId;
  /** Code of the criterion; null = the figure itself. */
  readonly item: string | null;
  /** Lists that should become empty: 空白点, 应建未建. */
  readonly isLowerBetter: boolean;
}

/** What a summary and a group of an insight both know. */
export interface MetricCounts {
  readonly figures: { readonly [id in FigureId]?: Counted | undefined };
  /** Assessed units that meet an item, by its code. */
  readonly sixByItem: Readonly<Partial<Record<string, number>>>;
}
type Items = readonly { readonly code: string; readonly label: string }[];

/** Figures an office sets targets for, in the order they are offered. */
const targetFigures = [
  'C1',
  'C2',
  'C3',
  'C3e',
  'C4',
  'C5',
  'C6',
  'C7',
  'C8',
  'C9a',
  'C9b',
  'C11',
  'C13',
  'C14',
  'C15',
  'C20',
  'C20b',
  'C21',
] as const satisfies readonly FigureId[];
const lowerIsBetter: ReadonlySet<FigureId> = new Set(['C4', 'C6', 'C6b']);

/** @param items of the criteria set in force */
export function targetMetrics(items: Items): TargetMetric[] {
  const ofFigures = targetFigures.map((id): TargetMetric => {
    const { label, form, decimals } = getIndicator(id);
    const isLowerBetter = lowerIsBetter.has(id);
    return {
      code: id,
      label,
      form,
      id,
      item: null,
      isLowerBetter,
      ...(decimals === undefined ? {} : { decimals }),
    };
  });
  const ofItems = items.map(
    ({ code, label }): TargetMetric => ({
      code: `C20.${code}`,
      label: `${label}达到率`,
      form: 'share',
      id: 'C20',
      item: code,
      isLowerBetter: false,
    }),
  );
  return [...ofFigures, ...ofItems];
}

/** null for a metric this version, or the criteria in force, do not know. */
export const metricOf = (target: Pick<AnnualTarget, 'metricCode'>, items: Items): TargetMetric | null =>
  targetMetrics(items).find(({ code }) => code === target.metricCode) ?? null;

const nothing: Counted = { numerator: 0, denominator: 0 };

export function countFor({ id, item }: TargetMetric, { figures, sixByItem }: MetricCounts): Counted {
  const figure = figures[id] ?? nothing;
  return item === null ? figure : { numerator: sixByItem[item] ?? 0, denominator: figure.denominator };
}

/** The value compared with a target, in the unit targets are set in; null without a base. */
export function actualOf(
  { form }: Pick<TargetMetric, 'form'>,
  { numerator, denominator }: Counted,
): number | null {
  if (form === 'count') return numerator;
  if (denominator === 0) return null;
  // Multiplied first: 29/100 is 29 %, and a target of 29 is met.
  return (numerator * (form === 'share' ? 100 : 1)) / denominator;
}

/** % where targets are set in percent. */
export const signOf = ({ form }: Pick<TargetMetric, 'form'>): '%' | '' => (form === 'share' ? '%' : '');
