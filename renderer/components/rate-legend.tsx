import classes from './rate-chart.module.css';
import type { RateRow, RateSeries } from './rate-chart-types';
import { StripedBar } from './striped-bar';

interface RateLegendProps {
  readonly series: readonly RateSeries[];
  readonly shape: 'line' | 'bar';
  /** What is drawn and what is not, at the end of the line. */
  readonly note?: string | undefined;
}

export function RateLegend({ series, shape, note }: RateLegendProps) {
  return (
    <ul className={classes['legend']}>
      {series.map((one) => (
        <li key={one.key}>
          {one.isStriped === true ? (
            <svg className={classes['swatch']} viewBox="0 0 12 12" aria-hidden="true">
              <StripedBar width={12} height={12} fill={one.colour} />
            </svg>
          ) : (
            <span className={classes['swatch']} data-shape={shape} style={{ background: one.colour }} />
          )}
          {one.label}
        </li>
      ))}
      {note !== undefined && <li className={classes['note']}>{note}</li>}
    </ul>
  );
}

interface RateTipProps {
  readonly row: RateRow | undefined;
  readonly series: readonly RateSeries[];
}

export function RateTip({ row, series }: RateTipProps) {
  if (!row) return null;
  return (
    <div className={classes['tip']}>
      <strong>{row.title ?? row.label}</strong>
      {series.map((one) => (
        <span key={one.key}>
          <i className={classes['swatch']} style={{ background: one.colour }} />
          {one.label} {row.values[one.key]?.text ?? '—'}
        </span>
      ))}
    </div>
  );
}
