/** A wild register as the edits that made it, for whoever takes edits. */
import type { Random } from '@shared/demo/random';
import { revertChanges } from '@shared/domain/changes';
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import type { AnsweredEdit, Edit } from '@shared/domain/edit';
import type { PushedEdit } from '@shared/sync/messages';

/** @param countyId place of the county: root of the register's places, and where its documents lie */
export function wildEdits(register: Register, countyId: string): PushedEdit[][] {
  return collectionNames.flatMap((collection) =>
    register[collection]
      .filter(({ id }) => id !== 'county')
      .map((document) => editsOfDocument<CollectionName>(collection, document, countyId)),
  );
}

function editsOfDocument<C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
  countyId: string,
): PushedEdit[] {
  const { id, history } = document;
  const first = history.reduceRight((state, edit) => revertChanges(state, edit.changes), document);
  const { pending: _, isPending: __, history: ___, ...fields } = first;
  const place = collection === 'orgUnits' ? id : countyId;
  const content = placed({ ...fields, orgUnitId: place, seq: null }, countyId);
  const create: PushedEdit = {
    collection,
    documentId: id,
    edit: { ...about, editId: `${id}-created`, op: 'create', at: document.createdAt, changes: {} },
    content,
  };
  return [create, ...history.map((edit) => asPushed(collection, id, edit, countyId))];
}

const about = { by: '某', device: 'd', batchId: null, note: null };

function asPushed(collection: CollectionName, id: string, edit: AnsweredEdit, countyId: string): PushedEdit {
  const { seq: _, receivedAt: __, sentBy: ___, kept: ____, ...made } = edit;
  const changes = Object.fromEntries(
    Object.entries(made.changes).map(([path, change]) => [path, placed(change, countyId)]),
  );
  return { collection, documentId: id, edit: { ...made, changes } satisfies Edit, content: null };
}

/** Places of a wild register hang below 'county', whatever the county is called. */
const placed = <T>(value: T, countyId: string): T =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => (part === 'county' ? countyId : part)) as T;

/** One order of many that keeps the edits of each document in theirs, places first. */
export function shuffledEdits(random: Random, lists: readonly (readonly PushedEdit[])[]): PushedEdit[] {
  const isPlace = (list: readonly PushedEdit[]) => list[0]?.collection === 'orgUnits';
  const places = lists.filter(isPlace).flat();
  const waiting = lists.filter((list) => !isPlace(list)).map((list) => [...list]);
  const order: PushedEdit[] = [];
  while (waiting.length > 0) {
    const index = random.int(0, waiting.length - 1);
    const next = waiting[index]?.shift();
    if (next) order.push(next);
    else waiting.splice(index, 1);
  }
  return [...places, ...order];
}
