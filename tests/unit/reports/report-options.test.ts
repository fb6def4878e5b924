import {
  keepStyle,
  keepZoom,
  loadStyle,
  loadZoom,
  parseReportsSearch,
} from '@renderer/features/reports/report-options';
import type { Preferences } from '@renderer/platform/platform';
import { describe, expect, test } from 'vitest';

function memory(start: Readonly<Record<string, string>> = {}): Preferences {
  const kept = new Map(Object.entries(start));
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => (value === null ? kept.delete(key) : kept.set(key, value)),
  };
}

describe('how a table is written', () => {
  test('is kept between visits', () => {
    const preferences = memory();
    expect(loadStyle(preferences)).toEqual({ signs: '√×', isMasked: false });
    keepStyle(preferences, { signs: '是否', isMasked: true });
    expect(loadStyle(preferences)).toEqual({ signs: '是否', isMasked: true });
  });

  test.each(['', '{', '[]', '{"signs":"YN","isMasked":false}', '{"signs":"是否"}'])(
    'is the standard one where %j was kept',
    (text) => {
      expect(loadStyle(memory({ 'reports.style': text }))).toEqual({ signs: '√×', isMasked: false });
    },
  );
});

test('the size of the preview is kept; an unknown one shows the whole sheet', () => {
  const preferences = memory();
  expect(loadZoom(preferences)).toBe('fit');
  keepZoom(preferences, 'large');
  expect(loadZoom(preferences)).toBe('large');
  expect(loadZoom(memory({ 'reports.zoom': 'huge' }))).toBe('fit');
});

describe('the address', () => {
  test('names a table and a place', () => {
    expect(parseReportsSearch({ table: 'F10', scope: 'village-3' })).toEqual({
      table: 'F10',
      scope: 'village-3',
    });
  });

  test('of an unknown table or a place that is no text says nothing', () => {
    expect(parseReportsSearch({ table: 'F7', scope: 3, other: 'x' })).toEqual({});
    expect(parseReportsSearch({})).toEqual({});
  });
});
