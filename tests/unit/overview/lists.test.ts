import { formatListSpec, type ListSpec, parseListSpec, taskIds } from '@renderer/features/overview/list-spec';
import { openList } from '@renderer/features/overview/opened-list';
import { summarizeSixHaves } from '@renderer/features/overview/six-haves';
import { deriveTasks, type UnitTaskId, unitsOfTask } from '@renderer/features/overview/tasks';
import { dueTerms } from '@shared/duties/due-terms';
import { figureIds } from '@shared/figures/figure';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { describe, expect, it } from 'vitest';
import { countTown } from './town-count';

const town = countTown();
const context = {
  facts: town.facts,
  sites: town.sites,
  orgs: town.register.partyOrgs,
  relations: town.relations,
  ruleSet: town.ruleSet,
  criteriaSet: town.criteriaSet,
  asOf: town.asOf,
};
const lengthOf = (spec: ListSpec): number => openList(spec, null, context).rows.length;

describe('list behind a figure', () => {
  it.each(['C1', 'C3', 'C4', 'C5', 'C6', 'C9a', 'C9b', 'C14', 'C15', 'C20'] as const)(
    'of %s is as long as the figure says, on every side',
    (id) => {
      const { numerator, denominator } = town.summary.figures[id];
      expect(lengthOf({ kind: 'figure', id, part: 'in' })).toBe(numerator);
      expect(lengthOf({ kind: 'figure', id, part: 'base' })).toBe(denominator);
      expect(lengthOf({ kind: 'figure', id, part: 'out' })).toBe(denominator - numerator);
    },
  );

  it('names the one unit of town T that should have built', () => {
    const { rows, title } = openList({ kind: 'figure', id: 'C6', part: 'in' }, null, context);
    expect(rows).toMatchObject([{ id: 'open-1', link: { params: { unitId: 'open-1' } } }]);
    expect(title).toBe('应建未建');
  });

  it('is narrowed to a group and says which', () => {
    const spec = { kind: 'figure', id: 'C1', part: 'in' } as const;
    const { rows, title } = openList(spec, { grouping: 'industry', key: 'C' }, context);
    expect(title).toMatch(/^制造业 · /);
    expect(rows.length).toBeGreaterThan(0);
    expect(openList(spec, { grouping: 'industry', key: 'P' }, context).rows).toEqual([]);
  });
});

describe('list behind 六有', () => {
  const six = summarizeSixHaves(town.summary, town.criteriaSet);

  it('has as many units per number of items as the bar shows', () => {
    for (const { met, count } of six.byMet) expect(lengthOf({ kind: 'sixMet', met })).toBe(count);
    expect(six.byMet.reduce((sum, { count }) => sum + count, 0)).toBe(six.assessed);
  });

  it('splits every item into those that have it and those that do not', () => {
    for (const { code, met } of six.byItem) {
      expect(lengthOf({ kind: 'sixItem', code, isMet: true })).toBe(met);
      expect(lengthOf({ kind: 'sixItem', code, isMet: false })).toBe(six.assessed - met);
    }
    expect(six).toMatchObject({ assessed: 22, passed: 15 });
  });
});

describe('what to do', () => {
  const tasks = deriveTasks({
    figures: town.summary.figures,
    facts: town.facts,
    orgs: town.register.partyOrgs,
    rules: town.ruleSet.orgs,
    asOf: town.asOf,
  });

  it('counts exactly the names its list shows', () => {
    for (const task of tasks) expect([task.label, lengthOf(task.spec)]).toEqual([task.label, task.count]);
  });

  it('finds the should-build unit and the two blank spots of town T', () => {
    const counts = Object.fromEntries(tasks.map((task) => [task.label, task.count]));
    expect(counts).toMatchObject({ 应建未建: 1, 空白点: 2 });
  });
});

describe('lists without a figure', () => {
  const [first] = town.facts.filter((unit) => unit.inScope);
  if (!first) throw new Error('town T has units in scope');
  const visited = { ...first, hasInstructor: true, hasLiaison: false, lastVisitOn: '2025-12-01' };
  const isListed = (task: UnitTaskId, facts: Partial<UnitFacts>): boolean =>
    unitsOfTask(task, [{ ...visited, ...facts }], '2025-12-31').length === 1;

  it('miss a visit only since the month began, and only where somebody is assigned', () => {
    expect(isListed('notVisited', {})).toBe(false);
    expect(isListed('notVisited', { lastVisitOn: '2025-11-30' })).toBe(true);
    expect(isListed('notVisited', { lastVisitOn: null })).toBe(true);
    expect(isListed('notVisited', { lastVisitOn: null, hasInstructor: false })).toBe(false);
    expect(isListed('notVisited', { lastVisitOn: null, hasInstructor: false, hasLiaison: true })).toBe(true);
  });

  it('leave out units outside the base of the figures', () => {
    expect(isListed('notVisited', { lastVisitOn: null, inScope: false })).toBe(false);
    expect(isListed('memberDifference', { declaredDifference: 2, rosterMembers: 5 })).toBe(true);
    expect(isListed('memberDifference', { declaredDifference: 2, rosterMembers: 5, inScope: false })).toBe(
      false,
    );
    expect(isListed('memberDifference', { declaredDifference: -3, rosterMembers: 0 })).toBe(false);
  });

  it('do not take an undeclared number for a difference', () => {
    expect(isListed('memberDifference', { declaredDifference: null, rosterMembers: 5 })).toBe(false);
    expect(isListed('memberDifference', { declaredDifference: 0, rosterMembers: 5 })).toBe(false);
  });

  it('name organizations from six months before the end of their term, the overdue ones first', () => {
    const [org] = town.register.partyOrgs;
    if (!org) throw new Error('town T has organizations');
    const elected = (id: string, termStart: string | null) => ({ ...org, id, termStart, termYears: 3 });
    const orgs = [
      elected('later', '2023-07-01'),
      elected('due', '2023-06-30'),
      elected('overdue', '2022-12-30'),
      elected('unknown', null),
    ];
    const due = dueTerms(orgs, town.ruleSet.orgs, '2025-12-31');
    expect(due.map((term) => [term.org.id, term.isOverdue])).toEqual([
      ['overdue', true],
      ['due', false],
    ]);
  });
});

describe('list in the address', () => {
  it('survives the way there and back', () => {
    const specs: ListSpec[] = [
      ...figureIds.map((id): ListSpec => ({ kind: 'figure', id, part: 'out' })),
      ...taskIds.map((task): ListSpec => ({ kind: 'task', task })),
      { kind: 'sixMet', met: 0 },
      { kind: 'sixItem', code: 'hasVenue', isMet: false },
      { kind: 'state', state: 'massOnly' },
    ];
    for (const spec of specs) expect(parseListSpec(formatListSpec(spec))).toEqual(spec);
  });

  it.each(['', 'C1', 'C1.all', 'C99.in', 'six.x', 'item.hasVenue', 'state.unknown', 'task.x', '<b>'])(
    'is refused when it reads %j',
    (text) => expect(parseListSpec(text)).toBeNull(),
  );
});
