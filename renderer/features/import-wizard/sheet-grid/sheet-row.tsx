// biome-ignore-all lint/a11y/useSemanticElements: rows and columns are virtual, which a table's own layout cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and names its active cell
import { memo } from 'react';
import { CellEditor } from './cell-editor';
import type { CellPlace, SheetStates } from './cell-states';
import classes from './sheet-grid.module.css';
import type { SheetGeometry } from './use-sheet-geometry';

interface SheetRowProps {
  readonly gridId: string;
  readonly row: number;
  readonly top: number;
  readonly geometry: SheetGeometry;
  readonly texts: readonly string[];
  readonly states: SheetStates;
  readonly activeColumn: number | null;
  readonly draft: string | null;
  readonly onPick: (column: number) => void;
  readonly onStartEditing: () => void;
  readonly onFinish: (text: string | null, move: CellPlace | null) => void;
}

const numeric = /^-?[\d,]+(\.\d+)?%?$/;
const urgencyWords = { must: '必须处理', check: '请核对', note: '提示' } as const;

/** One row of the file. Its state is told by words as well as by colour. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { gridId, row, top, geometry, texts, states, activeColumn, draft } = props;
  const { isHidden, skipped } = states.row(row);
  const whole = states.cell(row, null);
  const columns = Array.from(
    { length: geometry.lastColumn - geometry.firstColumn + 1 },
    (_, index) => geometry.firstColumn + index,
  );
  const note = skipped ?? (isHidden ? '原文件中隐藏的行' : null);
  return (
    <div
      role="row"
      aria-rowindex={row}
      className={classes['row']}
      data-skipped={skipped !== null || undefined}
      style={{ top, height: geometry.rowHeight }}
    >
      <span
        role="rowheader"
        className={classes['number']}
        data-urgency={whole?.urgency}
        title={[note, whole?.problemText].filter(Boolean).join('\n') || undefined}
        style={{ width: geometry.numberWidth }}
      >
        {row}
        {isHidden && <span className={classes['tag']}>隐</span>}
        {skipped !== null && <span className={classes['tag']}>略</span>}
      </span>
      {columns.map((column) => {
        const state = states.cell(row, column);
        const text = state?.text ?? texts[column] ?? '';
        const isActive = column === activeColumn;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself handles the keyboard
          <span
            key={column}
            role="gridcell"
            id={`${gridId}-${row}-${column}`}
            aria-colindex={column + 1}
            aria-selected={isActive}
            className={classes['cell']}
            data-urgency={state?.urgency}
            data-edited={state?.text !== undefined || undefined}
            data-numeric={numeric.test(text) || undefined}
            title={state?.problemText ?? (text.length > 8 ? text : undefined)}
            style={{
              left: geometry.numberWidth + (geometry.edges[column] ?? 0),
              width: (geometry.edges[column + 1] ?? 0) - (geometry.edges[column] ?? 0),
            }}
            onClick={() => props.onPick(column)}
            onDoubleClick={props.onStartEditing}
          >
            {isActive && draft !== null ? (
              <CellEditor initial={draft} place={{ row, column }} onFinish={props.onFinish} />
            ) : (
              text
            )}
            {state?.urgency && <span className={classes['spoken']}>{urgencyWords[state.urgency]}</span>}
          </span>
        );
      })}
    </div>
  );
});
