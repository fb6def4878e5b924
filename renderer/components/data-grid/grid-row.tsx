import { type CSSProperties, memo } from 'react';
import { Icon } from '../icons';
import { displayTextOf } from './cell-text';
import classes from './data-grid.module.css';
import type { CellProblem, CellTone, GridColumn } from './grid-types';
import type { PlacedColumn } from './use-column-model';

/** Which of the row's cells are selected; all as column indexes, -1 = none. Flat, so that memo can compare it. */
export interface RowMarks {
  readonly active: number;
  readonly from: number;
  readonly to: number;
  readonly isBlockTop: boolean;
  readonly isBlockBottom: boolean;
}

export interface GridRowProps<R> {
  readonly row: R;
  readonly rowId: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly headWidth: number;
  readonly pinned: readonly PlacedColumn<R>[];
  /** The columns on the screen, left to right. */
  readonly center: readonly PlacedColumn<R>[];
  readonly pinnedWidth: number;
  readonly active: number;
  readonly from: number;
  readonly to: number;
  readonly isBlockTop: boolean;
  readonly isBlockBottom: boolean;
  /** null = the table has no check boxes. */
  readonly isChecked: boolean | null;
  readonly gridId: string;
  readonly problems: ReadonlyMap<string, CellProblem> | undefined;
  /** Another text draws the row again. */
  readonly namesShown: string;
  readonly rowTone: ((row: R) => CellTone | null) | undefined;
}

function Row<R>(props: GridRowProps<R>) {
  const { row, index, top, height, width, pinned, center, pinnedWidth } = props;
  const firstStart = center[0]?.start ?? pinnedWidth;
  return (
    <div
      role="row"
      tabIndex={-1}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)`, height, width }}
      aria-rowindex={index + 2}
      aria-selected={props.isChecked ?? undefined}
      data-row={index}
      data-odd={index % 2 === 1 || undefined}
      data-tone={props.rowTone?.(row) ?? undefined}
    >
      <RowHead
        index={index}
        width={props.headWidth}
        isChecked={props.isChecked}
        isActive={props.active >= 0}
      />
      {pinned.map((placed, at) => (
        <Cell
          key={placed.column.id}
          placed={placed}
          isLastPinned={at === pinned.length - 1}
          {...cellProps(props)}
        />
      ))}
      <div role="presentation" style={{ width: firstStart - pinnedWidth }} className={classes['gap']} />
      {center.map((placed) => (
        <Cell key={placed.index % 64} placed={placed} isLastPinned={false} {...cellProps(props)} />
      ))}
    </div>
  );
}

/** Rows keep their element while they move through the screen; only what changed is drawn again. */
export const GridRow = memo(Row) as typeof Row;

const cellProps = <R,>({
  row,
  gridId,
  problems,
  active,
  from,
  to,
  isBlockTop,
  isBlockBottom,
}: GridRowProps<R>) => ({
  row,
  gridId,
  problems,
  marks: { active, from, to, isBlockTop, isBlockBottom },
});

interface RowHeadProps {
  readonly index: number;
  readonly width: number;
  readonly isChecked: boolean | null;
  readonly isActive: boolean;
}

function RowHead({ index, width, isChecked, isActive }: RowHeadProps) {
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className={classes['rowHead']}
      style={{ width }}
      data-active={isActive || undefined}
    >
      {isChecked !== null && (
        <input
          type="checkbox"
          tabIndex={-1}
          className={classes['check']}
          aria-label={`选择第 ${index + 1} 行`}
          checked={isChecked}
          data-check=""
          // The table handles the click; React wants to know the box is not forgotten.
          onChange={ignore}
        />
      )}
      <span>{index + 1}</span>
    </div>
  );
}

const ignore = () => undefined;

interface CellProps<R> {
  readonly row: R;
  readonly placed: PlacedColumn<R>;
  readonly isLastPinned: boolean;
  readonly marks: RowMarks;
  readonly gridId: string;
  readonly problems: ReadonlyMap<string, CellProblem> | undefined;
}

export const cellDomId = (gridId: string, column: number): string => `${gridId}-active-${column}`;

function Cell<R>({ row, placed, isLastPinned, marks, gridId, problems }: CellProps<R>) {
  const { column, index, width, start, isPinned } = placed;
  const problem = problems?.get(column.id) ?? null;
  const isActive = marks.active === index;
  const text = displayTextOf(column, row);
  const style: CSSProperties = isPinned ? { width, left: start } : { width };
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      id={isActive ? cellDomId(gridId, index) : undefined}
      aria-colindex={index + 2}
      className={classes['cell']}
      style={style}
      title={problem === null ? undefined : problem.text}
      data-column={index}
      data-pinned={isPinned || undefined}
      data-pin-edge={isLastPinned || undefined}
      data-number={column.kind.type === 'number' || undefined}
      data-active={isActive || undefined}
      data-selected={selectedEdges(marks, index)}
      data-problem={problem?.severity}
    >
      <CellText column={column} row={row} text={text} />
      {problem !== null && (
        <span className={classes['problem']}>
          <Icon name="alert" size={13} />
          <span className={classes['unseen']}>{problem.text}</span>
        </span>
      )}
    </div>
  );
}

function CellText<R>({ column, row, text }: { column: GridColumn<R>; row: R; text: string }) {
  return (
    <span
      className={classes['text']}
      data-tone={column.tone?.(row) ?? undefined}
      data-link={(column.isLink === true && text !== '') || undefined}
    >
      {text}
    </span>
  );
}

/** Undefined outside the block; inside, the sides on which the block ends (t, r, b, l). */
function selectedEdges({ from, to, isBlockTop, isBlockBottom }: RowMarks, index: number): string | undefined {
  if (index < from || index > to || from < 0) return undefined;
  return [isBlockTop && 't', index === to && 'r', isBlockBottom && 'b', index === from && 'l']
    .filter(Boolean)
    .join('');
}
