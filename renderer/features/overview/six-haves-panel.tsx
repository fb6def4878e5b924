import { ChartFrame } from '@renderer/components/chart-frame';
import type { ChartTable } from '@renderer/components/chart-take-away';
import { palette } from '@renderer/components/palette';
import { formatNumber } from '@shared/lib/format-number';
import type { ListSpec } from './list-spec';
import classes from './overview.module.css';
import type { SixHavesSummary } from './six-haves';

interface SixHavesPanelProps {
  readonly six: SixHavesSummary;
  readonly onOpen: (spec: ListSpec) => void;
}

const shareOf = (count: number, of: number): string => `${of === 0 ? 0 : (count / of) * 100}%`;

/** Darker = more items met; green only when the standard is reached. */
function colourOf(met: number, itemCount: number): string {
  if (met === itemCount) return palette.green;
  return met === itemCount - 1 ? palette.amber : palette.grey;
}

function MetBars({ six, onOpen }: SixHavesPanelProps) {
  const most = Math.max(...six.byMet.map((entry) => entry.count), 1);
  return (
    <ul className={classes['bars']}>
      {[...six.byMet].reverse().map(({ met, count }) => (
        <li key={met}>
          <button
            type="button"
            className={classes['bar']}
            data-kind="met"
            title="查看名单"
            onClick={() => onOpen({ kind: 'sixMet', met })}
          >
            <span>达 {met} 项</span>
            <span className={classes['track']}>
              <span
                className={classes['fill']}
                style={{ width: shareOf(count, most), background: colourOf(met, six.byItem.length) }}
              />
            </span>
            <span className={classes['number']}>{formatNumber(count)} 户</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function ItemBars({ six, onOpen }: SixHavesPanelProps) {
  return (
    <ul className={classes['bars']}>
      {six.byItem.map(({ code, label, met }) => (
        <li key={code}>
          <button
            type="button"
            className={classes['bar']}
            title="查看未达到的名单"
            onClick={() => onOpen({ kind: 'sixItem', code, isMet: false })}
          >
            <span>{label}</span>
            <span className={classes['track']}>
              <span
                className={classes['fill']}
                style={{ width: shareOf(met, six.assessed), background: palette.blue }}
              />
            </span>
            <span className={classes['number']}>
              {met}/{six.assessed}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function tableOf({ six, onOpen }: SixHavesPanelProps): ChartTable {
  const rest = (met: number) => six.assessed - met;
  return {
    columns: ['项目', '达到', '未达到'],
    rows: [
      ...six.byItem.map(({ code, label, met }) => ({
        key: code,
        name: label,
        cells: [
          { text: String(met), onOpen: () => onOpen({ kind: 'sixItem', code, isMet: true }) },
          { text: String(rest(met)), onOpen: () => onOpen({ kind: 'sixItem', code, isMet: false }) },
        ],
      })),
      ...six.byMet.map(({ met, count }) => ({
        key: `met-${met}`,
        name: `达到 ${met} 项`,
        cells: [{ text: String(count), onOpen: () => onOpen({ kind: 'sixMet', met }) }, { text: '' }],
      })),
    ],
  };
}

/** 六有: how far units have come, and which item is missing most. */
export function SixHavesPanel(props: SixHavesPanelProps) {
  const { six } = props;
  const weakest = [...six.byItem].sort((a, b) => a.met - b.met)[0];
  return (
    <ChartFrame
      title="六有达标"
      note={`应评 ${formatNumber(six.assessed)} 户，达标 ${formatNumber(six.passed)} 户`}
      summary={`应评 ${formatNumber(six.assessed)} 户，达标 ${formatNumber(six.passed)} 户${weakest ? `，最弱的是${weakest.label}，${formatNumber(weakest.met)} 户达到` : ''}。`}
      table={tableOf(props)}
    >
      <div className={classes['six']}>
        <div className={classes['column']}>
          <h3 className={classes['subhead']}>达到项数</h3>
          <MetBars {...props} />
        </div>
        <div className={classes['column']}>
          <h3 className={classes['subhead']}>各项达到户数</h3>
          <ItemBars {...props} />
        </div>
      </div>
    </ChartFrame>
  );
}
