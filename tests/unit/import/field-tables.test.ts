/** The tables an importer knows: every path exists in the model, every code in its code list, every heading once. */
import { choiceWords } from '@shared/import/columns/choice-words';
import { codesOf, fieldsOf, labelOf, schemaOf } from '@shared/import/columns/field-catalogue';
import { headingKey } from '@shared/import/columns/heading-key';
import { sheetKinds } from '@shared/import/model';
import { describe, expect, it } from 'vitest';

const specs = sheetKinds.flatMap((kind) =>
  fieldsOf(kind).specs.map((spec) => [`${kind} ${spec.field}`, spec] as const),
);
/** Columns that hold several fields, or a field that is assembled from the column. */
const composite = new Set([
  'partyOrg.secretary',
  'instructor.fromUnitAndPost',
  'assignment.unitName',
  'assignment.visits',
  'assignment.plannedVisits',
]);

describe.each(specs)('%s', (_, spec) => {
  it('is a field of the model, or read on the way only', () => {
    const isRow = spec.field.startsWith('row.') || composite.has(spec.field);
    expect(isRow || schemaOf(spec.field).schema !== null).toBe(true);
    expect(labelOf(spec.field)).toMatch(/[\u4E00-\u9FFF]/);
  });
  it('has words for the codes of its list, and for no others', () => {
    const list = codesOf(spec.field);
    expect(list !== null).toBe(spec.choice !== null);
    if (spec.choice === null || list === null) return;
    const codes = Object.keys(choiceWords[spec.choice]);
    expect(codes.filter((code) => !list.codes.includes(code))).toEqual([]);
    for (const code of codes)
      expect((choiceWords[spec.choice] as Record<string, readonly string[]>)[code]?.length).toBeGreaterThan(
        0,
      );
  });
});

it.each(Object.entries(choiceWords))('the words of %s mean one code each', (_, words) => {
  const seen = new Map<string, string>();
  for (const [code, list] of Object.entries(words))
    for (const word of list as readonly string[]) {
      const key = headingKey(word.replace(/^\?/, ''));
      expect([key, seen.get(key) ?? code]).toEqual([key, code]);
      seen.set(key, code);
    }
});

it.each(sheetKinds)('headings of %s that stand alone mean one field each', (kind) => {
  const seen = new Map<string, string>();
  for (const { spec, group, leaf } of fieldsOf(kind).headings) {
    if (group !== null || spec.standsBack > 0) continue;
    expect([leaf, seen.get(leaf) ?? spec.field]).toEqual([leaf, spec.field]);
    seen.set(leaf, spec.field);
  }
});
