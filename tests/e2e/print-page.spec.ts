/** The print page in a real browser: the same cells as the workbook, on the paper the form asks for. */
import { expect, type Page, test } from '@playwright/test';
import { writeReportXlsx } from '@renderer/workers/export/write-xlsx';
import { briefingToHtml } from '@shared/export/briefing/briefing-to-html';
import { reportDefinitions } from '@shared/export/report-definitions';
import type { ReportTable } from '@shared/export/report-model';
import { toHtml } from '@shared/export/to-html';
import { textOfPdf } from '../support/text-of-pdf';
import { sampleBriefing, samplePictures } from '../unit/export/briefing/sample-briefing';
import { inventedTown } from '../unit/export/invented-town';
import { inputOf } from '../unit/export/report-input-of';
import { sampleRow, sampleTable } from '../unit/export/sample-table';
import { type ReadBack, readBack } from '../unit/export/xlsx-reader';

const tables = reportDefinitions.map(({ build }) => build(inputOf(inventedTown, { signs: '√×' })));

/** Non-empty texts in reading order. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, p.line span, th, td, p.memo, p.foot span')]
      .map((element) => element.innerText.trim())
      .filter((text) => text !== ''),
  );

function printedTexts(book: ReadBack): string[] {
  const { rows, text } = book;
  return rows().flatMap((row, index) =>
    row.flatMap((value, column) => {
      const shown = value === null ? '' : (text(`${columnName(column)}${index + 1}`) ?? '');
      return shown.trim() === '' ? [] : [shown.trim()];
    }),
  );
}

const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

interface Printed {
  readonly pages: number;
  readonly boxes: readonly string[];
}

async function print(page: Page, table: ReportTable): Promise<Printed & { readonly bytes: Buffer }> {
  await page.setContent(toHtml(table));
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return {
    bytes,
    pages: boxes.length,
    boxes: boxes.map(([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`),
  };
}

for (const table of tables)
  test(`${table.code} prints the cells of the workbook on ${table.paper}`, async ({ page }) => {
    const { boxes } = await print(page, table);
    expect(new Set(boxes)).toEqual(new Set([table.paper === 'A3' ? '1191x842' : '842x595']));

    const onPage = await textsOf(page);
    const inWorkbook = printedTexts(readBack(await writeReportXlsx([table])));
    expect(onPage.sort()).toEqual(inWorkbook.sort());
  });

test('no column or border falls off the paper', async ({ page }) => {
  for (const table of tables) {
    await page.emulateMedia({ media: 'print' });
    await page.setContent(toHtml(table));
    const room = ((table.paper === 'A3' ? 420 : 297) - 20) * (96 / 25.4);
    const width = await page.locator('table').evaluate((element) => element.getBoundingClientRect().width);
    expect([table.code, width <= room]).toEqual([table.code, true]);
    const clipped = await page.evaluate(
      () =>
        [...document.querySelectorAll('th, td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
          .length,
    );
    expect([table.code, clipped]).toEqual([table.code, 0]);
  }
});

test('a long table repeats its heading and numbers its pages', async ({ page }) => {
  const printed = await print(page, sampleTable(Array.from({ length: 300 }, () => sampleRow)));
  expect(printed.pages).toBeGreaterThan(5);
  const text = textOfPdf(printed.bytes);
  if (text === null) return;
  const pages = text.split('\f').slice(0, -1);
  pages.forEach((content, index) => {
    const squeezed = content.replace(/\s+/g, '');
    expect(squeezed).toContain('统一社会信用代码');
    expect(squeezed).toContain(`第${index + 1}页/共${printed.pages}页`);
  });
});

for (const townships of [0, 1, 500])
  test(`a briefing about ${townships} townships prints whole on A4`, async ({ page }) => {
    const briefing = sampleBriefing(townships);
    await page.emulateMedia({ media: 'print' });
    await page.setContent(briefingToHtml(briefing, samplePictures));
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('th, td, p, h1, h2, dd')].filter(
          (one) => one.scrollWidth > one.clientWidth + 1,
        ).length,
    );
    expect(cut).toBe(0);
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const sizes = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(
      new Set(sizes.map(([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`)),
    ).toEqual(new Set(['595x842']));
    const text = textOfPdf(bytes)?.replace(/\s+/g, '');
    if (text === undefined) return;
    const paragraphs = briefing.sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [block.caption])),
    ]);
    expect(text).toContain(`第1页/共${sizes.length}页`);
    const bare = text.replace(/第\d+页\/共\d+页/g, '');
    expect(
      [briefing.title, ...paragraphs].filter((words) => !bare.includes(words.replace(/\s+/g, ''))),
    ).toEqual([]);
  });
