import { ScrollRegion } from '@renderer/components/scroll-region';
import { formatFraction } from '@shared/figures/format-rate';
import { markOfMetric } from '@shared/insights/mark';
import { actualText, neededText, stateText, targetStates, valueText } from '@shared/insights/target-words';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { forecastBasis, type TargetRow } from './target-rows';

interface TargetTableProps {
  readonly label: string;
  readonly rows: readonly TargetRow[];
  readonly months: number;
  readonly withPlace?: boolean;
}

/** Targets with what is reached, what an even pace asks for, and where it leads. */
export function TargetTable({ label, rows, months, withPlace = false }: TargetTableProps) {
  const { decimals, open, place } = useBoard();
  const amount = (value: number | null, row: TargetRow) => valueText(value, row.metric, decimals);
  return (
    <ScrollRegion className={classes['scroll']} label={label}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {withPlace && <th scope="col">单位</th>}
            <th scope="col">指标</th>
            <th scope="col" data-align="right">
              现状
            </th>
            <th scope="col" data-align="right">
              目标
            </th>
            <th scope="col" data-align="right">
              应达进度
            </th>
            <th scope="col" data-align="right">
              每月还需
            </th>
            <th scope="col" data-align="right">
              期末预测
            </th>
            <th scope="col">状态</th>
            <th scope="col">时限</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { target, metric, figure, pace } = row;
            const group = withPlace ? { group: { township: target.targetOrgUnitId } } : {};
            return (
              <tr key={target.id}>
                {withPlace && <th scope="row">{row.placeName}</th>}
                <td>
                  {metric.label}
                  {target.isFrozen === true && <span className={classes['quiet']}> 已下达</span>}
                </td>
                <td data-align="right">
                  <button
                    type="button"
                    onClick={() => open(markOfMetric(metric), place.level === 'county' ? group : {})}
                  >
                    {actualText(row, decimals)}
                  </button>{' '}
                  <span className={classes['quiet']}>{formatFraction(figure)}</span>
                </td>
                <td data-align="right">{amount(target.target, row)}</td>
                <td data-align="right">{amount(pace.expected, row)}</td>
                <td data-align="right">{neededText(row, decimals)}</td>
                <td data-align="right" title={forecastBasis(row, months, decimals)}>
                  {amount(pace.forecast, row)}
                </td>
                <td className={classes['state']} data-tone={targetStates[pace.state].tone}>
                  {stateText(pace.state)}
                </td>
                <td className={classes['state']}>{target.dueOn}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
