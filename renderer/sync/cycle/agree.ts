/** Compares with the county and mends what differs (SPEC, AGREE and GUARD). */
import { keyOf } from '@renderer/data/county/outbox';
import type { DocumentRef } from '@renderer/data/county/write-documents';
import type { CollectionName } from '@shared/domain/collections';
import type { AgreementReply } from '@shared/sync/messages';
import { agreementOf, compareAll, unexplained } from './compare';
import {
  accessOf,
  type CycleContext,
  goOn,
  heardOf,
  keptKeys,
  noteUnreadable,
  remember,
  requireMemory,
  requireValue,
} from './cycle-context';
import { mayRemoveUnasked } from './removal-guard';

/** Ids asked for at once. */
const fetchedAtOnce = 200;

/** @returns `behind`: the county has moved on or begun anew; pull first */
export async function agree(context: CycleContext): Promise<'done' | 'behind'> {
  context.showActivity('checking');
  const before = await compareNow(context);
  if (before === 'behind') return 'behind';
  if (before.length === 0) return 'done';
  if ((await mend(context, before)) === 'behind') return 'behind';
  return (await compareNow(context)) === 'behind' ? 'behind' : 'done';
}

/** @returns collections that differ for no known reason */
async function compareNow(context: CycleContext): Promise<CollectionName[] | 'behind'> {
  goOn(context);
  const reply = await askAgreement(context);
  if (reply === 'behind') return 'behind';
  const compared = compareAll(context, reply);
  const agreement = agreementOf(reply, compared);
  await remember(context, (now) => ({
    ...now,
    ...heardOf(context, reply.serverTime),
    agreement,
    removedCount: agreement.isAgreed ? 0 : now.removedCount,
  }));
  if (agreement.isAgreed && context.lists.get().removal !== null)
    await context.lists.change((now) => ({ ...now, removal: null }));
  return unexplained(context, compared);
}

/** The county's digests, if they are of the very state this device has read up to. */
async function askAgreement(context: CycleContext): Promise<AgreementReply | 'behind'> {
  const reply = requireValue(await context.client.agreement(accessOf(context)));
  goOn(context);
  const { checkpoint } = requireMemory(context);
  const isSame =
    checkpoint?.epoch === reply.epoch &&
    checkpoint.scope === reply.scope &&
    checkpoint.through === reply.through;
  return isSame ? reply : 'behind';
}

async function mend(
  context: CycleContext,
  collections: readonly CollectionName[],
): Promise<'done' | 'behind'> {
  const extra: DocumentRef[] = [];
  for (const collection of collections) {
    goOn(context);
    const { through, items } = requireValue(await context.client.listing(accessOf(context), collection));
    if (through !== requireMemory(context).checkpoint?.through) return 'behind';
    const theirs = new Map(items);
    const held = new Map(context.store.numbered(collection).map(({ id, seq }) => [id, seq]));
    await fetchDocuments(
      context,
      collection,
      items.filter(([id, seq]) => held.get(id) !== seq).map(([id]) => id),
    );
    for (const id of held.keys()) if (!theirs.has(id)) extra.push({ collection, id });
  }
  if (extra.length === 0) return 'done';
  // The lists do not say which life of the county they are of. If it began anew in between, what they lack is not gone
  // but lost, and is to be offered again (EPOCH-3): nothing is removed before the county has been asked once more.
  if ((await askAgreement(context)) === 'behind') return 'behind';
  await removeExtra(context, extra);
  return 'done';
}

export async function fetchDocuments(
  context: CycleContext,
  collection: CollectionName,
  ids: readonly string[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += fetchedAtOnce) {
    goOn(context);
    const part = ids.slice(start, start + fetchedAtOnce);
    const { items } = requireValue(await context.client.fetch(accessOf(context), collection, part));
    goOn(context);
    const { unreadable } = await context.store.takeItems(items, false);
    await noteUnreadable(context, items, unreadable);
  }
}

/**
 * AGREE-3 and GUARD-1: what the county does not have goes when it is deleted here too, when it is little or when a person
 * said yes; else she is asked.
 */
async function removeExtra(context: CycleContext, extra: readonly DocumentRef[]): Promise<void> {
  const { store, lists } = context;
  const { removal } = lists.get();
  const isIn = (keys: ReadonlySet<string>) => (ref: DocumentRef) => keys.has(keyOf(ref.collection, ref.id));
  const isAgreedTo = isIn(
    new Set(removal?.answer === 'remove' ? removal.refs.map((ref) => keyOf(ref.collection, ref.id)) : []),
  );
  const isKept = isIn(keptKeys(context));
  const missed = store.missedOf(extra);
  const isMissed = isIn(new Set(missed.map((ref) => keyOf(ref.collection, ref.id))));
  await store.remove(extra.filter((ref) => isAgreedTo(ref) || !isMissed(ref)));
  const rest = missed.filter((ref) => !isAgreedTo(ref) && !isKept(ref));
  if (await mayRemoveUnasked(context, rest.length)) {
    await store.remove(rest);
    if (removal?.answer === 'remove') await lists.change((now) => ({ ...now, removal: null }));
  } else {
    const refs = [...rest, ...missed.filter(isKept)];
    await lists.change((now) => ({ ...now, removal: { refs, answer: null, keptUntil: null } }));
  }
  context.showChange();
}
