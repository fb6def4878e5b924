/**
 * A small register with everything at once: overlapping spans, back-dated and corrected records, dates that do not
 * exist, deletions, clocks that run ahead, rules that change. The same seed gives the same register.
 */
import { createRandom, type Random } from '@shared/demo/random';
import { applyChanges, diffDocuments } from '@shared/domain/changes';
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import type { AnsweredEdit, Edit } from '@shared/domain/edit';
import { buildDocument } from '../build-documents';
import { drafts, idsOf, type WildCollection } from './drafts';
import { anyInstant } from './values';

const wildCollections = Object.keys(idsOf) as WildCollection[];

export function wildRegister(seed: number): Register {
  const random = createRandom(seed);
  const lists = Object.fromEntries(collectionNames.map((name) => [name, [] as unknown[]]));
  for (const collection of wildCollections)
    for (const id of idsOf[collection]) {
      // Now and then a document nobody ever wrote: others still name it.
      if (random.chance(0.05)) continue;
      lists[collection]?.push(wildDocument(random, collection, id));
    }
  // Every document was put into the list of its own collection.
  return lists as unknown as Register;
}

/** A document that was entered once and then changed in some of its fields a few times. */
export function wildDocument<C extends WildCollection>(
  random: Random,
  collection: C,
  id: string,
): DocumentOf<C> {
  let document = { ...fresh(random, collection, id), createdAt: anyInstant(random) };
  const times = random.chance(0.5) ? 0 : random.int(1, 3);
  const clocks = Array.from({ length: times }, () => ({
    at: anyInstant(random),
    receivedAt: anyInstant(random),
  }));
  // Half of them were made in order and sent at once, as most are; the others by offline devices with wrong clocks.
  const isOrderly = random.chance(0.5);
  if (isOrderly) clocks.sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const [i, { at, receivedAt }] of clocks.entries())
    document = edited(random, collection, document, {
      editId: `${id}-e${i}`,
      at,
      receivedAt: isOrderly ? at : receivedAt,
    });
  return random.chance(0.1) ? deleted(random, document, `${id}-gone`) : document;
}

const fresh = <C extends WildCollection>(random: Random, collection: C, id: string): DocumentOf<C> =>
  buildDocument<C>(collection, drafts[collection](random, id) as never);

interface Stamp {
  readonly editId: string;
  readonly at: string;
  readonly receivedAt: string;
}

/** Some fields as another draft has them. Kinds stay: a visit does not become a fund entry. */
function edited<C extends CollectionName>(
  random: Random,
  collection: C & WildCollection,
  before: DocumentOf<C>,
  stamp: Stamp,
): DocumentOf<C> {
  let other = fresh(random, collection, before.id);
  for (let i = 0; i < 8 && 'kind' in before && 'kind' in other && before.kind !== other.kind; i++)
    other = fresh(random, collection, before.id);
  if ('kind' in before && 'kind' in other && before.kind !== other.kind) return before;
  const all = Object.entries(diffDocuments(before, other));
  const changes = Object.fromEntries(all.filter(() => random.chance(0.4)));
  return withEdit(applyChanges(before, changes), changes, stamp);
}

function deleted<D extends DocumentOf<CollectionName>>(random: Random, before: D, editId: string): D {
  const deletedAt = anyInstant(random);
  const stamp = { editId, at: anyInstant(random), receivedAt: anyInstant(random) };
  return withEdit({ ...before, deletedAt }, { deletedAt: { from: null, to: deletedAt } }, stamp);
}

function withEdit<D extends DocumentOf<CollectionName>>(after: D, changes: Edit['changes'], stamp: Stamp): D {
  const about = { op: 'change' as const, by: '某', device: 'd', batchId: null, note: null };
  const answered: AnsweredEdit = { ...about, ...stamp, changes, seq: 1, sentBy: '某', kept: {} };
  return { ...after, history: [...after.history, answered] };
}
