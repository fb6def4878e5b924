import { sheetWidth, zoomFactor } from '@renderer/features/reports/preview-zoom';
import { buildReport } from '@shared/export/report-definitions';
import { expect, test } from 'vitest';
import { inventedTown } from '../export/invented-town';
import { inputOf } from '../export/report-input-of';
import { sampleTable } from '../export/sample-table';

const ledger = buildReport('F1', inputOf(inventedTown));
const small = sampleTable([]);
const A3_WIDTH = (420 * 96) / 25.4;

test('a sheet is as wide as its paper or, for few columns, narrower', () => {
  expect(sheetWidth(ledger)).toBeGreaterThan(A3_WIDTH - 5);
  expect(sheetWidth(ledger)).toBeLessThanOrEqual(A3_WIDTH);
  expect(sheetWidth(small)).toBeLessThan((297 * 96) / 25.4);
});

test('fitted, the whole width lies in the frame and is never larger than on paper', () => {
  for (const room of [400, 900, 1500]) {
    const factor = zoomFactor('fit', ledger, { room, text: 14 });
    expect(sheetWidth(ledger) * factor).toBeLessThan(room);
  }
  expect(zoomFactor('fit', small, { room: 3000, text: 14 })).toBe(1);
  expect(zoomFactor('fit', small, { room: 0, text: 14 })).toBeGreaterThan(0);
  expect(zoomFactor('paper', ledger, { room: 400, text: 14 })).toBe(1);
});

test('enlarged, the smallest type reads like the page around it, also in large text', () => {
  const factor = zoomFactor('large', ledger, { room: 900, text: 14 });
  expect(factor).toBeGreaterThan(1.5);
  expect(zoomFactor('large', ledger, { room: 900, text: 17 })).toBeCloseTo((factor * 17) / 14);
  expect(zoomFactor('large', small, { room: 900, text: 14 })).toBe(1.5);
});
