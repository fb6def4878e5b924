/** What boards and walls ask the county. Every answer is about the caller's own subtree and says how current it is. */

import type {
  FlowAnswer,
  FlowQuestion,
  flowReply,
  InsightPosition,
  RecordsAnswer,
  recordsQuestion,
  recordsReply,
  SitesAnswer,
  SumsAnswer,
  sitesQuestion,
  sitesReply,
  sumsQuestion,
  sumsReply,
  UnitsAnswer,
  unitsQuestion,
  unitsReply,
} from '@shared/insights/messages';
import { chinaDayOf } from '@shared/lib/day';
import { accountProblems } from '@shared/problems/account-problems';
import type { z } from 'zod';
import type { Queryable } from '../../db/database';
import { compareSix } from '../../repositories/facts/compare-six';
import type { FactsScope } from '../../repositories/facts/fact-rows';
import { findFactsPosition } from '../../repositories/facts/facts-state';
import { listRecords } from '../../repositories/facts/list-records';
import { listSites } from '../../repositories/facts/list-sites';
import { listUnits } from '../../repositories/facts/list-units';
import type { Caller } from '../caller';
import { getScopeAncestors, requireReading } from '../county';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { createAnswerCache } from './answer-cache';
import { sumsOf } from './answer-sums';
import { createGate } from './gate';

export interface Insights {
  sums(caller: Caller, question: z.output<typeof sumsQuestion>): Promise<z.infer<typeof sumsReply>>;
  units(caller: Caller, question: z.output<typeof unitsQuestion>): Promise<z.infer<typeof unitsReply>>;
  sites(caller: Caller, question: z.output<typeof sitesQuestion>): Promise<z.infer<typeof sitesReply>>;
  records(caller: Caller, question: z.output<typeof recordsQuestion>): Promise<z.infer<typeof recordsReply>>;
  flow(caller: Caller, question: FlowQuestion): Promise<z.infer<typeof flowReply>>;
}

/** Of the ten a process has: counting takes long, and pushes must not wait for it. */
const connectionsForInsights = 4;

export function createInsights(environment: Environment): Insights {
  const cache = createAnswerCache(linesOf);
  const gate = createGate(connectionsForInsights);
  /** In one snapshot with the position, so that both speak of the same facts. */
  const answer = async <T>(
    caller: Caller,
    [kind, question]: readonly [kind: string, question: object],
    read: (on: Queryable, scope: FactsScope) => Promise<T>,
  ): Promise<{ position: InsightPosition; answer: T }> => {
    requireReading(caller);
    const at = environment.now();
    const today = chinaDayOf(at);
    const work = async (tx: Queryable) => {
      const scope = await scopeOfFacts(tx, caller);
      const position = await findFactsPosition(tx, caller.countyId, today);
      if (position === null) throw new Refusal(accountProblems.notFound({}));
      const name = JSON.stringify([kind, caller.countyId, scope.rootId, position.seq, today, question]);
      const found = await cache.get(name, position.isSettled, () => read(tx, scope));
      return { position: { ...position, at }, answer: found };
    };
    const moment = { isolation: 'repeatable read', isReadOnly: true } as const;
    return gate(() => environment.database.transaction(work, moment));
  };
  return {
    sums: (caller, question) =>
      answer<SumsAnswer>(caller, ['sums', question], (on, scope) => sumsOf(on, scope, question)),
    units: (caller, question) =>
      answer<UnitsAnswer>(caller, ['units', question], async (on, scope) => {
        const { total, units } = await listUnits(on, { ...scope, ...question });
        return { total, units: [...units] };
      }),
    sites: (caller, question) =>
      answer<SitesAnswer>(caller, ['sites', question], (on, scope) =>
        listSites(on, { ...scope, ...question }),
      ),
    records: (caller, question) =>
      answer<RecordsAnswer>(caller, ['records', question], (on, scope) =>
        listRecords(on, { ...scope, ...question }),
      ),
    flow: (caller, question) =>
      answer<FlowAnswer>(caller, ['flow', question], (on, scope) =>
        compareSix(on, { ...scope, ...question }),
      ),
  };
}

/** Groups, units, sites or moves: whatever an answer lists. */
const linesOf = (answer: unknown): number =>
  Object.values(answer ?? {}).reduce((sum: number, part: unknown) => {
    if (!Array.isArray(part)) return sum;
    // Points of sums hold their groups one level below.
    return part.reduce((lines: number, one: unknown) => lines + 1 + linesOf(one), sum);
  }, 0);

async function scopeOfFacts(on: Queryable, caller: Caller): Promise<FactsScope> {
  const ancestors = await getScopeAncestors(on, caller);
  const isWholeCounty = ancestors.length === 1;
  return { countyId: caller.countyId, rootId: isWholeCounty ? null : caller.scopeRootId };
}
