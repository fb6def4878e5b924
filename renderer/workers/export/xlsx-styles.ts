/** Type, borders and number formats of a printed sheet. Style objects are made once per column: the library compares them. */

import { totalAlign } from '@shared/export/cell-text';
import { BODY_POINTS, LINE_POINTS, TITLE_POINTS } from '@shared/export/print-layout';
import type { ReportColumn } from '@shared/export/report-model';
import type { CellStyle } from 'hucre/xlsx';

type Align = 'left' | 'right' | 'center';

/** 134 = GB 2312: without it a spreadsheet on a non-Chinese system picks a Latin typeface. */
const CHARSET = 134;
const title = { name: '方正小标宋简体', size: TITLE_POINTS, charset: CHARSET };
const line = { name: '仿宋', size: LINE_POINTS, charset: CHARSET };
const body = { name: '仿宋', size: BODY_POINTS, charset: CHARSET };
const heading = { name: '黑体', size: BODY_POINTS, charset: CHARSET };

const thin = { style: 'thin' } as const;
const box = { top: thin, right: thin, bottom: thin, left: thin };

export const titleStyle = (): CellStyle => ({
  font: title,
  alignment: { horizontal: 'center', vertical: 'center' },
});
export const lineStyle = (align: Align): CellStyle => ({
  font: line,
  alignment: { horizontal: align, vertical: 'center' },
});
export const memoStyle = (): CellStyle => ({
  font: line,
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
});
export const headingStyle: CellStyle = {
  font: heading,
  border: box,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
export const bodyStyle = (column: ReportColumn): CellStyle => ({
  font: body,
  border: box,
  numFmt: numberFormat(column),
  alignment: { horizontal: column.align, vertical: 'center', wrapText: true },
});
export const totalStyle = (column: ReportColumn): CellStyle => ({
  ...bodyStyle(column),
  font: heading,
  alignment: { horizontal: totalAlign(column), vertical: 'center', wrapText: true },
  numFmt: column.kind === 'percent' ? numberFormat(column) : 'General',
});

/** Text of any length keeps General: a spreadsheet shows #### for more than 255 characters formatted as text. */
function numberFormat(column: ReportColumn): string {
  switch (column.kind) {
    case 'code':
    case 'date':
      return '@';
    case 'percent':
      return `${wholeOrDecimal(column.decimals ?? 1)}%`;
    case 'number':
      return column.decimals === null ? 'General' : wholeOrDecimal(column.decimals);
    case 'text':
      return 'General';
  }
}

const wholeOrDecimal = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);
