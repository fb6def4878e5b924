/** What a cell reads as on paper and in a text file; a spreadsheet gets the number itself. */
import {
  type BodyMerge,
  EMPTY_TABLE,
  type ReportColumn,
  type ReportTable,
  type ReportValue,
} from './report-model';
import { safeText } from './safe-text';
import { dayInWords } from './words';

export function cellText(value: ReportValue, column: ReportColumn | undefined): string {
  if (value === null) return '';
  if (typeof value === 'string') return safeText(value);
  if (column?.kind === 'percent') return `${(value * 100).toFixed(column.decimals ?? 1)}%`;
  return column?.decimals == null ? String(value) : value.toFixed(column.decimals);
}

/** A count under a column of texts stands in the middle. */
export const totalAlign = ({ align }: ReportColumn): ReportColumn['align'] =>
  align === 'left' ? 'center' : align;

/** The line under the title: office on the left, day on the right; scope and day of what is no form. */
export function reportingLine(table: ReportTable): { readonly unit: string; readonly day: string } {
  if (table.foot === null)
    return { unit: safeText(`范围：${table.reportingUnit}`), day: `时点：${dayInWords(table.reportedOn)}` };
  return {
    unit: safeText(`填报单位（盖章）：${table.reportingUnit}`),
    day: `填报时间：${dayInWords(table.reportedOn)}`,
  };
}

/** The line at the foot: who filled in, who checked, whom to call. Empty where there is none. */
export const footTexts = ({ foot }: ReportTable): readonly string[] =>
  foot === null
    ? []
    : [
        safeText(`填报人：${foot.filler ?? ''}`),
        safeText(`审核人：${foot.reviewer ?? ''}`),
        safeText(`联系电话：${foot.phone ?? ''}`),
      ];

export interface Body {
  readonly rows: readonly (readonly ReportValue[])[];
  readonly merges: readonly BodyMerge[];
  /** The table has no rows: its one body row says 无 across all columns. */
  readonly isEmpty: boolean;
}

/** The body as printed: an empty table says so instead of ending after its heading. */
export function bodyOf(table: ReportTable): Body {
  if (table.rows.length > 0) return { rows: table.rows, merges: table.merges, isEmpty: false };
  const blank = table.columns.map((_, index) => (index === 0 ? EMPTY_TABLE : null));
  return { rows: [blank], merges: [], isEmpty: true };
}
