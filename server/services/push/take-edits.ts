/** Judges, numbers and writes edits nobody has answered yet. Everything that can wait comes before the counter (PULL-1). */
import type { EditAnswer, PushedEdit, PushRequest } from '@shared/sync/messages';
import { takeNumbers } from '../../repositories/county-position';
import { type DocumentKey, keyText, lockDocuments } from '../../repositories/documents';
import { lockChainHeads } from '../../repositories/edit-log';
import { lockTree } from '../../repositories/org-tree';
import { writePush } from '../../repositories/push-write';
import { type CountyChange, countyChannel } from '../county';
import {
  documentsOfConflicts,
  findCarried,
  findKnownConflicts,
  gatherEdits,
  loadPlaces,
  type PushContext,
  withMovedConflicts,
} from './gather-push';
import { judgePush } from './judge-push';
import { chainPlaceIds, countNumbers, type NumberedPush, numberPush, type ReadyPush } from './number-push';
import { parseBody, type ResultingDocument, resultsOf } from './resulting-documents';

export interface TakenEdits {
  readonly answers: ReadonlyMap<string, EditAnswer>;
  readonly results: readonly ResultingDocument[];
}

/** @param touched keys of all documents of the push, also of those whose edits are known */
export async function takeEdits(
  context: PushContext,
  request: PushRequest,
  fresh: readonly PushedEdit[],
  touched: readonly DocumentKey[],
): Promise<TakenEdits> {
  const { tx, caller } = context;
  const changesTree = fresh.some(({ collection }) => collection === 'orgUnits');
  const receivedAt = context.environment.now();
  await lockTree(tx, caller.countyId, changesTree);
  const about = documentsOfConflicts(fresh).filter(
    (key) => !touched.some((one) => keyText(one) === keyText(key)),
  );
  const stored = await lockDocuments(tx, caller.countyId, [...touched, ...about]);
  const places = await loadPlaces(context, fresh, stored);
  const documents = await gatherEdits(context, request, fresh, stored, places);
  const judged = judgePush(caller, places, documents);
  const all = await withMovedConflicts(context, judged.documents, receivedAt);
  const ready: ReadyPush = {
    caller,
    sentAt: new Date(request.sentAt).toISOString(),
    receivedAt,
    before: places,
    after: judged.places,
    documents: all,
    knownConflictIds: await findKnownConflicts(context, all),
    carried: changesTree ? await findCarried(context, places, judged.places, all) : [],
    heads: await lockChainHeads(tx, caller.countyId, chainPlaceIds({ caller, documents: all })),
  };
  const { answers, results } = await write(context, ready);
  const present = new Map(results.map((one) => [keyText(one), one.document]));
  for (const one of stored) if (!present.has(keyText(one))) present.set(keyText(one), parseBody(one));
  const keys = new Map([...touched, ...results].map((key) => [keyText(key), key]));
  return { answers, results: resultsOf(caller, judged.places, [...keys.values()], present) };
}

/** Takes the numbers and writes at once; from the first statement to the commit other pushes wait. */
async function write(
  { environment, tx, caller, epoch }: PushContext,
  ready: ReadyPush,
): Promise<NumberedPush> {
  const howMany = countNumbers(ready);
  const last = howMany === 0 ? 0 : await takeNumbers(tx, caller.countyId, howMany);
  const numbered = numberPush(ready, last);
  await writePush(tx, caller.countyId, numbered.write);
  if (howMany > 0) {
    const change: CountyChange = { countyId: caller.countyId, epoch, through: last };
    await environment.database.notify(tx, countyChannel, JSON.stringify(change));
  }
  return numbered;
}
