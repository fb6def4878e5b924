import { createHash } from 'node:crypto';
import { contentSum } from '@renderer/data/fingerprints/content-sum';
import { describe, expect, it } from 'vitest';

const referenceOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16);

describe('what a document says, as one short text', () => {
  it('is the same in whatever order the fields lie, and with a field that is missing', () => {
    const sum = contentSum({ name: '青澜厂', staff: 12, tags: [{ b: 1, a: null }] });
    expect(contentSum({ tags: [{ a: null, b: 1 }], gone: undefined, staff: 12, name: '青澜厂' })).toBe(sum);
    expect(sum).toBe(referenceOf('{"name":"青澜厂","staff":12,"tags":[{"a":null,"b":1}]}'));
    expect(contentSum({ name: '青澜厂', staff: 13, tags: [{ b: 1, a: null }] })).not.toBe(sum);
    expect(contentSum({ name: '青澜厂', staff: 12, tags: [] })).not.toBe(sum);
  });

  it('is right for texts of any length, whatever was summed before', () => {
    const texts = ['红'.repeat(60_000), '', '🀄'.repeat(9000), 'a'.repeat(10_920), 'a'.repeat(10_921), '短'];
    for (const text of [...texts, ...texts.reverse()])
      expect(contentSum(text)).toBe(referenceOf(JSON.stringify(text)));
  });
});
