/** Boards answered from the register of this device: at any time, without a network, for as far as it reaches. */
import { answerRecords } from '@shared/insights/answer-records';
import { answerSites } from '@shared/insights/answer-sites';
import { basesOf, type DayFacts, sumsPointOf } from '@shared/insights/answer-sums';
import { answerFlow, answerUnits } from '@shared/insights/answer-units';
import type { SumsPoint } from '@shared/insights/messages';
import type { FactsView } from '../figures/facts-view';
import { createObservable } from '../observable';
import type { DayViews } from './day-views';
import type { Answered, InsightSource } from './insight-source';

const ok = <T>(value: T): Answered<T> => ({ ok: true, value });

export function createRegisterSource(present: FactsView, past: DayViews): InsightSource {
  const viewOn = async (day: string): Promise<FactsView> => (day === present.asOf ? present : past.on(day));
  const factsOn = async (day: string): Promise<DayFacts> => {
    const { asOf, ruleSet, facts, sites } = await viewOn(day);
    return { asOf, ruleSetVersion: ruleSet.version, facts: facts.values(), sites: sites.values() };
  };
  return {
    kind: 'register',
    position: createObservable(null),
    async sums(question) {
      const points: SumsPoint[] = [];
      for (const day of question.days) points.push(sumsPointOf(question, await factsOn(day)));
      return ok({ bases: basesOf(question.figures), points });
    },
    units: async (question) => ok(answerUnits(question, (await viewOn(question.day)).facts.values())),
    sites: async (question) => ok(answerSites(question, (await viewOn(question.day)).sites.values())),
    records: async (question) => {
      const { facts, relations } = await viewOn(question.day);
      return ok(answerRecords(question, facts.values(), relations.documents));
    },
    flow: async (question) => {
      const [before, after] = [await viewOn(question.from), await viewOn(question.to)];
      return ok(answerFlow(question, before.facts.values(), after.facts.values()));
    },
  };
}
