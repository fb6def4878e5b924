/**
 * What passes between the steps of an import: cells as they stand in the file, and records read from them with
 * every doubt as data. Nothing here knows the register; matching and the preview build on it (see plan-model).
 *
 * Rows are 1-based sheet rows as Excel and WPS number them; columns are 0-based.
 */
import type { Problem } from '@shared/problems/problem';

// ---- cells -------------------------------------------------------------------------------------------------

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One non-empty cell. Empty cells are null in their row; flags are present only when true. */
export interface Cell {
  readonly kind: CellKind;
  /** Text as typed, a number, true/false, a day (YYYY-MM-DD) for dates, or the error's sign such as #DIV/0!. */
  readonly value: string | number | boolean;
  /** The number behind a date-formatted cell, in the file's own date system. */
  readonly serial?: number;
  readonly isFormula?: true;
  /** Struck through: offices mark closed units this way (H33). */
  readonly isStruck?: true;
  /** Font colour RRGGBB when it is neither black nor automatic. */
  readonly fontColor?: string;
  /** Fill colour RRGGBB when it is neither white nor none. */
  readonly fillColor?: string;
  readonly comment?: string;
  /** A number of more than 15 digits: the spreadsheet has already replaced its tail by zeros (H10, H11). */
  readonly isBeyondPrecision?: true;
}

export interface MergedRange {
  /** 1-based, inclusive. */
  readonly top: number;
  readonly bottom: number;
  /** 0-based, inclusive. */
  readonly left: number;
  readonly right: number;
}

export interface SheetCells {
  readonly name: string;
  readonly isHidden: boolean;
  /** rows[0] is sheet row 1. Trimmed by content: a bloated used range does not show here. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly columnCount: number;
  readonly merges: readonly MergedRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Rows hidden by an automatic filter rather than by hand. */
  readonly isFiltered: boolean;
  /** Row n here is the n-th column of the file (turn-table). */
  readonly isTurned?: true;
}

export type WorkbookFormat = 'xlsx' | 'xls' | 'html' | 'csv';

export interface WorkbookCells {
  readonly fileName: string;
  readonly format: WorkbookFormat | null;
  /** Text encoding of a .csv or HTML table; null for binary formats. */
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16' | null;
  readonly isDate1904: boolean;
  readonly sheets: readonly SheetCells[];
  /** Why the file as a whole cannot be read, or what to know about it. `sheets` is empty after an error. */
  readonly problems: readonly Problem[];
}

// ---- context: what the clerk and earlier imports add to the file -----------------------------------------------

export const sheetKinds = [
  'units',
  'socialOrgs',
  'partyOrgs',
  'instructors',
  'partyRooms',
  'people',
  'unknown',
] as const;
export type SheetKind = (typeof sheetKinds)[number];
/** What the wizard calls a sheet of each kind. */
export const sheetKindLabels: Readonly<Record<SheetKind, string>> = {
  units: '非公企业',
  socialOrgs: '社会组织',
  partyOrgs: '党组织',
  instructors: '指导员、联络员',
  partyRooms: '活动阵地',
  people: '党员名册',
  unknown: '不导入',
};

/** Corrections of the column map an office made before: heading path → field path, '' = leave the column out. */
export interface ColumnMemory {
  readonly sheetKind: SheetKind;
  readonly columns: Readonly<Record<string, string>>;
}

/** What the clerk decided about one sheet; absent keys leave the proposal of the reader. */
export interface SheetChoice {
  readonly kind?: SheetKind;
  /** Rows of the heading, 1-based; all of them, in order. */
  readonly headerRows?: readonly number[];
  /** Column index → field path; null = leave out. */
  readonly columns?: Readonly<Record<number, string | null>>;
  /** Take the village from the sheet's name (H8); absent = proposed and asked. */
  readonly isVillageFromName?: boolean;
}

/** A cell typed anew in the preview; null empties it. */
export interface CellEdit {
  readonly sheet: string;
  readonly row: number;
  readonly columnIndex: number;
  readonly text: string | null;
}

/** A clerk's answer to a problem: this field of this row is so, whatever the cell says. */
export interface Answer {
  readonly sheet: string;
  readonly row: number;
  /** `field` of the chosen fix; the row's value of that field, whatever its cell says. */
  readonly field: string;
  readonly value: FieldValue;
}

export interface ImportContext {
  /** Today, YYYY-MM-DD. */
  readonly asOf: string;
  readonly columnMemory: readonly ColumnMemory[];
  readonly sheetChoices: Readonly<Record<string, SheetChoice>>;
  readonly edits: readonly CellEdit[];
  readonly answers: readonly Answer[];
}

/** No memory, no choices: what a first look at a file starts from. */
export const firstLook = (asOf: string): ImportContext => ({
  asOf,
  columnMemory: [],
  sheetChoices: {},
  edits: [],
  answers: [],
});

// ---- what was read ---------------------------------------------------------------------------------------------

export type FieldValue = string | number | boolean | readonly string[] | null;
/**
 * Fields of one record under their dotted domain paths (`name`, `owner.name`, `declared.members`,
 * `massOrgs.union.has`). A path is absent when the sheet has no such column, null when the cell is empty or its
 * content was refused (then a problem tells why).
 */
export type FieldValues = Readonly<Record<string, FieldValue>>;

export interface ProblemFix {
  readonly field: string;
  readonly value: FieldValue;
  /** Button text: 改为… */
  readonly label: string;
}

