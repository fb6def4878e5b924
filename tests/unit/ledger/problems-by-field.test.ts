import { problemsByField } from '@renderer/features/ledger/page/problems-by-field';
import { domainProblems } from '@shared/problems/domain-problems';
import { expect, it } from 'vitest';

const gap = domainProblems.missing({ label: '行业' }, 'industryCode');
const warning = domainProblems.declaredDifference({ declared: 3, roster: 2 }, 'staff');
const error = domainProblems.membersOverStaff({ members: 5, staff: 3 }, 'staff');
const other = domainProblems.sameName({ count: 2 }, 'name');

it('says at each field what is wrong there, the gravest first, and nothing of gaps', () => {
  expect(error.severity).toBe('error');
  const found = problemsByField([warning, gap, other, error]);
  expect([...found.keys()].sort()).toEqual(['name', 'staff']);
  expect(found.get('staff')).toEqual({ severity: 'error', text: `${error.text}\n${warning.text}` });
  expect(found.get('name')?.text).toBe(other.text);
});

it('gives the same map for the same problems, so that a table need not draw a row again', () => {
  const problems = [warning, error];
  expect(problemsByField(problems)).toBe(problemsByField(problems));
  expect(problemsByField([])).toBe(problemsByField([]));
});
