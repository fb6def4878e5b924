/**
 * The program as it was one model ago (SPEC, SKEW): it does not know one field of units. What the county sends of it waits
 * in `ext`, and nothing this program does may touch it. Its disk has room for the field already, so that the present
 * program can go on with what it left there: a database schema with a migration was never released yet.
 */
import { rxSchemaOf } from '@renderer/data/storage/rx-schema';
import type { Plugin } from 'vite';

/** The field that came with the present model. */
export const newField = 'remarks';

const room = JSON.stringify(rxSchemaOf('units').properties[newField]);
const replacements: readonly (readonly [file: string, from: RegExp, to: string])[] = [
  ['shared/domain/unit.ts', new RegExp(`^  ${newField}: field\\(.*\\),$`, 'm'), ''],
  [
    'renderer/data/storage/rx-schema.ts',
    /(const { properties, required } = flatten\(.*\);)/,
    `$1 if (collection === 'units') properties['${newField}'] = ${room.replaceAll('$', '$$$$')};`,
  ],
  ['shared/sync/protocol.ts', /modelVersion = (\d+);/, 'modelVersion = $1 - 1;'],
];

/** @throws in the build when the source no longer has what is replaced */
export function olderProgram(): Plugin {
  return {
    name: 'older-program',
    enforce: 'pre',
    transform(code, id) {
      const [, from, to] = replacements.find(([file]) => id.endsWith(file)) ?? [];
      if (from === undefined || to === undefined) return null;
      if (!from.test(code)) throw new Error(`${id} has nothing like ${from}`);
      return { code: code.replace(from, to), map: null };
    },
  };
}
