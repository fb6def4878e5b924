import { identifierProblems } from '@shared/problems/identifier-problems';
import { importProblems } from '@shared/problems/import-problems';
import { matchingProblems } from '@shared/problems/matching-problems';
import { titleOf } from '@shared/problems/problem-titles';
import { expect, test } from 'vitest';

test('every problem an import can list has a short name', () => {
  const codes = [
    ...Object.keys(importProblems).map((name) => `import.${name}`),
    ...Object.keys(identifierProblems).map((name) => `identifier.${name}`),
    ...Object.keys(matchingProblems).map((name) => `matching.${name}`),
  ];
  expect(codes.filter((code) => titleOf(code) === null)).toEqual([]);
});
