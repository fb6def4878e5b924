/**
 * Contract of the data grid. The grid knows columns, rows and cells and no noun of the register: whoever uses it
 * says how to read a value, how to edit it and what to do with a change. Nothing here is React.
 */
import type { ReactNode } from 'react';

/** What a cell holds. null = 未填; a list is a set of codes or ids. */
export type CellValue = string | number | boolean | null | readonly string[];

export interface CellOption {
  readonly value: string;
  readonly label: string;
  /** Further text the option is found by (pinyin, code), never shown. */
  readonly keywords?: string;
  /** Second line in the list, for example 已联系 4 家. */
  readonly note?: string;
}

/** How a value is typed, shown, filtered and compared. */
export type CellKind =
  | { readonly type: 'text'; readonly maxLength?: number }
  | { readonly type: 'number'; readonly isInteger?: boolean; readonly min?: number; readonly max?: number }
  /** YYYY-MM-DD; with `isPartial` also YYYY-MM and YYYY. */
  | { readonly type: 'date'; readonly isPartial?: boolean }
  | { readonly type: 'choice'; readonly options: readonly CellOption[] }
  | { readonly type: 'choices'; readonly options: readonly CellOption[] }
  /** 是 / 否 / 未填. */
  | { readonly type: 'flag' }
  /** A reference chosen by searching; the value is the id. */
  | { readonly type: 'lookup'; readonly lookup: Lookup };

export interface Lookup {
  /** Best matches first, at most `limit`; an empty text lists the first ones. */
  readonly search: (text: string, limit: number) => readonly CellOption[];
  /** null when nothing has that id. */
  readonly labelOf: (id: string) => string | null;
}

export interface GridColumn<R> {
  readonly id: string;
  readonly label: string;
  /** Heading the column stands under in the column chooser. */
  readonly group?: string;
  readonly kind: CellKind;
  readonly value: (row: R) => CellValue;
  /** Text shown instead of the usual one (masked numbers, units of measure). Never used for copying or editing. */
  readonly display?: (value: CellValue, row: R) => string;
  /** Absent = read only. The row decides where only some rows are editable. */
  readonly isEditable?: boolean | ((row: R) => boolean);
  /** Reads typed or pasted text when the usual reading of the kind is not enough. */
  readonly parse?: (text: string, row: R | null) => ParsedCell;
  /** Text offered for editing and copying; default: the value as text. */
  readonly editText?: (value: CellValue, row: R) => string;
  readonly width?: number;
  readonly minWidth?: number;
  readonly isHiddenAtFirst?: boolean;
  readonly isPinnedAtFirst?: boolean;
  /** Shown below the table: the sum of numbers, or how many cells are filled. */
  readonly total?: 'sum' | 'filled' | ((rows: readonly R[]) => string);
  /** Colour of a word in the cell; always beside the word, never instead of it. */
  readonly tone?: (row: R) => CellTone | null;
  /** The cell's text opens the row (the name column). */
  readonly isLink?: boolean;
  /** Longer explanation shown on the heading. */
  readonly hint?: string;
}

export type CellTone = 'good' | 'warning' | 'bad' | 'info' | 'muted';

export type ParsedCell =
  | { readonly isValid: true; readonly value: CellValue }
  | { readonly isValid: false; readonly problem: string };

export interface CellProblem {
  readonly severity: 'error' | 'warning' | 'question' | 'info';
  /** One or two sentences: what is wrong and what would be right. */
  readonly text: string;
}

export interface CellChange {
  readonly rowId: string;
  readonly columnId: string;
  readonly value: CellValue;
}

/** Values for a row that does not exist yet, by column id: what is pasted below the last row. */
export type NewRowCells = Readonly<Record<string, CellValue>>;

export type ColumnFilter =
  | { readonly type: 'contains'; readonly text: string }
  | { readonly type: 'range'; readonly min: number | null; readonly max: number | null }
  /** Both ends inclusive, each possibly partial. */
  | { readonly type: 'days'; readonly from: string | null; readonly to: string | null }
  | { readonly type: 'oneOf'; readonly values: readonly string[] }
  | { readonly type: 'blank' }
  | { readonly type: 'filled' };

export interface ColumnSort {
  readonly columnId: string;
  readonly isDescending: boolean;
}

export type Density = 'compact' | 'normal' | 'roomy';

/** Everything a person sets up in a table and expects to find again. Plain data, fit for JSON. */
export interface GridView {
  /** Column ids in order; columns not named follow in their own order. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly pinned: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: readonly ColumnSort[];
  readonly filters: Readonly<Record<string, ColumnFilter>>;
  /** null = as chosen for the whole app. */
  readonly density: Density | null;
}

export interface DataGridProps<R> {
  /** Accessible name of the table. */
  readonly label: string;
  /** Keep the identity stable between renders, as with `rows`. */
  readonly columns: readonly GridColumn<R>[];
  readonly rows: readonly R[];
  readonly getRowId: (row: R) => string;
  readonly view: GridView;
  readonly onViewChange: (view: GridView) => void;

  /** Search box and saved view: decides after sorting and beside the column filters. */
  readonly isRowShown?: (row: R) => boolean;
  /** Called with the rows left after all filters, in the order shown. */
  readonly onShownRowsChange?: (rows: readonly R[]) => void;

  /**
   * One call per gesture (typing, paste, clear, fill): one undo step. Absent = the whole grid is read only.
   * Resolves when the rows hold the new values, or why they do not was said.
   */
  readonly onCommitCells?: (changes: readonly CellChange[], about: CellGesture) => Promise<void>;
  /** Rows pasted below the last row; absent = they are left out and the preview says so. */
  readonly onAppendRows?: (rows: readonly NewRowCells[]) => void;
  /** By column id. The same map while a row's problems are the same: another one draws the row again. */
  readonly rowProblems?: (row: R) => ReadonlyMap<string, CellProblem>;
  /** Extra state of a row: a tint and a word for screen readers (已修改, 待核). */
  readonly rowTone?: (row: R) => CellTone | null;

  /** Present = a check box column. */
  readonly selectedIds?: ReadonlySet<string>;
  readonly onSelectedIdsChange?: (ids: ReadonlySet<string>) => void;
  /** Somebody went to another cell; not when rows move or leave the table. */
  readonly onActiveCellChange?: (cell: { rowId: string; columnId: string } | null) => void;
  /** Enter on a cell that cannot be edited, a click on a link cell. */
  readonly onOpenRow?: (rowId: string) => void;
  readonly onUndo?: () => void;
  readonly onRedo?: () => void;

  /** Row height where the view does not choose one. Default `normal`. */
  readonly density?: Density;
  /** Large-text mode: rows and columns grow with the text. */
  readonly isLargeText?: boolean;
  readonly hasTotals?: boolean;
  /** Shown in place of rows when there are none. */
  readonly emptyState?: ReactNode;
  /** Brings a cell into view and makes it the active one whenever the object changes. */
  readonly goTo?: { readonly rowId: string; readonly columnId?: string } | null;
}

export type CellGesture = 'typed' | 'pasted' | 'cleared' | 'filled';
