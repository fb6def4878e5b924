import {
  alikeQuestions,
  firstList,
  groupPlan,
  proposedDecisions,
} from '@renderer/features/import-wizard/session/plan-groups';
import type { PlanItemView } from '@renderer/workers/import-desk/desk-model';
import type { Decision, DecisionOption } from '@shared/import/plan-model';
import { matchingProblems } from '@shared/problems/matching-problems';
import { expect, test } from 'vitest';

const item = (key: string, more: Partial<PlanItemView> = {}): PlanItemView => ({
  key,
  sheet: '表一',
  row: 4,
  rows: [4],
  collection: 'units',
  documentId: key,
  outcome: 'create',
  label: key,
  changes: [],
  problems: [],
  decision: null,
  ...more,
});
const option = (code: string, documentId: string | null = null): DecisionOption => ({
  code,
  label: `选${code}`,
  outcome: 'create',
  documentId,
  changes: [],
});
const asked = (name: string, chosen: string | null, proposed: string | null): Decision => ({
  question: matchingProblems.unitNotFound({ name }),
  options: [option(`merge:${name}`, name), option('create'), option('skip')],
  chosen,
  proposed,
  memoryKey: null,
  isRemembered: false,
});

test('a decided record stays among the questions and stands among what it became', () => {
  const groups = groupPlan([
    item('a', { outcome: 'decide', decision: asked('a', null, 'create') }),
    item('b', { outcome: 'skip', decision: asked('b', 'skip', null) }),
    item('c', { collection: 'partyOrgs' }),
  ]);
  expect(groups.map(({ list, count, total }) => [list, count, total])).toEqual([
    ['ask', 1, 2],
    ['create', 1, 1],
    ['change', 0, 0],
    ['unchanged', 0, 0],
    ['skip', 1, 1],
  ]);
  expect(firstList(groups)).toBe('ask');
});

test('proposals are taken for open questions only', () => {
  expect(
    proposedDecisions([
      item('a', { outcome: 'decide', decision: asked('a', null, 'create') }),
      item('b', { outcome: 'decide', decision: asked('b', null, null) }),
      item('c', { outcome: 'skip', decision: asked('c', 'skip', 'create') }),
    ]),
  ).toEqual({ a: 'create' });
});

test('alike questions share the answers that name no record', () => {
  const questions = alikeQuestions([
    item('a', { outcome: 'decide', decision: asked('a', null, null) }),
    item('b', { outcome: 'decide', decision: asked('b', null, null) }),
    item('c', { outcome: 'create', decision: asked('c', 'create', null) }),
  ]);
  expect(questions).toEqual([
    {
      code: 'matching.unitNotFound',
      title: '没有登记过的单位',
      keys: ['a', 'b'],
      options: [
        { code: 'create', label: '选create' },
        { code: 'skip', label: '选skip' },
      ],
    },
  ]);
  expect(alikeQuestions([item('a', { outcome: 'decide', decision: asked('a', null, null) })])).toEqual([]);
});
