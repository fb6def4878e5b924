import { FigureTile } from '@renderer/components/figure-tile';
import { TileGroup } from '@renderer/components/tile-group';
import { headlineTable } from '@shared/export/headline-table';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { isDoubleStandardMet } from '@shared/figures/indicators/c09-double-standard';
import { describeCountChange, describeRateChange } from '@shared/insights/change';
import { headlineRows, noteOnBlanks } from '@shared/insights/headline';
import type { Part } from '@shared/insights/mark';
import type { Headline } from './headline';
import type { ListSpec } from './list-spec';
import classes from './overview.module.css';

interface CoveragePairProps {
  readonly now: Headline;
  /** The same day a year ago; null = still being counted or before the register began. */
  readonly yearAgo: Headline | null;
  readonly decimals: number;
  readonly onOpen: (spec: ListSpec) => void;
}

const pair = [
  { id: 'C1', label: '组织覆盖率' },
  { id: 'C3', label: '工作覆盖率' },
] as const;

/** The two coverage rates as one pair, then the three figures that say what is missing. */
export function CoveragePair({ now, yearAgo, decimals, onOpen }: CoveragePairProps) {
  const open = (id: keyof Headline, part: Part) => () => onOpen({ kind: 'figure', id, part });
  const before = yearAgo !== null && yearAgo.C1.denominator > 0 ? yearAgo : null;
  const isDoubleMet = isDoubleStandardMet(now.C9a, now.C9b);
  return (
    <TileGroup
      title="主要指标"
      layout={classes['pair']}
      table={headlineTable(headlineRows(now, before, decimals), decimals, '上年同期')}
    >
      {pair.map(({ id, label }) => (
        <FigureTile
          key={id}
          size="large"
          label={label}
          value={formatRate(now[id], decimals)}
          fraction={formatFraction(now[id])}
          note={`${now[id].base}，截至 ${now[id].asOf}`}
          change={describeRateChange(now[id], before?.[id] ?? null, decimals)}
          onOpen={open(id, 'in')}
          onOpenBase={open(id, 'base')}
        />
      ))}
      <FigureTile
        label="应建未建"
        value={String(now.C6.numerator)}
        measure="户"
        fraction={`/ ${now.C6.denominator}`}
        note={`组建率 ${formatRate(now.C5, decimals)}`}
        change={describeCountChange(now.C6.numerator, before?.C6.numerator ?? null)}
        onOpen={open('C6', 'in')}
        onOpenBase={open('C6', 'base')}
      />
      <FigureTile
        label="空白点"
        value={String(now.C4.numerator)}
        measure="户"
        note={noteOnBlanks(now.C4.numerator, now.C1.denominator)}
        change={describeCountChange(now.C4.numerator, before?.C4.numerator ?? null)}
        onOpen={open('C4', 'in')}
      />
      <FigureTile
        label="双达标"
        value={isDoubleMet === null ? '—' : isDoubleMet ? '达标' : '未达标'}
        onOpen={open(now.C9a.numerator < now.C9a.denominator ? 'C9a' : 'C9b', 'out')}
      >
        <button
          type="button"
          className={classes['more']}
          title="从业人员50人以上的单位中有党员的"
          aria-label={`50人以上 ${formatFraction(now.C9a)} 有党员，查看没有党员的名单`}
          onClick={open('C9a', 'out')}
        >
          50人以上 {formatFraction(now.C9a)}
        </button>
        <button
          type="button"
          className={classes['more']}
          title="从业人员100人以上的单位中有党组织的"
          aria-label={`100人以上 ${formatFraction(now.C9b)} 有党组织，查看没有党组织的名单`}
          onClick={open('C9b', 'out')}
        >
          100人以上 {formatFraction(now.C9b)}
        </button>
      </FigureTile>
    </TileGroup>
  );
}
