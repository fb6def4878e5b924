import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rows = readFileSync(`${root}shared/domain/README.md`, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, term, word, file] = /^\| (.+) \| `(\w+)` \| `(\S+)` \|$/.exec(line) ?? [];
    return term && word && file ? [{ term, word, file }] : [];
  });

describe('the glossary of the model', () => {
  test.each(rows)('$term is $word in $file', ({ word, file }) => {
    const source = readFileSync(root + file, 'utf8');
    // A word may be plural, part of a schema's name, or the stem of a set of codes.
    expect(source).toMatch(
      new RegExp(`(?<![A-Za-z])${word}(?![a-z])|(?<![A-Za-z])${word}(?:s|Schema|Body)\\b`),
    );
  });

  test('one word per term and one term per word', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(new Set(rows.map(({ term }) => term)).size).toBe(rows.length);
    expect(new Set(rows.map(({ word }) => word)).size).toBe(rows.length);
  });
});
