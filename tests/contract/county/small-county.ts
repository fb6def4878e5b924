/**
 * A small county of its own for every test: two townships with a village each, somebody for every role, and edits in the
 * shape a device pushes them. All counties of a file share one database, as they may in earnest: nothing of one may be seen
 * in another.
 */
import type { Caller } from '@server/services/caller';
import type { Environment } from '@server/services/environment';
import { createCounty } from '@server/services/org-tree/county-office';
import { pullPage } from '@server/services/pull/pull-page';
import { pushEdits } from '@server/services/push/push-edits';
import { type CollectionName, collectionSchemas } from '@shared/domain/collections';
import type { Changes, Edit } from '@shared/domain/edit';
import type { Role } from '@shared/sync/access';
import type { PlainDocument } from '@shared/sync/apply-edit';
import type {
  PulledItem,
  PullQuery,
  PullReply,
  PushedEdit,
  PushReply,
  PushRequest,
} from '@shared/sync/messages';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import { afterAll } from 'vitest';
import { type DatabaseKind, type FreshDatabase, freshDatabase } from '../../support/databases/fresh-database';

/** Ids of the places below the county; the county's own is the county's id. */
export const east = 'town-east';
export const eastVillage = 'village-east';
export const west = 'town-west';
export const westVillage = 'village-west';

const databases = new Map<DatabaseKind, Promise<FreshDatabase>>();
afterAll(async () => {
  for (const one of databases.values()) await (await one).dispose();
  databases.clear();
});

/** The database of this file. */
export function sharedDatabase(kind: DatabaseKind): Promise<FreshDatabase> {
  const known = databases.get(kind) ?? freshDatabase(kind);
  databases.set(kind, known);
  return known;
}

let count = 0;
/** Ascending, as devices make them. */
export const newId = (): string => `id-${String(++count).padStart(8, '0')}`;

export type SmallCounty = Awaited<ReturnType<typeof smallCounty>>;

export async function smallCounty(kind: DatabaseKind) {
  const { database } = await sharedDatabase(kind);
  const clock = { now: '2026-03-02T01:00:00.000Z' };
  const environment: Environment = { database, now: () => clock.now, newId };
  const id = `county-${++count}`;
  const { epoch } = await createCounty(environment, {
    id,
    name: '青澜县',
    orgUnits: [
      { id: east, name: '东河镇', level: 'township', parentId: id },
      { id: west, name: '西塘镇', level: 'township', parentId: id },
      { id: eastVillage, name: '东河村', level: 'village', parentId: east },
      { id: westVillage, name: '西塘村', level: 'village', parentId: west },
    ],
  });
  return countyOf(environment, clock, id, epoch);
}

const versions = { protocol: protocolVersion, model: modelVersion };

function countyOf(environment: Environment, clock: { now: string }, id: string, epoch: string) {
  const callerAt = (scopeRootId: string, role: Role = 'clerk', more: Partial<Caller> = {}): Caller => ({
    countyId: id,
    userId: `user-${role}-${scopeRootId}`,
    name: `${scopeRootId}的${role}`,
    role,
    deviceId: `pc-${scopeRootId}`,
    deviceState: 'active',
    scopeRootId,
    ...more,
  });
  const requestOf = (edits: readonly PushedEdit[], more: Partial<PushRequest> = {}): PushRequest => ({
    ...versions,
    epoch,
    sentAt: '2026-03-02T00:59:00.000Z',
    pulledThrough: 0,
    edits: [...edits],
    ...more,
  });
  const push = (caller: Caller, edits: readonly PushedEdit[], more: Partial<PushRequest> = {}) =>
    pushEdits(environment, caller, requestOf(edits, more));
  const pull = (caller: Caller, query: Partial<PullQuery>): Promise<PullReply> =>
    pullPage(environment, caller, { epoch, scope: '', since: 0, limit: 500, ...versions, ...query });
  /** Name of the caller's scope, as a first pull tells it. */
  const scopeOf = async (caller: Caller): Promise<string> => {
    const reply = await pull(caller, { epoch: '' });
    if (reply.kind !== 'reset') throw new Error('a first pull was not answered with a reset');
    return reply.checkpoint.scope;
  };
  /** Everything new since a number, whatever number of pages it takes. */
  const pullAll = async (caller: Caller, since = 0, limit = 500) => {
    const scope = await scopeOf(caller);
    const items: PulledItem[] = [];
    for (let through = since; ; ) {
      const reply = await pull(caller, { scope, since: through, limit });
      if (reply.kind !== 'page') throw new Error(`pull was answered with a reset: ${reply.reason}`);
      items.push(...reply.items);
      through = reply.through;
      if (reply.isDone) return { items, through };
    }
  };
  return {
    id,
    environment,
    epoch,
    /** What the environment's clock says; tests may set it. */
    clock,
    callerAt,
    eastClerk: callerAt(east),
    westClerk: callerAt(west),
    organizer: callerAt(id, 'organizer'),
    requestOf,
    push,
    /** Outcomes in the order of the edits, a rejection with its code. */
    outcomes: async (...pushed: Parameters<typeof push>): Promise<string[]> =>
      (await push(...pushed)).answers.map(outcomeOf),
    pull,
    scopeOf,
    pullAll,
    /** The county's document; null when there is none. */
    document: async (collection: CollectionName, documentId: string): Promise<PlainDocument | null> => {
      const [row] = await environment.database.query<{ body: PlainDocument }>(
        'select body from documents where county_id = $1 and collection = $2 and id = $3',
        [id, collection, documentId],
      );
      return row?.body ?? null;
    },
    /** Ids of what is new for a caller, those that left with a minus. */
    newIds: async (caller: Caller, since: number): Promise<string[]> =>
      (await pullAll(caller, since)).items.map((item) => (item.document ? item.id : `-${item.id}`)),
    lastNumber: async (): Promise<number> => {
      const [row] = await environment.database.query<{ seq: number }>(
        'select seq from counties where county_id = $1',
        [id],
      );
      return row?.seq ?? 0;
    },
  };
}

