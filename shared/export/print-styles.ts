/** Styles of the printed page: official typefaces with what each system has instead, heading on every page, page numbers. */
import {
  BODY_POINTS,
  CELL_PADDING_POINTS,
  columnPoints,
  fitScale,
  LINE_POINTS,
  MARGIN_MM,
  TITLE_POINTS,
} from './print-layout';
import type { ReportTable } from './report-model';

export const TITLE_FONTS =
  '"方正小标宋简体","方正小标宋_GBK","FZXiaoBiaoSong-B05S","华文中宋","STZhongsong","SimSun","宋体","Noto Serif CJK SC","Source Han Serif SC",serif';
export const HEADING_FONTS = '"SimHei","黑体","Noto Sans CJK SC","Source Han Sans SC",sans-serif';
export const BODY_FONTS =
  '"FangSong","仿宋","FangSong_GB2312","仿宋_GB2312","STFangsong","SimSun","宋体","Noto Serif CJK SC",serif';

/** A table too wide for its paper is set smaller, all measures alike, like a spreadsheet fitted to one page width. */
export function printStyles(table: ReportTable): string {
  const scale = fitScale(table);
  const points = (value: number): string => `${Math.round(value * scale * 100) / 100}pt`;
  const columns = table.columns.map((column, index) => `.c${index}{width:${points(columnPoints(column))}}`);
  const width = table.columns.reduce((sum, column) => sum + columnPoints(column), 0);
  const { top, right, bottom, left } = MARGIN_MM;
  return `
@page sheet{size:${table.paper} ${table.orientation};margin:${top}mm ${right}mm ${bottom}mm ${left}mm;
@bottom-center{content:"第 " counter(page) " 页 / 共 " counter(pages) " 页";font:9pt ${BODY_FONTS}}}
html{color:#000;background:#fff;font:${points(BODY_POINTS)}/1.3 ${BODY_FONTS};print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0}
main{page:sheet;width:${points(width)};margin:0 auto}
h1{margin:0 0 ${points(8)};text-align:center;font:400 ${points(TITLE_POINTS)}/1.35 ${TITLE_FONTS}}
p{margin:0;font-size:${points(LINE_POINTS)};line-height:1.6}
.line,.foot{display:flex;justify-content:space-between}
.line{margin-bottom:${points(3)}}
.memo{margin-top:${points(3)}}
.foot{margin-top:${points(8)};break-inside:avoid}
.foot span{flex:1}
figure{margin:${points(6)} 0 ${points(10)};text-align:center;break-inside:avoid}
figure svg{max-width:100%;max-height:150mm;width:auto;height:auto}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-variant-numeric:tabular-nums}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.5pt solid #000;padding:${points(2)} ${points(CELL_PADDING_POINTS)};vertical-align:middle;white-space:pre-line;overflow-wrap:anywhere;line-break:strict}
th{font:400 ${points(BODY_POINTS)}/1.3 ${HEADING_FONTS};text-align:center}
.total td{font-family:${HEADING_FONTS}}
.left{text-align:left}.center{text-align:center}.right{text-align:right}
${columns.join('')}
@media screen{html{background:#e9e9e9}main{box-sizing:content-box;margin:16px auto;padding:${top}mm ${left}mm;background:#fff}}
`;
}
