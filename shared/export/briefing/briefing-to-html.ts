/** A briefing as a page that stands alone: what the preview shows, the printer gets and a PDF holds. */
import { BODY_FONTS, HEADING_FONTS, TITLE_FONTS } from '../print-styles';
import { htmlText } from '../to-html';
import type { Briefing, BriefingBlock, BriefingChart } from './briefing-model';

/** SVG of every chart; null = there is nothing to draw. */
export type ChartSvgs = Readonly<Record<BriefingChart, string | null>>;

export function briefingToHtml({ title, cover, sections }: Briefing, pictures: ChartSvgs): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${htmlText(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>${htmlText(title)}</h1>
<dl>${cover.map(({ label, text }) => `<div><dt>${htmlText(label)}</dt><dd>${htmlText(text)}</dd></div>`).join('')}</dl>
${sections
  .map(
    ({ heading, blocks }) =>
      `<section><h2>${htmlText(heading)}</h2>\n${blocks.map((block) => blockHtml(block, pictures)).join('\n')}</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
}

function blockHtml(block: BriefingBlock, pictures: ChartSvgs): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${htmlText(block.text)}</p>`;
    case 'chart':
      if (pictures[block.chart] === null) return `<p>${htmlText(block.empty)}</p>`;
      return `<figure role="img" aria-label="${htmlText(block.caption)}">${pictures[block.chart]}<figcaption>${htmlText(block.caption)}</figcaption></figure>`;
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ caption, columns, rows }: Extract<BriefingBlock, { kind: 'table' }>): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col width="${((share / whole) * 100).toFixed(2)}%">`);
  const cells = (row: readonly string[]) =>
    row.map((text, i) => `<td class="${columns[i]?.align ?? 'left'}">${htmlText(text)}</td>`).join('');
  return `<table><caption>${htmlText(caption)}</caption><colgroup>${widths.join('')}</colgroup>
<thead><tr>${columns.map(({ label }) => `<th scope="col">${htmlText(label)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`;
}

/** GB/T 9704: title 二号, body 三号 仿宋 with two characters of indent; tables smaller. */
const styles = `
@page{size:A4 portrait;margin:25mm 22mm 22mm;
@bottom-center{content:"第 " counter(page) " 页 / 共 " counter(pages) " 页";font:9pt ${BODY_FONTS}}}
html{color:#000;background:#fff;font:16pt/1.75 ${BODY_FONTS};print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0}
h1{margin:0 0 14pt;text-align:center;font:400 22pt/1.35 ${TITLE_FONTS}}
dl{margin:0 0 14pt;padding:6pt 0;border-top:1pt solid #000;border-bottom:1pt solid #000;font-size:12pt;line-height:1.6}
dl div{display:flex}
dt{flex:none;width:6em;font-family:${HEADING_FONTS}}
dd{margin:0}
h2{margin:12pt 0 4pt;text-indent:2em;font:400 16pt/1.6 ${HEADING_FONTS};break-after:avoid}
p{margin:0;text-indent:2em;text-align:justify}
figure{margin:8pt 0;text-align:center;break-inside:avoid}
figure svg{max-width:100%;height:auto}
figcaption,caption{font:10.5pt/1.6 ${HEADING_FONTS};text-align:center}
table{width:100%;margin:8pt 0 10pt;border-collapse:collapse;table-layout:fixed;font-size:10.5pt;line-height:1.35;font-variant-numeric:tabular-nums}
caption{padding-bottom:3pt;break-after:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.5pt solid #000;padding:2pt 3pt;vertical-align:middle;overflow-wrap:anywhere;line-break:strict}
th{font:400 10.5pt/1.35 ${HEADING_FONTS};text-align:center}
.left{text-align:left}.center{text-align:center}.right{text-align:right}
@media screen{html{background:#e9e9e9}main{box-sizing:border-box;width:210mm;margin:16px auto;padding:25mm 22mm;background:#fff}}
`;
