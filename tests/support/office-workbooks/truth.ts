/** What a careful clerk reads from a generated sheet, in the field names `read-workbook` prints. */
export interface TrueUnit {
  readonly row: number;
  readonly fields: Readonly<Record<string, unknown>>;
}
export interface TrueProblem {
  readonly row: number;
  /** Part of the heading the problem must name; null = the row is enough. */
  readonly column: string | null;
  readonly mess: string;
}
export interface TrueSheet {
  readonly name: string;
  readonly headerRows: readonly number[];
  readonly units: readonly TrueUnit[];
  readonly skippedRows: readonly number[];
  readonly problems: readonly TrueProblem[];
}
export interface OfficeWorkbook {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly TrueSheet[];
}
