/**
 * What the page sees of an import whose cells, records and plan stay in the worker: only what a screen shows, cut
 * into parts small enough that receiving one never holds up the page.
 */
import type { MergedRange, ReadSheet, ReadWorkbook, SheetCells } from '@shared/import/model';
import type { ImportPlan, PlanContext, PlanItem } from '@shared/import/plan-model';
import type { Problem } from '@shared/problems/problem';

export const recordKinds = ['units', 'partyOrgs', 'instructors', 'partyRooms', 'people'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A read sheet without its records. */
export interface SheetOverview extends Omit<ReadSheet, RecordKind> {
  readonly recordCounts: Readonly<Record<RecordKind, number>>;
  /** Last sheet row with content, 1-based. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly MergedRange[];
  readonly hiddenRows: readonly number[];
  /** First filled cells of each column below the heading. */
  readonly samples: readonly (readonly string[])[];
}

export interface WorkbookOverview extends Omit<ReadWorkbook, 'sheets'> {
  readonly sheets: readonly SheetOverview[];
}

/** Texts of all cells of a sheet as they stand in the file; index 0 is sheet row 1. */
export type SheetTexts = readonly (readonly string[])[];

/** A planned record without the whole new document. */
export type PlanItemView = Omit<PlanItem, 'draft'>;
export interface PlanView extends Pick<ImportPlan, 'problems' | 'counts' | 'earlier' | 'isNothingNew'> {
  readonly items: readonly PlanItemView[];
}

/** The desk keeps the ids given out and the file's fingerprint itself. */
export type PlanRequest = Omit<PlanContext, 'newId' | 'ids' | 'fileSha256'>;
/** Item key → paths whose value in the register stays as it is. */
export type KeptPaths = Readonly<Record<string, readonly string[]>>;

export type OpenResult =
  | { readonly status: 'opened'; readonly sizeBytes: number; readonly sha256: string }
  /** The file cannot be read, and why. */
  | { readonly status: 'refused'; readonly problem: Problem };

export interface Progress {
  readonly words: string;
  /** 0–1; null = amount of work unknown. */
  readonly share: number | null;
}

const samplesPerColumn = 3;

/** What the page needs to know of a sheet. */
export function overviewOf(read: ReadSheet, cells: SheetCells, texts: SheetTexts): SheetOverview {
  const { units, partyOrgs, instructors, partyRooms, people, ...rest } = read;
  const firstRow = (read.headerRows.at(-1) ?? 0) + 1;
  return {
    ...rest,
    recordCounts: {
      units: units.length,
      partyOrgs: partyOrgs.length,
      instructors: instructors.length,
      partyRooms: partyRooms.length,
      people: people.length,
    },
    rowCount: cells.rows.length,
    columnCount: cells.columnCount,
    merges: cells.merges,
    hiddenRows: cells.hiddenRows,
    samples: Array.from({ length: cells.columnCount }, (_, column) => samplesOf(texts, firstRow, column)),
  };
}

function samplesOf(texts: SheetTexts, firstRow: number, column: number): string[] {
  const samples: string[] = [];
  for (let row = firstRow; row <= texts.length && samples.length < samplesPerColumn; row++) {
    const text = texts[row - 1]?.[column] ?? '';
    if (text !== '' && !samples.includes(text)) samples.push(text);
  }
  return samples;
}
