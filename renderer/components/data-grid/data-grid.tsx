/** A table that behaves like a spreadsheet. See grid-types.ts for the contract. */
import { type CSSProperties, type RefObject, useId, useRef, useState } from 'react';
import { CellInput } from './cell-input';
import { single } from './cell-selection';
import { ColumnMenu } from './column-menu';
import classes from './data-grid.module.css';
import { GridBody } from './grid-body';
import { clearBlock, commitValue, copyBlock, pasteText } from './grid-commands';
import type { GridState } from './grid-context';
import { StatusLine } from './grid-footer';
import { finishEditing, handleGridKey } from './grid-keys';
import { cellDomId } from './grid-row';
import type { CellOption, DataGridProps } from './grid-types';
import { changesOf, newRowsOf, type PasteChoices, type PastePlan } from './paste-plan';
import { PastePreview } from './paste-preview';
import { useActivePlace } from './use-active-place';
import { useGridEffects } from './use-grid-effects';
import { useGridPointer } from './use-grid-pointer';
import { useGridMetrics, useGridState } from './use-grid-state';

export function DataGrid<R>(props: DataGridProps<R>) {
  const gridId = useId();
  const metrics = useGridMetrics(props);
  const { grid, scroller } = useGridState(props, metrics);
  const [menuColumn, setMenuColumn] = useState<number | null>(null);
  const [plan, setPlan] = useState<PastePlan | null>(null);
  const active = useActivePlace(grid, scroller, metrics);
  const pointer = useGridPointer(grid);
  const focus = useGridFocus(grid, scroller);
  useGridEffects(grid, scroller, metrics);
  const closePlan = () => {
    setPlan(null);
    focus.comeBack();
  };
  const activeColumn = active.place === null ? null : (grid.selection?.active.column ?? null);

  return (
    <div className={classes['root']} style={rowHeightStyle(metrics.rowHeight)}>
      <div className={classes['frame']}>
        <GridBody
          {...{ grid, gridId, metrics, scroller, pointer }}
          onScroll={active.follow}
          onOpenMenu={setMenuColumn}
          onFocus={focus.enter}
          onBlur={focus.left}
        />
        <CellInput
          editor={grid.editor}
          place={active.place}
          roomBelow={active.roomBelow}
          label={`${props.label}：${active.cellLabel}`}
          gridId={gridId}
          activeCellId={activeColumn === null ? undefined : cellDomId(gridId, activeColumn)}
          {...inputHandlers(grid, {
            openColumnMenu: setMenuColumn,
            leave: focus.leave,
            offerPaste: setPlan,
          })}
        />
        {menuColumn !== null && (
          <ColumnMenu
            {...{ grid, scroller, metrics }}
            columnIndex={menuColumn}
            onClose={() => {
              setMenuColumn(null);
              focus.comeBack();
            }}
          />
        )}
      </div>
      <StatusLine grid={grid} />
      {plan !== null && (
        <PastePreview
          plan={plan}
          columns={props.columns}
          canAppend={props.onAppendRows !== undefined}
          onCancel={closePlan}
          onConfirm={(choices, isAppending) => {
            applyPaste(grid, plan, choices, isAppending);
            closePlan();
          }}
        />
      )}
    </div>
  );
}

// React's style type knows no custom properties.
const rowHeightStyle = (height: number) => ({ '--grid-row-height': `${height}px` }) as CSSProperties;

/** The table passes its focus on to the text area, except after Esc, when Tab must find the way out. */
function useGridFocus<R>(grid: GridState<R>, scroller: RefObject<HTMLDivElement | null>) {
  const isLeaving = useRef(false);
  const toInput = () => grid.editor.inputRef.current?.focus({ preventScroll: true });
  return {
    /** After a menu or dialog: once it is gone, or it would take the focus along. */
    comeBack: () => requestAnimationFrame(toInput),
    enter: () => {
      if (isLeaving.current) return;
      if (grid.selection === null && grid.size.rows > 0) grid.select(single({ row: 0, column: 0 }));
      toInput();
    },
    leave: () => {
      isLeaving.current = true;
      scroller.current?.focus({ preventScroll: true });
    },
    left: () => {
      isLeaving.current = false;
    },
  };
}

function applyPaste<R>(
  { props }: GridState<R>,
  plan: PastePlan,
  choices: PasteChoices,
  isAppending: boolean,
): void {
  const changes = changesOf(plan, choices);
  if (changes.length > 0) void props.onCommitCells?.(changes, 'pasted');
  const added = isAppending ? newRowsOf(plan) : [];
  if (added.length > 0) props.onAppendRows?.(added);
}

interface InputActions {
  readonly openColumnMenu: (columnIndex: number) => void;
  readonly leave: () => void;
  readonly offerPaste: (plan: PastePlan) => void;
}

function inputHandlers<R>(grid: GridState<R>, actions: InputActions) {
  const { editor, selection } = grid;
  const isIdle = editor.editing === null;
  const copy = (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
    if (!isIdle) return;
    event.preventDefault();
    copyBlock(grid, event.clipboardData);
  };
  return {
    onChoose: (option: CellOption) => {
      const value = editor.read(option);
      if (value === undefined) return;
      void commitValue(grid, value, false);
      editor.end();
    },
    onStartTyping: () => {
      const isBegun = selection !== null && editor.begin(selection.active, 'replace');
      if (isBegun) editor.type();
      else if (editor.inputRef.current !== null) editor.inputRef.current.value = '';
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => handleGridKey(grid, event, actions),
    onCopy: copy,
    onCut: (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
      copy(event);
      if (isIdle) clearBlock(grid);
    },
    onPaste: (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
      if (!isIdle) return;
      event.preventDefault();
      const plan = pasteText(grid, event.clipboardData.getData('text/plain'));
      if (plan !== null) actions.offerPaste(plan);
    },
    /** Leaving the table keeps what was typed if it can be read, and otherwise what was there before. */
    onBlur: () => {
      if (!finishEditing(grid)) editor.end();
    },
  };
}
