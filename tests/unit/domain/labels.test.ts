import { collectionLabels, collectionNames, collectionSchemas } from '@shared/domain/collections';
import { codeLabelsOf, metaOf, valueSchemaOf } from '@shared/domain/define';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

interface Leaf {
  readonly path: string;
  readonly schema: z.ZodType;
}

/** Every field of a schema, through objects, maps, lists and kinds; map keys are written as *. */
function listFields(schema: z.ZodType, path: string): Leaf[] {
  const value = valueSchemaOf(schema);
  if (value instanceof z.ZodObject)
    return Object.entries(value.shape).flatMap(([key, field]) => {
      const own = { path: `${path}.${key}`, schema: field as z.ZodType };
      return [own, ...listFields(own.schema, own.path)];
    });
  if (value instanceof z.ZodRecord) return listFields(value.valueType as z.ZodType, `${path}.*`);
  if (value instanceof z.ZodArray) return listFields(value.element as z.ZodType, `${path}.*`);
  if (value instanceof z.ZodUnion)
    return value.options.flatMap((option, i) => listFields(option as z.ZodType, `${path}|${i}`));
  return [];
}
const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
/** What a change of one path was: its own paths are data, not fields of the model. */
const isRawChange = (path: string): boolean => /\.(?:changes|kept)\.\*\./.test(path);

const fields = collectionNames.flatMap((name) => listFields(collectionSchemas[name], name));

describe('labels', () => {
  test('every field of every collection has a Chinese label', () => {
    expect(fields.length).toBeGreaterThan(400);
    const unlabelled = fields.filter(({ path, schema }) => {
      if (isRawChange(path)) return false;
      try {
        return !hasChinese(metaOf(schema).label);
      } catch {
        return true;
      }
    });
    expect(unlabelled.map(({ path }) => path)).toEqual([]);
  });

  test('every code of every code list has a Chinese label', () => {
    const lists = fields.flatMap(({ path, schema }) => {
      const list = codeLabelsOf(schema);
      return list ? [{ path, list }] : [];
    });
    expect(lists.length).toBeGreaterThan(40);
    for (const { path, list } of lists) {
      expect([path, list.codes.length > 0 && hasChinese(list.title)]).toEqual([path, true]);
      expect(list.codes.filter((code) => !hasChinese(list.labels[code] ?? ''))).toEqual([]);
    }
  });

  test('fields of one object never share a label, or a clerk could not tell the columns apart', () => {
    const shared = fields.filter(({ path, schema }, i) => {
      if (isRawChange(path)) return false;
      const object = path.slice(0, path.lastIndexOf('.') + 1);
      const { label } = metaOf(schema);
      return fields
        .slice(0, i)
        .some(
          (other) =>
            other.path === object + other.path.slice(object.length) &&
            !other.path.slice(object.length).includes('.') &&
            !isRawChange(other.path) &&
            metaOf(other.schema).label === label,
        );
    });
    expect(shared.map(({ path, schema }) => [path, metaOf(schema).label])).toEqual([]);
  });

  test('what identifies people is marked sensitive', () => {
    const unmarked = fields.filter(
      ({ path, schema }) => /\.(idNo|idNoLegacy|phone)$/.test(path) && !metaOf(schema).sensitivity,
    );
    // The office's own number stands on its printed forms.
    expect(unmarked.map(({ path }) => path)).toEqual([expect.stringMatching(/^settings\|\d+\.phone$/)]);
  });

  test('a schema without a label is a programming error', () => {
    expect(() => metaOf(z.string())).toThrow('no field label');
  });

  test('at most twelve collections, each with a name', () => {
    expect(collectionNames.length).toBeLessThanOrEqual(12);
    for (const name of collectionNames) expect(hasChinese(collectionLabels[name])).toBe(true);
  });
});
