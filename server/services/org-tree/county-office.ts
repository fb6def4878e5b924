/** What the county itself writes: its places, from the administration page and when a county begins. */
import type { OrgUnit } from '@shared/domain/org-unit';
import { accountProblems } from '@shared/problems/account-problems';
import type { PushedEdit, PushReply, PushRequest } from '@shared/sync/messages';
import { editsPerPush, modelVersion, protocolVersion } from '@shared/sync/protocol';
import type { Queryable } from '../../db/database';
import { addCounty, type CountyPosition } from '../../repositories/county-position';
import { findRootId } from '../../repositories/org-tree';
import type { Caller } from '../caller';
import { getPosition } from '../county';
import type { Environment } from '../environment';
import { getCountyKeys } from '../packages/county-keys';
import { countyName } from '../push/conflict-documents';
import { pushEdits, pushWithin } from '../push/push-edits';
import { Refusal } from '../refusal';

/** Who stands in the log when the county writes. */
const countyOffice = (countyId: string, rootId: string): Caller => ({
  countyId,
  userId: 'county',
  name: countyName,
  role: 'organizer',
  deviceId: 'county',
  deviceState: 'active',
  scopeRootId: rootId,
});

/**
 * Edits of the county's own, through the same code as everybody's: judged, numbered, logged and told to the devices.
 * More than one push holds are sent in several.
 * @throws Refusal `notFound` when there is no such county
 */
export async function writeAsCounty(
  environment: Environment,
  countyId: string,
  edits: readonly PushedEdit[],
): Promise<PushReply> {
  const { database } = environment;
  const rootId = await findRootId(database, countyId);
  if (rootId === null) throw new Refusal(accountProblems.notFound({}));
  const caller = countyOffice(countyId, rootId);
  const position = await getPosition(database, countyId);
  return sendAll(environment, position, edits, (request) => pushEdits(environment, caller, request));
}

async function sendAll(
  { now }: Environment,
  { epoch, through }: CountyPosition,
  edits: readonly PushedEdit[],
  send: (request: PushRequest) => Promise<PushReply>,
): Promise<PushReply> {
  const replies: PushReply[] = [];
  for (let start = 0; start < edits.length; start += editsPerPush)
    replies.push(
      await send({
        protocol: protocolVersion,
        model: modelVersion,
        epoch,
        sentAt: now(),
        pulledThrough: through,
        edits: edits.slice(start, start + editsPerPush),
      }),
    );
  return {
    epoch,
    answers: replies.flatMap(({ answers }) => answers),
    documents: replies.flatMap(({ documents }) => documents),
    serverTime: now(),
  };
}

export interface NewPlace {
  readonly id: string;
  readonly name: string;
  readonly level: OrgUnit['level'];
  readonly parentId: string;
  readonly divisionCode?: string | null;
}
export interface NewCounty {
  /** Also the id of its org unit. */
  readonly id: string;
  readonly name: string;
  readonly divisionCode?: string | null;
  /** Places below it, a place before what lies below it. */
  readonly orgUnits?: readonly NewPlace[];
}

/**
 * Begins the register of a county: its counter, its first epoch, its keys and its places, all or nothing.
 * @throws QueryError 23505 when the county is there already
 */
export const createCounty = (environment: Environment, county: NewCounty): Promise<PushReply> =>
  environment.database.transaction((tx) => createCountyWithin(environment, tx, county));

/** Like `createCounty`, as a part of something larger. */
export async function createCountyWithin(
  environment: Environment,
  tx: Queryable,
  { id, name, divisionCode = null, orgUnits = [] }: NewCounty,
): Promise<PushReply> {
  const root = { id, name, level: 'county' as const, parentId: null, divisionCode };
  const edits = [root, ...orgUnits].map((place) => createPlace(environment, place));
  await addCounty(tx, { id, name, epoch: environment.newId(), at: environment.now() });
  await getCountyKeys(environment, tx, id);
  const position = await getPosition(tx, id);
  return sendAll(environment, position, edits, (request) =>
    pushWithin(environment, tx, countyOffice(id, id), request),
  );
}

/** The edit that creates a place, made by the county. */
export function createPlace(
  { newId, now }: Environment,
  place: Omit<NewPlace, 'parentId'> & { readonly parentId: string | null },
): PushedEdit {
  const at = now();
  const content = {
    ...place,
    divisionCode: place.divisionCode ?? null,
    orgUnitId: place.id,
    createdAt: at,
    createdBy: countyName,
    updatedAt: at,
    updatedBy: countyName,
    rev: 0,
    source: 'sync',
  };
  const about = { by: countyName, device: countyName, batchId: null, note: null };
  return {
    collection: 'orgUnits',
    documentId: place.id,
    edit: { editId: newId(), op: 'create', at, changes: {}, ...about },
    content,
  };
}
