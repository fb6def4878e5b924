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
  for (let i = 0; i < times; i++) document = edited(random, collection, document, `${id}-e${i}`);
  return random.chance(0.1) ? deleted(random, document, `${id}-gone`) : document;
}

const fresh = <C extends WildCollection>(random: Random, collection: C, id: string): DocumentOf<C> =>
  buildDocument<C>(collection, drafts[collection](random, id) as never);

/** Some fields as another draft has them. Kinds stay: a visit does not become a fund entry. */
export function edited<C extends CollectionName>(
  random: Random,
  collection: C & WildCollection,
  before: DocumentOf<C>,
  editId: string,
): DocumentOf<C> {
  let other = fresh(random, collection, before.id);
  for (let i = 0; i < 8 && 'kind' in before && 'kind' in other && before.kind !== other.kind; i++)
    other = fresh(random, collection, before.id);
  if ('kind' in before && 'kind' in other && before.kind !== other.kind) return before;
  const all = Object.entries(diffDocuments(before, other));
  const changes = Object.fromEntries(all.filter(() => random.chance(0.4)));
  return withEdit(random, applyChanges(before, changes), changes, editId);
}

function deleted<D extends DocumentOf<CollectionName>>(random: Random, before: D, editId: string): D {
  const deletedAt = anyInstant(random);
  return withEdit(random, { ...before, deletedAt }, { deletedAt: { from: null, to: deletedAt } }, editId);
}

function withEdit<D extends DocumentOf<CollectionName>>(
  random: Random,
  after: D,
  changes: Edit['changes'],
  editId: string,
): D {
  const at = anyInstant(random);
  const edit = {
    editId,
    op: 'change' as const,
    at,
    by: '某',
    device: 'd',
    changes,
    batchId: null,
    note: null,
  };
  const receivedAt = anyInstant(random);
  const answered: AnsweredEdit = { ...edit, seq: 1, receivedAt, sentBy: '某', kept: {} };
  return { ...after, history: [...after.history, answered] };
}
