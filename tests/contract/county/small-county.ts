/**
 * A small county on a fresh database: two townships with a village each, somebody for every role, and edits in the shape a
 * device pushes them. Documents are real: they satisfy their schemas.
 */

import type { Caller } from '@server/services/caller';
import type { Environment } from '@server/services/environment';
import { createCounty } from '@server/services/org-tree/county-office';
import { pullPage } from '@server/services/pull/pull-page';
import { pushEdits } from '@server/services/push/push-edits';
import { type CollectionName, collectionSchemas } from '@shared/domain/collections';
import type { Changes } from '@shared/domain/edit';
import type { Role } from '@shared/sync/access';
import type { PlainDocument } from '@shared/sync/apply-edit';
import type { PulledItem, PullReply, PushedEdit, PushReply, PushRequest } from '@shared/sync/messages';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import { afterEach } from 'vitest';
import { type DatabaseKind, type FreshDatabase, freshDatabase } from '../../support/databases/fresh-database';

export const places = {
  county: 'county-a',
  east: 'town-east',
  eastVillage: 'village-east',
  west: 'town-west',
  westVillage: 'village-west',
} as const;
export const countyId = places.county;

export interface TestCounty {
  readonly environment: Environment;
  readonly fresh: FreshDatabase;
  readonly epoch: string;
  /** What the environment's clock says; tests may set it. */
  readonly clock: { now: string };
}

const open: FreshDatabase[] = [];
/** Closes the databases of a test; to be called once per file. */
export function disposeAfterEach(): void {
  afterEach(async () => {
    for (const one of open.splice(0)) await one.dispose();
  });
}

let idCount = 0;
/** Ascending, as devices make them. */
export const newId = (): string => `id-${String(++idCount).padStart(6, '0')}`;

export async function createTestCounty(kind: DatabaseKind): Promise<TestCounty> {
  const fresh = await freshDatabase(kind);
  open.push(fresh);
  const clock = { now: '2026-03-02T01:00:00.000Z' };
  const environment: Environment = { database: fresh.database, now: () => clock.now, newId };
  const { epoch } = await createCounty(environment, {
    id: countyId,
    name: '青澜县',
    orgUnits: [
      { id: places.east, name: '东河镇', level: 'township', parentId: countyId },
      { id: places.west, name: '西塘镇', level: 'township', parentId: countyId },
      { id: places.eastVillage, name: '东河村', level: 'village', parentId: places.east },
      { id: places.westVillage, name: '西塘村', level: 'village', parentId: places.west },
    ],
  });
  return { environment, fresh, epoch, clock };
}

export function callerAt(scopeRootId: string, role: Role = 'clerk', more: Partial<Caller> = {}): Caller {
  return {
    countyId,
    userId: `user-${role}-${scopeRootId}`,
    name: `${scopeRootId}的${role}`,
    role,
    deviceId: `pc-${scopeRootId}`,
    deviceState: 'active',
    scopeRootId,
    ...more,
  };
}
export const eastClerk = callerAt(places.east);
export const westClerk = callerAt(places.west);
export const organizer = callerAt(places.county, 'organizer');

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

export const unitContent = (id: string, orgUnitId: string, fields: PlainDocument = {}): PlainDocument =>
  contentOf('units', id, orgUnitId, {
    name: `单位${id}`,
    unitType: 'enterprise',
    status: 'operating',
    townshipId: orgUnitId,
    ...fields,
  });

const about = { at: '2026-03-02T00:00:00.000Z', by: '王芳', device: 'pc-1', batchId: null, note: null };

export const creation = (
  collection: CollectionName,
  content: PlainDocument,
  editId: string = newId(),
): PushedEdit => ({
  collection,
  documentId: String(content['id']),
  edit: { editId, op: 'create', changes: {}, ...about },
  content,
});

export const change = (
  collection: CollectionName,
  documentId: string,
  changes: Changes,
  editId: string = newId(),
): PushedEdit => ({
  collection,
  documentId,
  edit: { editId, op: 'change', changes, ...about },
  content: null,
});

export const requestOf = (
  county: Pick<TestCounty, 'epoch'>,
  edits: readonly PushedEdit[],
  more: Partial<PushRequest> = {},
): PushRequest => ({
  protocol: protocolVersion,
  model: modelVersion,
  epoch: county.epoch,
  sentAt: '2026-03-02T00:59:00.000Z',
  pulledThrough: 0,
  edits: [...edits],
  ...more,
});

export const push = (
  county: TestCounty,
  caller: Caller,
  edits: readonly PushedEdit[],
  more: Partial<PushRequest> = {},
): Promise<PushReply> => pushEdits(county.environment, caller, requestOf(county, edits, more));

/** Pushes and returns only the outcomes, in the order of the edits. */
export async function outcomesOf(
  county: TestCounty,
  caller: Caller,
  edits: readonly PushedEdit[],
  more: Partial<PushRequest> = {},
): Promise<string[]> {
  const { answers } = await push(county, caller, edits, more);
  return answers.map((answer) =>
    answer.outcome === 'rejected' ? `rejected ${answer.problem.code}` : answer.outcome,
  );
}

const versions = { protocol: protocolVersion, model: modelVersion };

export const pull = (
  county: TestCounty,
  caller: Caller,
  query: { readonly epoch?: string; readonly scope: string; readonly since: number; readonly limit?: number },
): Promise<PullReply> =>
  pullPage(county.environment, caller, { epoch: county.epoch, limit: 500, ...versions, ...query });

/** Name of the caller's scope, as a first pull tells it. */
export async function scopeOf(county: TestCounty, caller: Caller): Promise<string> {
  const reply = await pull(county, caller, { epoch: '', scope: '', since: 0 });
  if (reply.kind !== 'reset') throw new Error('a first pull was not answered with a reset');
  return reply.checkpoint.scope;
}

/** Everything new since a number, whatever number of pages it takes. */
export async function pullAll(
  county: TestCounty,
  caller: Caller,
  since = 0,
  limit = 500,
): Promise<{ readonly items: PulledItem[]; readonly through: number }> {
  const scope = await scopeOf(county, caller);
  const items: PulledItem[] = [];
  for (let through = since; ; ) {
    const reply = await pull(county, caller, { scope, since: through, limit });
    if (reply.kind !== 'page') throw new Error(`pull was answered with a reset: ${reply.reason}`);
    items.push(...reply.items);
    through = reply.through;
    if (reply.isDone) return { items, through };
  }
}

/** The county's document as the organizer sees it; null when there is none. */
export async function documentOf(
  county: TestCounty,
  collection: CollectionName,
  id: string,
): Promise<PlainDocument | null> {
  const [row] = await county.environment.database.query<{ body: PlainDocument }>(
    'select body from documents where county_id = $1 and collection = $2 and id = $3',
    [countyId, collection, id],
  );
  return row?.body ?? null;
}