/**
 * A problem at a place in a sheet. Its `field` carries the record in front, as `ReadColumn.field` does
 * (`unit.uscc`, `partyOrg.foundedOn`), and so do the fields of its answers. `row.isIncluded` = take the row at all.
 */
export interface ImportProblem extends Problem {
  /** 1-based sheet row; null = the sheet or file as a whole. */
  readonly row: number | null;
  /** Heading of the column as printed (leaf, or the group for a one-of group); null = the whole row. */
  readonly column: string | null;
  readonly columnIndex: number | null;
  /** The cell as the file has it. */
  readonly original: string | null;
  readonly fix?: ProblemFix;
  /** Possible answers when somebody has to decide. */
  readonly choices?: readonly ProblemFix[];
}

export interface ReadRecord {
  /** First sheet row of the record. */
  readonly row: number;
  /** In a hidden row: taken only on consent (H9). */
  readonly isHidden: boolean;
  readonly values: FieldValues;
}

/** `values`: fields of the unit schema. */
export interface ReadUnit extends ReadRecord {
  /** Village, park or building as the sheet names it, filled down over merges or taken from the sheet's name. */
  readonly siteName: string | null;
  /** 所在园区、楼宇, where it has a column of its own. */
  readonly parkName: string | null;
  /** 园区级别 of that park, a code of `parkGrades`. */
  readonly parkGrade: string | null;
  /** 乡镇 column, where the table has one. */
  readonly townshipName: string | null;
  /** 是否建立党组织; null = the row does not say. */
  readonly isOrgBuilt: boolean | null;
  /** Index into `partyOrgs` of the same sheet. */
  readonly partyOrg: number | null;
  /** Indexes into `instructors` of the same sheet. */
  readonly instructors: readonly number[];
}

export interface ReadCover {
  readonly row: number;
  readonly unitName: string;
  /** Index into `units` of the same sheet; null when the unit is only named. */
  readonly unit: number | null;
}

export interface ReadPost {
  readonly row: number;
  readonly post: 'secretary' | 'deputy' | 'organization' | 'publicity' | 'discipline' | 'member';
  readonly name: string;
}

/** `values`: fields of the partyOrg schema without covers and posts. */
export interface ReadPartyOrg extends ReadRecord {
  readonly rows: readonly number[];
  /** The ledger gives no name; `values.name` is proposed from the unit's and asked. */
  readonly isNameProposed: boolean;
  readonly covers: readonly ReadCover[];
  readonly posts: readonly ReadPost[];
}

export interface ReadAssignment {
  readonly row: number;
  readonly unitName: string;
  readonly unit: number | null;
  /** Fields of the assignment schema: from, plannedTo, declaredVisits, … */
  readonly values: FieldValues;
}

/** `values`: fields of the instructor schema without assignments. */
export interface ReadInstructor extends ReadRecord {
  readonly rows: readonly number[];
  readonly assignments: readonly ReadAssignment[];
}

/** `values`: fields of the partyRoom schema; `hostPartyOrgName` as printed. */
export interface ReadPartyRoom extends ReadRecord {
  readonly siteName: string | null;
  readonly unitName: string | null;
}

/** `values`: fields of the person schema; `relationOrgName` as printed. */
export interface ReadPerson extends ReadRecord {
  readonly workUnitName: string | null;
}

export type SkipReason = 'total' | 'footer' | 'repeatedHeader' | 'note';
export interface SkippedRow {
  readonly row: number;
  readonly why: SkipReason;
  readonly text: string;
}

/** How a column came to its field: an office's memory or choice beats the tables of synonyms. */
export type MappedBy = 'choice' | 'memory' | 'exact' | 'synonym' | 'content' | 'none';

export interface ReadColumn {
  readonly index: number;
  /** Heading path as printed, top-down: 党员队伍 / 35岁以下. */
  readonly path: readonly string[];
  /** Field path such as `unit.declared.under35`, `partyOrg.foundedOn`; null = not imported. */
  readonly field: string | null;
  /** For a column of a one-of group: the code a tick stands for. */
  readonly code: string | null;
  /** 0–1; below 0.8 the wizard asks. */
  readonly confidence: number;
  readonly mappedBy: MappedBy;
  readonly isHidden: boolean;
}

export interface ReadSheet {
  readonly name: string;
  readonly kind: SheetKind;
  readonly isHidden: boolean;
  /** 1-based; empty when no heading was found. */
  readonly headerRows: readonly number[];
  /** Per column, top-down. */
  readonly headerPaths: readonly (readonly string[])[];
  readonly columns: readonly ReadColumn[];
  /** 填报单位 and title above the heading, for the batch's record. */
  readonly title: string | null;
  readonly reportingUnit: string | null;
  /** Village the sheet's name stands for, proposed or chosen (H8). */
  readonly villageName: string | null;
  readonly units: readonly ReadUnit[];
  readonly partyOrgs: readonly ReadPartyOrg[];
  readonly instructors: readonly ReadInstructor[];
  readonly partyRooms: readonly ReadPartyRoom[];
  readonly people: readonly ReadPerson[];
  readonly skippedRows: readonly SkippedRow[];
  readonly problems: readonly ImportProblem[];
}

export interface ReadWorkbook {
  readonly fileName: string;
  readonly sheets: readonly ReadSheet[];
  /** Problems of the file as a whole. */
  readonly problems: readonly ImportProblem[];
}
