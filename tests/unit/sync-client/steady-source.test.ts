import type { Answered, InsightSource } from '@renderer/data/insights/insight-source';
import { createObservable } from '@renderer/data/observable';
import { createSteadySource, type LastAnswers } from '@renderer/sync/insights/steady-source';
import type { SumsAnswer, SumsQuestion } from '@shared/insights/messages';
import { syncProblems } from '@shared/problems/sync-problems';
import { expect, it } from 'vitest';

const answerOf = (numerator: number): SumsAnswer => ({
  bases: {},
  points: [
    {
      day: '2026-03-31',
      ruleSetVersion: '2026',
      groups: [{ keys: [], figures: { C1: { numerator, denominator: 30 } }, distributions: {} }],
    },
  ],
});
const failure = { ok: false, problem: syncProblems.unexpectedReply({ status: 502 }) } as const;

const sourceOf = (kind: InsightSource['kind'], sums: () => Answered<SumsAnswer>): InsightSource => ({
  kind,
  position: createObservable(null),
  sums: () => Promise.resolve(sums()),
  units: () => Promise.resolve(failure),
  sites: () => Promise.resolve(failure),
  records: () => Promise.resolve(failure),
  flow: () => Promise.resolve(failure),
});

const questionOn = (day: string): SumsQuestion => ({ days: [day], groupBy: [], within: {}, figures: ['C1'] });

it('keeps the last answer while the county cannot be asked, also when the source is made anew', async () => {
  const last: LastAnswers = new Map();
  const register = () => sourceOf('register', () => ({ ok: true, value: answerOf(1) }));
  const up = createSteadySource(
    sourceOf('county', () => ({ ok: true, value: answerOf(22) })),
    register,
    last,
  );
  const down = createSteadySource(
    sourceOf('county', () => failure),
    register,
    last,
  );
  expect(await up.sums(questionOn('2026-03-31'))).toEqual({ ok: true, value: answerOf(22) });
  expect(await down.sums(questionOn('2026-03-31'))).toEqual({ ok: true, value: answerOf(22) });
});

it('asks this device what the county was never asked', async () => {
  const down = createSteadySource(
    sourceOf('county', () => failure),
    () => sourceOf('register', () => ({ ok: true, value: answerOf(21) })),
    new Map(),
  );
  expect(await down.sums(questionOn('2026-03-31'))).toEqual({ ok: true, value: answerOf(21) });
});

it('remembers a limited number of answers', async () => {
  const last: LastAnswers = new Map();
  const source = createSteadySource(
    sourceOf('county', () => ({ ok: true, value: answerOf(22) })),
    () => sourceOf('register', () => failure),
    last,
  );
  for (let year = 1800; year < 2000; year++) await source.sums(questionOn(`${year}-12-31`));
  expect(last.size).toBe(100);
});
