/** The plan as lists a clerk can go through: what is asked, what is new, what changes, what stays. */
import type { PlanItemView } from '@renderer/workers/import-desk/client';
import { type PlannedCollection, plannedCollections } from '@shared/import/plan-model';
import { titleOf } from '@shared/problems/problem-titles';

export const planLists = ['ask', 'create', 'change', 'unchanged', 'skip'] as const;
export type PlanList = (typeof planLists)[number];
export const planListLabels: Readonly<Record<PlanList, string>> = {
  ask: '需您决定',
  create: '新增',
  change: '有变化',
  unchanged: '无变化',
  skip: '不导入',
};

export interface PlanGroup {
  readonly list: PlanList;
  /** Of `ask`: those without an answer yet. Of the others: all. */
  readonly count: number;
  readonly total: number;
  readonly collections: readonly { readonly collection: PlannedCollection; readonly count: number }[];
}

/** A record somebody had to decide stays in that list, and stands in the list of what became of it too. */
export const isInList = (item: PlanItemView, list: PlanList): boolean =>
  list === 'ask' ? item.decision !== null : item.outcome === list;

export const isUndecided = (item: PlanItemView): boolean => item.outcome === 'decide';

export function groupPlan(items: readonly PlanItemView[]): PlanGroup[] {
  return planLists.map((list) => {
    const own = items.filter((item) => isInList(item, list));
    const collections = plannedCollections.flatMap((collection) => {
      const count = own.filter((item) => item.collection === collection).length;
      return count > 0 ? [{ collection, count }] : [];
    });
    const count = list === 'ask' ? own.filter(isUndecided).length : own.length;
    return { list, count, total: own.length, collections };
  });
}

/** Where to begin: with questions, else with what is not simply new. */
export function firstList(groups: readonly PlanGroup[]): PlanList {
  const countOf = (list: PlanList) => groups.find((group) => group.list === list)?.count ?? 0;
  return (['ask', 'change', 'create', 'unchanged'] as const).find((list) => countOf(list) > 0) ?? 'create';
}

/** 全部按建议处理: the likeliest answer of every open question that has one. */
export function proposedDecisions(items: readonly PlanItemView[]): Record<string, string> {
  const entries = items.flatMap(({ key, decision }): [string, string][] =>
    decision?.proposed && decision.chosen === null ? [[key, decision.proposed]] : [],
  );
  return Object.fromEntries(entries);
}

export interface AlikeQuestions {
  readonly code: string;
  readonly title: string;
  readonly keys: readonly string[];
  /** Answers every one of them offers; merging is never one, because each merges with another record. */
  readonly options: readonly { readonly code: string; readonly label: string }[];
}

/** Open questions of which there are several of a kind. */
export function alikeQuestions(items: readonly PlanItemView[]): AlikeQuestions[] {
  const byCode = new Map<string, PlanItemView[]>();
  for (const item of items.filter(isUndecided)) {
    const code = item.decision?.question.code ?? '';
    byCode.set(code, [...(byCode.get(code) ?? []), item]);
  }
  return [...byCode.entries()].flatMap(([code, members]) => {
    const [first] = members;
    if (!first || members.length < 2) return [];
    const options = (first.decision?.options ?? [])
      .filter(({ documentId }) => documentId === null)
      .filter((option) =>
        members.every(({ decision }) => decision?.options.some((other) => other.code === option.code)),
      )
      .map((option) => ({ code: option.code, label: option.label }));
    const title = titleOf(code) ?? first.decision?.question.text ?? '';
    return options.length > 0 ? [{ code, title, keys: members.map(({ key }) => key), options }] : [];
  });
}