export const outcomeOf = (answer: PushReply['answers'][number]): string =>
  answer.outcome === 'rejected' ? `rejected ${answer.problem.code}` : answer.outcome;

const bookkeeping = {
  createdAt: '2026-03-01T00:00:00.000Z',
  createdBy: '王芳',
  updatedAt: '2026-03-01T00:00:00.000Z',
  updatedBy: '王芳',
  rev: 1,
  source: 'manual',
};

/** A whole document as a device would send it with its creation. */
export function contentOf(
  collection: CollectionName,
  id: string,
  orgUnitId: string,
  fields: PlainDocument,
): PlainDocument {
  const whole = collectionSchemas[collection].parse({ ...bookkeeping, id, orgUnitId, ...fields });
  const { pending: _, isPending: __, ...content } = whole;
  return content;
}

export const unitAt = (orgUnitId: string, id: string = newId(), fields: PlainDocument = {}): PlainDocument =>
  contentOf('units', id, orgUnitId, {
    name: `单位${id}`,
    unitType: 'enterprise',
    status: 'operating',
    townshipId: orgUnitId,
    ...fields,
  });

export const personAt = (orgUnitId: string, id: string, fields: PlainDocument = {}): PlainDocument =>
  contentOf('people', id, orgUnitId, { name: '周明', stage: 'full', ...fields });

/** An open conflict about the name of a unit, as a device brings one back after a restore. */
export function openConflictAbout(unitId: string, orgUnitId: string): PlainDocument {
  const side = { value: 'x', by: '王芳', at: '2026-03-02T00:00:00.000Z', editId: null };
  return contentOf('conflicts', newId(), orgUnitId, {
    documentCollection: 'units',
    documentId: unitId,
    kind: 'conflict',
    state: 'open',
    path: 'name',
    before: 'y',
    theirs: side,
    mine: side,
  });
}

export const placeBelow = (parentId: string, id: string, fields: PlainDocument = {}): PlainDocument =>
  contentOf('orgUnits', id, id, { name: `地点${id}`, level: 'village', parentId, ...fields });

const about = { at: '2026-03-02T00:00:00.000Z', by: '王芳', device: 'pc-1', batchId: null, note: null };

export const creation = (
  collection: CollectionName,
  content: PlainDocument,
  more: Partial<Edit> = {},
): PushedEdit => ({
  collection,
  documentId: String(content['id']),
  edit: { editId: newId(), op: 'create', changes: {}, ...about, ...more },
  content,
});

export const change = (
  collection: CollectionName,
  documentId: string,
  changes: Changes,
  more: Partial<Edit> = {},
): PushedEdit => ({
  collection,
  documentId,
  edit: { editId: newId(), op: 'change', changes, ...about, ...more },
  content: null,
});

/** A change of a unit's name, the plainest edit there is. */
export const renaming = (
  documentId: string,
  from: string,
  to: string,
  more: Partial<Edit> = {},
): PushedEdit => change('units', documentId, { name: { from, to } }, more);
