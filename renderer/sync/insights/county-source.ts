/** Boards answered by the county, over everything it has received. */
import type { Answered, InsightSource } from '@renderer/data/insights/insight-source';
import type { WritableObservable } from '@renderer/data/observable';
import {
  flowReply,
  type InsightPosition,
  recordsReply,
  sitesReply,
  sumsReply,
  unitsReply,
} from '@shared/insights/messages';
import { syncProblems } from '@shared/problems/sync-problems';
import type { z } from 'zod';
import type { SyncActions } from '../status/sync-status';

/** @param position kept from one source to the next, so that the page does not blink */
export function createCountySource(
  ask: SyncActions['ask'],
  position: WritableObservable<InsightPosition | null>,
): InsightSource {
  const post = async <T>(
    path: string,
    question: object,
    reply: z.ZodType<{ readonly position: InsightPosition; readonly answer: T }>,
  ): Promise<Answered<T>> => {
    const asked = await ask<unknown>('POST', `/insights/${path}`, question);
    if (!asked.ok) return asked;
    const read = reply.safeParse(asked.value);
    if (!read.success) return { ok: false, problem: syncProblems.unexpectedReply({ status: 200 }) };
    position.set(read.data.position);
    return { ok: true, value: read.data.answer };
  };
  return {
    kind: 'county',
    position,
    sums: (question) => post('sums', question, sumsReply),
    units: (question) => post('units', question, unitsReply),
    sites: (question) => post('sites', question, sitesReply),
    records: (question) => post('records', question, recordsReply),
    flow: (question) => post('flow', question, flowReply),
  };
}
