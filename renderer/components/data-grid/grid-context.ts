/** What commands, keys and markup of one grid share on a render. */
import type { CellPosition, GridSize } from './cell-selection';
import type { DataGridProps, GridColumn } from './grid-types';
import type { CellEditor } from './use-cell-editor';
import type { ColumnModel } from './use-column-model';
import type { GridSelection } from './use-grid-selection';
import type { ShowAfter } from './use-show-after';

export interface GridState<R> extends GridSelection {
  readonly props: DataGridProps<R>;
  readonly model: ColumnModel<R>;
  /** Shown rows, sorted and filtered. */
  readonly rows: readonly R[];
  readonly size: GridSize;
  readonly editor: CellEditor;
  readonly showAfter: ShowAfter;
  readonly cellAt: (at: CellPosition) => { row: R; column: GridColumn<R> } | null;
  /** Rows that fit on the screen, for Page Up and Page Down. */
  readonly pageRows: () => number;
}
