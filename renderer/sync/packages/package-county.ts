/** A package that answers like the county did when it was made (SPEC, PACKAGE-7). What it does not know, it cannot be asked. */
import { keyOf } from '@renderer/data/county/outbox';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import type { Checkpoint, EditAnswer, PulledItem, PullReply, PushReply } from '@shared/sync/messages';
import { type PartOf, partsNamed, type ReceiptPart } from '@shared/sync/packages/parts';
import type { ExchangeClient, Reply } from '../county/county-client';

type Pull = PartOf<ReceiptPart, 'pull'>;

export interface PackageCounty extends ExchangeClient {
  /** Answers given in an epoch, by edit; answers of a life the county has lost are none (EPOCH-1). */
  answersIn(epoch: string): ReadonlyMap<string, EditAnswer>;
  /** Whether the pulls go on from a checkpoint, or bring nothing beyond it. */
  fits(checkpoint: Checkpoint | null): boolean;
  readonly hasReset: boolean;
}

export function createPackageCounty(parts: readonly ReceiptPart[], serverTime: string): PackageCounty {
  const pulls = partsNamed(parts, 'pull');
  const pushes = partsNamed(parts, 'push').map(({ reply }) => reply);
  const listings = new Map(partsNamed(parts, 'listing').map(({ collection, reply }) => [collection, reply]));
  const [agreement] = partsNamed(parts, 'agreement');
  const items = itemsOf(pulls);
  return {
    push: async (_access, { epoch, edits }) => {
      const reply = replyTo(
        pushes.filter((one) => one.epoch === epoch),
        edits.map(({ edit }) => edit.editId),
      );
      return reply === null ? epochChanged : { ok: true, value: reply };
    },
    pull: async (_access, asked) => {
      const reply = answerPull(pulls, asked, serverTime);
      return reply === null ? unanswered : { ok: true, value: reply };
    },
    agreement: async () => (agreement ? { ok: true, value: agreement.reply } : unanswered),
    listing: async (_access, collection) => {
      const reply = listings.get(collection);
      return reply ? { ok: true, value: reply } : unanswered;
    },
    fetch: async (_access, collection, ids) => {
      const found = ids.flatMap((id) => items.get(keyOf(collection, id)) ?? []);
      return found.length === ids.length ? { ok: true, value: { items: found } } : unanswered;
    },
    answersIn: (epoch) => answersOf(pushes.filter((one) => one.epoch === epoch)),
    fits: (checkpoint) =>
      pulls.length === 0 || answerFor(pulls, checkpoint) !== null || isBehind(pulls, checkpoint),
    hasReset: pulls.some(({ reply }) => reply.kind === 'reset'),
  };
}

const failed = (problem: Problem) => ({
  ok: false as const,
  failure: { problem, status: null, retryAfterMs: null },
});
const epochChanged: Reply<never> = failed(syncProblems.epochChanged({}));
const unanswered: Reply<never> = failed(syncProblems.unreachable({}));

const answersOf = (replies: readonly PushReply[]): Map<string, EditAnswer> =>
  new Map(replies.flatMap(({ answers }) => answers.map((one): [string, EditAnswer] => [one.editId, one])));

/** The answers to these edits, with the documents that came with them. null = some have none in this epoch */
function replyTo(replies: readonly PushReply[], editIds: readonly string[]): PushReply | null {
  const touched = replies.filter(({ answers }) => answers.some(({ editId }) => editIds.includes(editId)));
  const known = answersOf(touched);
  const answers = editIds.flatMap((editId) => known.get(editId) ?? []);
  const last = touched.at(-1);
  if (last === undefined || answers.length < editIds.length) return null;
  return { ...last, answers, documents: [...newest(touched.flatMap(({ documents }) => documents)).values()] };
}

function newest(items: readonly PulledItem[]): Map<string, PulledItem> {
  const byKey = new Map<string, PulledItem>();
  for (const item of items) {
    const key = keyOf(item.collection, item.id);
    if ((byKey.get(key)?.seq ?? -1) <= item.seq) byKey.set(key, item);
  }
  return byKey;
}

const itemsOf = (pulls: readonly Pull[]): ReadonlyMap<string, PulledItem> =>
  newest(pulls.flatMap(({ reply }) => (reply.kind === 'page' ? reply.items : [])));

interface Asked {
  readonly epoch: string;
  readonly scope: string;
  readonly since: number;
}

function answerPull(pulls: readonly Pull[], asked: Asked, serverTime: string): PullReply | null {
  const { epoch, scope, since } = asked;
  const checkpoint = epoch === '' ? null : { epoch, scope, through: since };
  const found = answerFor(pulls, checkpoint);
  if (found) return found;
  if (!isBehind(pulls, checkpoint)) return null;
  return { kind: 'page', items: [], through: since, isDone: true, total: null, serverTime };
}

/** A page that begins at the checkpoint or below it and ends above; else the reset that leads to other pages. */
function answerFor(pulls: readonly Pull[], checkpoint: Checkpoint | null): PullReply | null {
  const page = pulls.find(
    ({ asked, reply }) =>
      reply.kind === 'page' &&
      isUnder(asked, checkpoint) &&
      asked.since <= (checkpoint?.through ?? 0) &&
      reply.through > (checkpoint?.through ?? 0),
  );
  if (page) return page.reply;
  const reset = pulls.find(
    ({ asked, reply }) =>
      reply.kind === 'reset' &&
      !isUnder(reply.checkpoint, checkpoint) &&
      (asked.epoch === '' || isUnder(asked, checkpoint)),
  );
  return reset?.reply ?? null;
}

/** Everything in it is here already. */
const isBehind = (pulls: readonly Pull[], checkpoint: Checkpoint | null): boolean =>
  checkpoint !== null &&
  pulls.some(
    ({ asked, reply }) =>
      reply.kind === 'page' && isUnder(asked, checkpoint) && reply.through <= checkpoint.through,
  );

const isUnder = (asked: Pick<Asked, 'epoch' | 'scope'>, checkpoint: Checkpoint | null): boolean =>
  checkpoint !== null && asked.epoch === checkpoint.epoch && asked.scope === checkpoint.scope;
