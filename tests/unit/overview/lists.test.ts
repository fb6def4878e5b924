import { formatListSpec, type ListSpec, parseListSpec, taskIds } from '@renderer/features/overview/list-spec';
import { openList } from '@renderer/features/overview/opened-list';
import { summarizeSixHaves } from '@renderer/features/overview/six-haves';
import { deriveTasks } from '@renderer/features/overview/tasks';
import { figureIds } from '@shared/figures/figure';
import { describe, expect, it } from 'vitest';
import { countTown } from './town-count';

const town = countTown();
const context = {
  facts: town.facts,
  orgs: town.register.partyOrgs,
  relations: town.relations,
  ruleSet: town.ruleSet,
  criteriaSet: town.criteriaSet,
  asOf: town.asOf,
};
const lengthOf = (spec: ListSpec): number => openList(spec, null, context).rows.length;

describe('list behind a figure', () => {
  it.each(['C1', 'C3', 'C4', 'C5', 'C6', 'C9a', 'C9b', 'C20'] as const)(
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
