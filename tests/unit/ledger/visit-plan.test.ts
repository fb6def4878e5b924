import {
  choiceOfVisitPlan,
  visitPlanOfChoice,
  visitPlanOptions,
  visitPlanText,
} from '@renderer/features/ledger/fields/visit-plan';
import { visitPlanSchema } from '@shared/domain/instructor';
import { expect, test } from 'vitest';

test('every frequency offered can be stored and is found again', () => {
  expect(visitPlanOptions).toHaveLength(12);
  for (const { value, label } of visitPlanOptions) {
    const plan = visitPlanSchema.parse(visitPlanOfChoice(value));
    expect(choiceOfVisitPlan(plan)).toBe(value);
    expect(visitPlanText(plan)).toBe(label);
  }
});

test('frequencies read as an office says them', () => {
  expect(visitPlanText({ per: 'week', times: 1 })).toBe('每周 1 次');
  expect(visitPlanText({ per: 'month', times: 2 })).toBe('每月 2 次');
  expect(visitPlanText({ per: 'quarter', times: 4 })).toBe('每季度 4 次');
});

test('nothing chosen is 未填', () => {
  expect(visitPlanOfChoice(null)).toBeNull();
  expect(choiceOfVisitPlan(null)).toBeNull();
  expect(visitPlanText(null)).toBe('未填');
});
