/**
 * The workbook through a second office program: does it open, keep its values, and come out on the paper it asks
 * for? Runs wherever LibreOffice is installed and says so where it is not.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { writeReportXlsx } from '@renderer/workers/export/write-xlsx';
import { reportDefinitions } from '@shared/export/report-definitions';
import type { ReportTable } from '@shared/export/report-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedTown } from './invented-town';
import { inputOf } from './report-input-of';
import { sampleRow, sampleTable } from './sample-table';

const findProgram = (...names: string[]): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file)) ?? null;

const office = findProgram('soffice', 'libreoffice');
const pdfinfo = findProgram('pdfinfo');
const pdftotext = findProgram('pdftotext');
const isComplete = office !== null && pdfinfo !== null && pdftotext !== null;

if (!isComplete)
  console.log(
    '没有找到 LibreOffice 与 poppler(pdfinfo、pdftotext)，转换检查未进行 / LibreOffice or poppler missing: conversion not checked',
  );

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Printed {
  readonly pages: number;
  /** Long side × short side in points. */
  readonly size: string;
  readonly pageTexts: readonly string[];
}

/** Converts files in one run of the office program, which takes seconds to start. */
function convert(names: readonly string[], filter: string): void {
  // A profile of its own: a running office program would answer instead.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const sources = names.map((name) => join(folder, `${name}.xlsx`));
  const flags = ['--headless', '--convert-to', filter, '--outdir', folder, ...sources];
  execFileSync(office ?? '', [profile, ...flags], { stdio: 'pipe', timeout: 150_000 });
}

const write = async (name: string, table: ReportTable): Promise<void> =>
  writeFileSync(join(folder, `${name}.xlsx`), await writeReportXlsx([table]));

function printed(name: string): Printed {
  const file = join(folder, `${name}.pdf`);
  const info = execFileSync(pdfinfo ?? '', [file], { encoding: 'utf8' });
  const text = execFileSync(pdftotext ?? '', ['-layout', file, '-'], { encoding: 'utf8' });
  const [, width = '', height = ''] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    size: `${Math.round(Number(width))}x${Math.round(Number(height))}`,
    pageTexts: text.split('\f').slice(0, -1),
  };
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe.runIf(isComplete)('LibreOffice', { timeout: 180_000 }, () => {
  const input = inputOf(inventedTown);
  const tables = reportDefinitions.map(({ code, build }) => ({ ...build(input), code }));
  const long = sampleTable(Array.from({ length: 300 }, () => sampleRow));

  beforeAll(async () => {
    for (const table of tables) await write(table.code, table);
    await write('long', long);
    convert([...tables.map(({ code }) => code), 'long'], 'pdf');
  }, 180_000);

  it.each(tables.map((table) => [table.code, table] as const))(
    'prints %s on its paper, one page wide',
    (code, table) => {
      const { size, pages, pageTexts } = printed(code);
      expect(size).toBe(table.paper === 'A3' ? '1191x842' : '842x595');
      expect(pages).toBeLessThanOrEqual(2);
      expect(squeeze(pageTexts[0] ?? '')).toContain(squeeze(table.title));
      expect(squeeze(pageTexts.at(-1) ?? '')).toContain('填报人：郭志');
    },
  );

  it('repeats the heading on every page and counts pages', () => {
    const { pages, pageTexts } = printed('long');
    expect(pages).toBeGreaterThan(5);
    pageTexts.forEach((text, index) => {
      expect(squeeze(text)).toContain('统一社会信用代码');
      expect(squeeze(text)).toContain(`第${index + 1}页/共${pages}页`);
    });
    expect(squeeze(pageTexts[1] ?? '')).not.toContain('清溪镇2026年样表');
  });

  it('keeps codes as texts, numbers as numbers and neutralised texts', async () => {
    await write('values', sampleTable([{ ...sampleRow, name: '=1+1', staff: 30, covered: 22 }]));
    // Texts in quotes, numbers bare.
    convert(['values'], 'csv:Text - txt - csv (StarCalc):44,34,76,1');
    expect(readFileSync(join(folder, 'values.csv'), 'utf8')).toContain(
      `1,"'=1+1","913401230000000000","13800138000","2021年03月",30,73.3%,"√"`,
    );
  });
});
