import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutated, projectRoot } from '../../simulation/mutations/mutant-copy';
import { type Mutation, mutations } from '../../simulation/mutations/mutations';
import {
  cellOfSimulator,
  cellOfSuites,
  type Line,
  readLines,
  tableOf,
} from '../../simulation/mutations/table';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

describe.each(mutations)('the mutation check of: $name', (mutation) => {
  it('finds what it takes out exactly once, and changes it', () => {
    const source = read(mutation.file);
    const changed = mutated(source, mutation);
    expect(changed).not.toBe(source);
    expect(changed).toContain(mutation.to);
  });

  it('asks tests that exist', () => {
    expect(mutation.suites.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });

  it('has its line in the table that was written last', () => {
    expect(read('tests/simulation/mutations.md')).toContain(`| ${mutation.name}: ${mutation.instead} |`);
  });
});

const some: Mutation = {
  name: 'lock',
  instead: 'none',
  file: 'a.ts',
  from: 'lock()',
  to: '',
  suites: [],
  simulator: null,
};

it('refuses to take out what is not there, or there twice', () => {
  expect(() => mutated('open()', some)).toThrow('found 0 times in a.ts');
  expect(() => mutated('lock(); lock()', some)).toThrow('found 2 times');
});

it('keeps what it found of each safeguard in a table it can read again', () => {
  const red = { red: 'seed 2: a | b', seconds: 9 };
  const line: Line = [cellOfSuites({ red: null, seconds: 3 }), cellOfSimulator(red, 4)];
  const table = tableOf([some], new Map([['lock', line]]));
  expect(table).toContain('| lock: none | `a.ts` | **green** (3 s) | seed 2: a \\| b (9 s) |');
  expect(readLines([some], table).get('lock')).toEqual(line);
});
