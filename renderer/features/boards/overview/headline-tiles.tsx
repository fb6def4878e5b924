import { FigureTile } from '@renderer/components/figure-tile';
import { TileGroup } from '@renderer/components/tile-group';
import { headlineTable } from '@shared/export/headline-table';
import type { FigureId } from '@shared/figures/figure';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { isDoubleStandardMet } from '@shared/figures/indicators/c09-double-standard';
import { describeCountChange, describeRateChange } from '@shared/insights/change';
import { headlineRows, noteOnBlanks } from '@shared/insights/headline';
import type { Part } from '@shared/insights/mark';
import type { SumsAnswer, SumsGroup } from '@shared/insights/messages';
import { FigureNotes } from '../notes/figure-notes';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { countedIn, totalOn } from '../parts/figures';

const rates = [
  { id: 'C1', label: '组织覆盖率' },
  { id: 'C3', label: '工作覆盖率' },
] as const;

interface HeadlineTilesProps {
  readonly answer: SumsAnswer;
  /** 双达标, which is two figures in one; default: shown. */
  readonly withDoubleStandard?: boolean;
  /** How the tiles lie; default: in one row. */
  readonly layout?: string | undefined;
}

/** The coverage pair and what is missing, each with its base and its change. */
export function HeadlineTiles({
  answer,
  withDoubleStandard = true,
  layout = classes['tiles'],
}: HeadlineTilesProps) {
  const { asOf, against, decimals, open } = useBoard();
  const now = totalOn(answer, asOf);
  const then = totalOn(answer, against.day);
  const isKnown = countedIn(then, 'C1').denominator > 0;
  const of = (id: FigureId) => countedIn(now, id);
  const before = (id: FigureId) => (isKnown ? countedIn(then, id) : null);
  const show = (id: FigureId, part: Part) => () => open({ kind: 'figure', id, part });
  const rows = headlineRows(now?.figures ?? {}, then?.figures ?? null, decimals, against.words);
  return (
    <TileGroup title="主要指标" layout={layout} table={headlineTable(rows, decimals, against.words)}>
      {rates.map(({ id, label }) => (
        <FigureTile
          key={id}
          size="large"
          label={label}
          value={formatRate(of(id), decimals)}
          fraction={formatFraction(of(id))}
          note={`${answer.bases[id] ?? ''}，截至 ${asOf}`}
          change={describeRateChange(of(id), before(id), decimals, against.words)}
          onOpen={show(id, 'in')}
          onOpenBase={show(id, 'base')}
        >
          <FigureNotes figure={id} />
        </FigureTile>
      ))}
      <FigureTile
        label="应建未建"
        value={String(of('C6').numerator)}
        measure="户"
        fraction={`/ ${of('C6').denominator}`}
        note={`组建率 ${formatRate(of('C5'), decimals)}`}
        change={describeCountChange(of('C6').numerator, before('C6')?.numerator ?? null, against.words)}
        onOpen={show('C6', 'in')}
        onOpenBase={show('C6', 'base')}
      >
        <FigureNotes figure="C6" />
      </FigureTile>
      <FigureTile
        label="空白点"
        value={String(of('C4').numerator)}
        measure="户"
        note={noteOnBlanks(of('C4').numerator, of('C1').denominator)}
        change={describeCountChange(of('C4').numerator, before('C4')?.numerator ?? null, against.words)}
        onOpen={show('C4', 'in')}
      >
        <FigureNotes figure="C4" />
      </FigureTile>
      {withDoubleStandard && <DoubleStandardTile now={now} />}
      <FigureTile
        label="六有达标率"
        value={formatRate(of('C20'), decimals)}
        fraction={formatFraction(of('C20'))}
        note={`已评估单位；占全部 ${formatRate(of('C20b'), decimals)}`}
        change={describeRateChange(of('C20'), before('C20'), decimals, against.words)}
        onOpen={show('C20', 'in')}
        onOpenBase={show('C20', 'base')}
      >
        <FigureNotes figure="C20" />
      </FigureTile>
    </TileGroup>
  );
}

function DoubleStandardTile({ now }: { readonly now: SumsGroup | undefined }) {
  const { open } = useBoard();
  const [fifty, hundred] = [countedIn(now, 'C9a'), countedIn(now, 'C9b')];
  const isMet = isDoubleStandardMet(fifty, hundred);
  const show = (id: FigureId) => () => open({ kind: 'figure', id, part: 'out' });
  return (
    <FigureTile
      label="双达标"
      value={isMet === null ? '—' : isMet ? '达标' : '未达标'}
      onOpen={show(fifty.numerator < fifty.denominator ? 'C9a' : 'C9b')}
    >
      <button type="button" className={classes['more']} onClick={show('C9a')}>
        50人以上有党员 {formatFraction(fifty)}
      </button>
      <button type="button" className={classes['more']} onClick={show('C9b')}>
        100人以上有组织 {formatFraction(hundred)}
      </button>
    </FigureTile>
  );
}
