/** Whether device and county hold the same (SPEC, AGREE). */
import { keyOf } from '@renderer/data/county/outbox';
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import { sha256OfText } from '@shared/lib/sha256';
import { digestOf, type Numbered } from '@shared/sync/digest';
import type { AgreementReply } from '@shared/sync/messages';
import type { Agreement } from '../status/sync-status';
import { type CycleContext, keptKeys } from './cycle-context';

export type ComparedCollection = Agreement['collections'][number];

/** Digests are made anew only of collections that changed: sorting a large one takes a while. */
const digests = new WeakMap<readonly Numbered[], string>();
function digestOfHeld(held: readonly Numbered[]): string {
  const known = digests.get(held);
  if (known !== undefined) return known;
  const digest = digestOf(held);
  digests.set(held, digest);
  return digest;
}

export function compareAll({ store }: CycleContext, reply: AgreementReply): ComparedCollection[] {
  const theirs = new Map(reply.collections.map((one) => [one.collection, one]));
  return store.collections.map((collection) => {
    const held = store.numbered(collection);
    const county = theirs.get(collection) ?? { count: 0, digest: digestOfHeld(nothing) };
    return {
      collection,
      count: held.length,
      digest: digestOfHeld(held),
      countyCount: county.count,
      countyDigest: county.digest,
    };
  });
}
const nothing: readonly Numbered[] = [];

export const isSameAtBoth = ({ count, digest, countyCount, countyDigest }: ComparedCollection): boolean =>
  count === countyCount && digest === countyDigest;

/**
 * Collections that differ for a reason not known yet. Documents this version cannot read, and records a person chose to
 * keep, differ for good; asking for the whole list again each time would change nothing.
 */
export function unexplained(
  context: CycleContext,
  compared: readonly ComparedCollection[],
): CollectionName[] {
  const kept = keptKeys(context);
  const { unreadable } = context.lists.get();
  return compared.flatMap((one) => {
    const collection = collectionNames.find((name) => name === one.collection);
    if (collection === undefined || isSameAtBoth(one)) return [];
    const aside = new Map(
      unreadable.filter((ref) => ref.collection === collection).map(({ id, seq }) => [id, { id, seq }]),
    );
    const rest = context.store
      .numbered(collection)
      .filter(({ id }) => !aside.has(id) && !kept.has(keyOf(collection, id)));
    const expected = [...rest, ...aside.values()];
    return expected.length === one.countyCount && digestOf(expected) === one.countyDigest ? [] : [collection];
  });
}

/** As it is shown and printed (AGREE-2). */
export function agreementOf(reply: AgreementReply, compared: readonly ComparedCollection[]): Agreement {
  return {
    at: reply.serverTime,
    isAgreed: compared.every(isSameAtBoth),
    through: reply.through,
    count: compared.reduce((sum, { count }) => sum + count, 0),
    digest: digestOfAll(compared),
    collections: compared,
  };
}

/** One digest for the register: over the digests of its collections, in their fixed order. */
const digestOfAll = (compared: readonly ComparedCollection[]): string =>
  sha256OfText(compared.map(({ collection, digest }) => `${collection}:${digest}\n`).join(''));
