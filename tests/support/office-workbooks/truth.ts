/** What a careful clerk reads from a generated sheet, in the field names `read-workbook` prints. */
export interface TrueRecord {
  readonly row: number;
  /** undefined = may be read either way. */
  readonly fields: Readonly<Record<string, unknown>>;
}
export interface TrueProblem {
  readonly row: number;
  /** Part of the heading the problem must name; null = the row is enough. */
  readonly column: string | null;
  readonly mess: string;
}
export type RecordList = 'units' | 'partyOrgs' | 'instructors' | 'partyRooms' | 'people';
export interface TrueSheet extends Readonly<Partial<Record<RecordList, readonly TrueRecord[]>>> {
  readonly name: string;
  readonly kind: string;
  readonly headerRows: readonly number[];
  readonly skippedRows: readonly number[];
  readonly problems: readonly TrueProblem[];
}
export interface OfficeWorkbook {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly TrueSheet[];
}
