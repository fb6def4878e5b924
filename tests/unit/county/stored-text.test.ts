import { canonicalJson } from '@server/services/push/canonical-json';
import { screenEdit } from '@server/services/push/check-document';
import { isStorable } from '@server/services/push/storable';
import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import { diffDocuments } from '@shared/domain/changes';
import { collectionNames } from '@shared/domain/collections';
import type { PlainDocument } from '@shared/sync/apply-edit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('canonicalJson', () => {
  it('[HIST-2] is the same for equal data, whatever order its keys were written in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(JSON.parse(text)))).toBe(text);
      }),
    );
  });
  it('keeps a key that reads like a prototype', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
  });
});

/** The same data with its keys written backwards. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const text = Object.entries(value)
    .reverse()
    .map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(reversed(part))}`);
  return JSON.parse(`{${text.join(',')}}`);
}

describe('isStorable', () => {
  it('refuses the character 0, half characters and prototypes, at any depth', () => {
    for (const value of ['a\u0000', '\ud800', { a: [{ 'k\u0000': 1 }] }, JSON.parse('{"a":{"__proto__":1}}')])
      expect(isStorable(value)).toBe(false);
    for (const value of ['青溪😀', null, 1, { a: ['\\u0000', '\uffff'] }])
      expect(isStorable(value)).toBe(true);
  });
});

describe('screenEdit', () => {
  it('[SKEW-3] knows every path an edit of a real record can name', () => {
    const register = registerOf(generateDemoCounty(demoSeed, '2026-06-30'), '2026-06-30T01:00:00.000Z');
    const refused = collectionNames.flatMap((collection) =>
      register[collection].slice(0, 200).flatMap((document) => {
        // Against nothing, every field of the document is a change.
        const changes = diffDocuments({}, document);
        const about = {
          editId: 'e',
          op: 'change',
          at: '',
          by: '',
          device: '',
          batchId: null,
          note: null,
        } as const;
        const edit = { ...about, changes };
        const pushed = { collection, documentId: document.id, edit, content: null };
        return screenEdit(pushed, document as PlainDocument) ?? [];
      }),
    );
    expect(refused).toEqual([]);
  });
});
