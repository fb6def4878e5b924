import { figureIds } from '@shared/figures/figure';
import { formatMark, type Mark, parseMark, parts, titleOfMark } from '@shared/insights/mark';
import { formatWithin, parseWithin } from '@shared/insights/within';
import { describe, expect, it } from 'vitest';

const marks: Mark[] = [
  ...figureIds.flatMap((id) => parts.map((part): Mark => ({ kind: 'figure', id, part }))),
  { kind: 'sixMet', met: 0 },
  { kind: 'sixItem', code: 'hasOrg', isMet: true },
  { kind: 'sixItem', code: 'hasOrg', isMet: false },
  { kind: 'nearlySix', code: null },
  { kind: 'nearlySix', code: 'hasVenue' },
  { kind: 'state', state: 'blank' },
  { kind: 'scope', reason: 'suspended' },
];

describe('a mark in an address', () => {
  it('comes back as it was, and each is a text of its own', () => {
    const texts = marks.map(formatMark);
    expect(texts.map(parseMark)).toEqual(marks);
    expect(new Set(texts).size).toBe(marks.length);
  });

  it('is nothing when somebody typed something else', () => {
    for (const text of [
      '',
      'C99.in',
      'C1.some',
      'six.x',
      'six.',
      'item.hasOrg',
      'state.no',
      'nearly.a b',
      'C1',
    ])
      expect([text, parseMark(text)]).toEqual([text, null]);
  });

  it('has a heading', () => {
    for (const mark of marks) expect(titleOfMark(mark, (code) => code)).not.toBe('');
  });
});

describe('a part of the register in an address', () => {
  it('comes back as it was, whatever the order', () => {
    const within = { township: 'T1', industry: 'C', village: '' };
    expect(parseWithin(formatWithin(within))).toEqual(within);
    expect(formatWithin({ industry: 'C', township: 'T1' })).toBe('township:T1,industry:C');
    expect(parseWithin('')).toEqual({});
  });

  it('leaves out what nobody wrote', () => {
    expect(parseWithin('county:X,township:T1,nonsense')).toEqual({ township: 'T1' });
  });
});
