/** What the county answers in SQL is what a device counts in memory from the same documents. */
import { unitFigureSql } from '@server/repositories/facts/indicator-sql';
import { updateFacts } from '@server/services/facts/update-facts';
import { createInsights } from '@server/services/insights/insights';
import { createRandom, type Random } from '@shared/demo/random';
import type { Register } from '@shared/domain/collections';
import { figureIds, isSiteFigure, recordFigureIds, siteFigureIds } from '@shared/figures/figure';
import { groupingNames, groupings } from '@shared/figures/groupings';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { answerRecords } from '@shared/insights/answer-records';
import { answerSites } from '@shared/insights/answer-sites';
import { basesOf, type DayFacts, sumsPointOf } from '@shared/insights/answer-sums';
import { answerFlow, answerUnits } from '@shared/insights/answer-units';
import { type Mark, parts } from '@shared/insights/mark';
import {
  distributionNames,
  recordsQuestion,
  type SumsAnswer,
  type SumsQuestion,
  seriesNames,
  sitesQuestion,
  sumsQuestion,
  sumsReply,
  unitsQuestion,
} from '@shared/insights/messages';
import { narrowings, type Within } from '@shared/insights/within';
import { scopeReasons } from '@shared/rules/unit-scope';
import { beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import { type CountedDay, countDay } from '../../support/insights/count-day';
import { type SmallCounty, smallCounty } from '../county/small-county';
import { instructorEdits, variedEdits } from './varied-edits';
import { editsOf, pushInBatches, registerOf } from './wild-county';

const roundDays = [
  '2023-03-31',
  '2024-12-31',
  '2025-01-01',
  '2025-06-30',
  '2025-09-30',
  '2025-12-31',
  '2026-03-02',
];
const seed = 8003;

/** Days on which one run of facts ends and another begins: where sums over runs can be wrong by one. */
async function turningDays({ id, environment }: SmallCounty): Promise<string[]> {
  const rows = await environment.database.query<{ day: string }>(
    `select valid_to::text as day from unit_facts where county_id = $1 and valid_to > '2022-01-01'
     group by valid_to order by count(*) desc, valid_to limit 8`,
    [id],
  );
  return rows.map((row) => row.day);
}

/** Groups in an order of their own on both sides. */
const sorted = (answer: SumsAnswer): SumsAnswer => ({
  ...answer,
  points: answer.points.map((point) => ({
    ...point,
    groups: [...point.groups].sort((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1)),
  })),
});

function countedInMemory(question: SumsQuestion, counted: ReadonlyMap<string, DayFacts>): SumsAnswer {
  const points = question.days.flatMap((day) => {
    const facts = counted.get(day);
    return facts ? [sumsPointOf(question, facts)] : [];
  });
  return { bases: basesOf(question.figures), points };
}

/** A part of the register somebody might look at: up to two narrowings that some unit really has. */
function anyWithin(random: Random, facts: readonly UnitFacts[]): Within {
  const unit = random.pick(facts);
  const names = [random.pick(narrowings), random.pick(narrowings)].slice(random.int(0, 2));
  return Object.fromEntries(names.map((name) => [name, random.pick(groupings[name].keysOf(unit))]));
}

describe.each(databaseKinds)('a county on %s', (kind) => {
  let county: SmallCounty;
  let register: Register;
  const counted = new Map<string, CountedDay>();
  let days: readonly string[] = roundDays;
  beforeAll(async () => {
    county = await smallCounty(kind);
    await pushInBatches(county, editsOf(county, seed), createRandom(seed));
    const outcomes = await county.outcomes(county.organizer, [
      ...variedEdits(county),
      ...instructorEdits(county),
    ]);
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    county.clock.now = '2027-01-05T02:00:00.000Z';
    await updateFacts(county.environment, county.id);
    register = await registerOf(county);
    days = [...new Set([...roundDays, ...(await turningDays(county))])];
    for (const day of days) counted.set(day, countDay(register, day));
  }, 120_000);

  const factsOn = (day: string): readonly UnitFacts[] => [...(counted.get(day)?.facts ?? [])];
  const ask = async (question: SumsQuestion) => {
    const asked = sumsQuestion.parse(question);
    const reply = sumsReply.parse(await createInsights(county.environment).sums(county.organizer, asked));
    expect(reply.position.isSettled).toBe(true);
    return reply.answer;
  };
  const compare = async (question: SumsQuestion) => {
    const [answer, expected] = [await ask(question), countedInMemory(question, counted)];
    // A day before the register began was counted by no rules at the county.
    const withRules = expected.points.map((point, i) =>
      answer.points[i]?.ruleSetVersion === null ? { ...point, ruleSetVersion: null } : point,
    );
    expect([question, sorted(answer)]).toEqual([question, sorted({ ...expected, points: withRules })]);
    return answer.points.flatMap((point) => point.groups).length;
  };

  it.each(groupingNames)('sums everything by %s on every day as shared/figures does', async (name) => {
    let groups = 0;
    for (const series of seriesNames)
      groups += await compare({
        days: [...days],
        groupBy: [name],
        within: {},
        figures: [...figureIds],
        distributions: [...distributionNames],
        series,
      });
    expect(groups).toBeGreaterThanOrEqual((name === 'all' ? 1 : 2) * roundDays.length);
  });

  it('counts a person who serves several units once', async () => {
    const { points } = await ask({
      days: ['2023-03-31', '2025-09-30'],
      groupBy: ['park'],
      within: {},
      figures: ['C13b'],
    });
    const people = points.map((point) => point.groups.map((group) => group.figures.C13b));
    expect(people[1]).toContainEqual({ numerator: 3, denominator: 2 });
    expect(people[0]).not.toEqual(people[1]);
  });

  it('sums each figure and each count by itself, as it does all of them', async () => {
    const random = createRandom(seed + 4);
    const alone = { days: [...days], within: {} };
    for (const id of figureIds)
      await compare({ ...alone, groupBy: [random.pick(groupingNames)], figures: [id] });
    for (const name of distributionNames)
      for (const series of seriesNames)
        await compare({
          ...alone,
          groupBy: [random.pick(groupingNames)],
          figures: [],
          distributions: [name],
          series,
        });
    for (const name of groupingNames) await compare({ ...alone, groupBy: [name], figures: ['C13b'] });
  });

  it('sums any two groupings within any part on any days', async () => {
    const random = createRandom(seed);
    for (let i = 0; i < 60; i++) {
      const within = anyWithin(random, factsOn(random.pick(days)));
      const chosen = days.filter(() => random.chance(0.4));
      await compare({
        days: chosen.length > 0 ? chosen.reverse() : [random.pick(days)],
        groupBy: [random.pick(groupingNames), random.pick(groupingNames)].slice(random.int(0, 2)),
        within,
        figures: figureIds.filter(() => random.chance(0.5)),
        distributions: distributionNames.filter(() => random.chance(0.5)),
      });
    }
  });

  it('lists the units behind every mark', async () => {
    const random = createRandom(seed + 1);
    const items = [...new Set(factsOn('2025-12-31').flatMap((unit) => Object.keys(unit.sixItems)))];
    const marks: Mark[] = [
      ...figureIds
        .filter((id) => !isSiteFigure(id))
        .flatMap((id) => parts.map((part): Mark => ({ kind: 'figure', id, part }))),
      ...items.flatMap((code): Mark[] => [
        { kind: 'sixItem', code, isMet: true },
        { kind: 'sixItem', code, isMet: false },
        { kind: 'nearlySix', code },
      ]),
      ...[0, 1, 2, 3].map((met): Mark => ({ kind: 'sixMet', met })),
      { kind: 'nearlySix', code: null },
      { kind: 'state', state: 'joint' },
      { kind: 'state', state: 'blank' },
      // Object.keys forgets the key type of a literal record.
      ...(Object.keys(scopeReasons) as (keyof typeof scopeReasons)[]).map(
        (reason): Mark => ({ kind: 'scope', reason }),
      ),
    ];
    let listed = 0;
    for (const mark of marks)
      for (const day of ['2025-06-30', '2026-03-02']) {
        const question = { day, mark, within: random.chance(0.3) ? anyWithin(random, factsOn(day)) : {} };
        const { answer } = await createInsights(county.environment).units(
          county.organizer,
          unitsQuestion.parse(question),
        );
        const expected = answerUnits(question, factsOn(day));
        // Names are those of today; who is in the list is a question of the day.
        const told = ({ units, total }: typeof answer) => [
          total,
          units.map(({ name: _, coverOrgName: __, ...unit }) => unit),
        ];
        expect([question, told(answer)]).toEqual([question, told(expected)]);
        listed += answer.total;
      }
    expect(listed).toBeGreaterThan(100);
  });

  it('lists the places behind C14 and C15', async () => {
    const random = createRandom(seed + 2);
    let listed = 0;
    for (const id of siteFigureIds)
      for (const part of parts)
        for (const day of ['2025-06-30', '2025-12-31', '2026-03-02'])
          for (const within of [{}, anyWithin(random, factsOn(day))]) {
            const question = sitesQuestion.parse({ day, id, part, within });
            const { answer } = await createInsights(county.environment).sites(county.organizer, question);
            const { sites } = counted.get(day) ?? {};
            const expected = answerSites(question, sites ?? []);
            const told = ({ sites: all, total }: typeof answer) => [
              total,
              all.map(({ name: _, ...site }) => site),
            ];
            expect([question, told(answer)]).toEqual([question, told(expected)]);
            listed += answer.total;
          }
    expect(listed).toBeGreaterThan(10);
  });

  it('lists the organizations and instructors that are a base, as many as the base counts', async () => {
    const random = createRandom(seed + 3);
    let listed = 0;
    for (const id of recordFigureIds)
      for (const day of ['2025-06-30', '2025-12-31', '2026-03-02'])
        for (const within of [{}, anyWithin(random, factsOn(day))]) {
          const question = recordsQuestion.parse({ day, id, within });
          const { answer } = await createInsights(county.environment).records(county.organizer, question);
          const { facts = [], documents } = counted.get(day) ?? {};
          if (!documents) throw new Error(`${day} was not counted`);
          const expected = answerRecords(question, facts, documents);
          // What a record is called and what it is, are those of today.
          const told = ({ records, total }: typeof answer) => [
            total,
            records.map(({ name: _, kind: __, ...record }) => record),
          ];
          expect([question, told(answer)]).toEqual([question, told(expected)]);
          const sums = await ask({ days: [day], groupBy: [], within, figures: [id] });
          expect([question, answer.total]).toEqual([
            question,
            sums.points[0]?.groups[0]?.figures[id]?.denominator,
          ]);
          listed += answer.records.filter(({ name }) => name !== null).length;
        }
    expect(listed).toBeGreaterThan(5);
  });

  it('says who gained and who lost an item of 六有', async () => {
    let changed = 0;
    for (const [from, to] of [
      ['2024-12-31', '2025-06-30'],
      ['2025-06-30', '2026-03-02'],
    ] as const) {
      const { answer } = await createInsights(county.environment).flow(county.organizer, {
        from,
        to,
        within: {},
      });
      const expected = answerFlow({ within: {} }, factsOn(from), factsOn(to));
      const told = (flow: typeof answer) => [flow.moves, flow.changed.map(({ name: _, ...unit }) => unit)];
      expect(told(answer)).toEqual(told(expected));
      changed += answer.changed.length;
    }
    expect(changed).toBeGreaterThan(2);
  });
});

it('every indicator of units has its sums in SQL, and they are different ones', () => {
  const statements = Object.values(unitFigureSql).map((sql) => JSON.stringify(sql));
  // C13 is C3r under another name.
  expect(new Set(statements).size).toBe(statements.length - 1);
});
