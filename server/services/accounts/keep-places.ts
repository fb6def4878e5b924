/**
 * The county's places, for those who keep them. A place is a document of the register: what is done here travels to the
 * devices and stands in the log like every other edit, under the name of who did it.
 */
import { accountProblems } from '@shared/problems/account-problems';
import type {
  changeOrgUnitRequest,
  createOrgUnitRequest,
  OrgUnitMessage,
} from '@shared/sync/account-messages';
import type { PushedEdit } from '@shared/sync/messages';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import type { z } from 'zod';
import { listUsedPlaces, type UsedPlace } from '../../repositories/accounts/place-usage';
import { findRootId } from '../../repositories/org-tree';
import type { Caller } from '../caller';
import { getPosition } from '../county';
import type { Environment } from '../environment';
import { createPlace } from '../org-tree/county-office';
import { pushWithin } from '../push/push-edits';
import { retried } from '../push/retried';
import { Refusal } from '../refusal';
import { type Act, audit } from './audit';
import { realmOf, requirePlace } from './realm';

/** From above to below, with how many records lie in each. */
export async function describePlaces({ database }: Environment, caller: Caller): Promise<OrgUnitMessage[]> {
  return [...(await listUsedPlaces(database, realmOf(caller), null))];
}

/** @throws Refusal `notFound` when the place above lies outside the caller's realm */
export async function addPlace(
  environment: Environment,
  caller: Caller,
  draft: z.output<typeof createOrgUnitRequest>,
): Promise<OrgUnitMessage> {
  await requirePlace(environment.database, caller, draft.parentId);
  const id = environment.newId();
  const made = createPlace(environment, { id, ...draft });
  const edit = {
    ...made,
    edit: { ...made.edit, by: caller.name },
    content: { ...made.content, createdBy: caller.name, updatedBy: caller.name },
  };
  await pushOne(environment, caller, edit, { action: 'createOrgUnit', subject: draft.name });
  return requireUsedPlace(environment, caller, id);
}

/**
 * Renames or moves a place. If somebody changed the same at the same moment, the county's value stays and the conflict
 * waits for a person like any other (CONFLICT-1); the answer says what holds.
 * @throws Refusal `notFound`; or why the push refused it, for example `placeInsideItself`
 */
export async function changePlace(
  environment: Environment,
  caller: Caller,
  id: string,
  wanted: z.output<typeof changeOrgUnitRequest>,
): Promise<OrgUnitMessage> {
  const before = await requireUsedPlace(environment, caller, id);
  if (wanted.parentId !== undefined) await requirePlace(environment.database, caller, wanted.parentId);
  const changes = changesOf(before, wanted);
  if (Object.keys(changes).length === 0) return before;
  const made = createPlace(environment, before);
  const edit = { ...made.edit, op: 'change' as const, by: caller.name, changes };
  await pushOne(
    environment,
    caller,
    { ...made, edit, content: null },
    { action: 'changeOrgUnit', subject: before.name, detail: detailOf(changes) },
  );
  return requireUsedPlace(environment, caller, id);
}

const changedFields = ['name', 'parentId', 'divisionCode'] as const;

const changesOf = (before: UsedPlace, wanted: Partial<UsedPlace>): PushedEdit['edit']['changes'] =>
  Object.fromEntries(
    changedFields
      .filter((field) => wanted[field] !== undefined && wanted[field] !== before[field])
      .map((field) => [field, { from: before[field], to: wanted[field] }]),
  );

async function pushOne(
  environment: Environment,
  caller: Caller,
  edit: PushedEdit,
  act: Pick<Act, 'action' | 'subject' | 'detail'>,
): Promise<void> {
  const { countyId, userId } = caller;
  const answer = await retried(() =>
    environment.database.transaction(async (tx) => {
      const { epoch, through } = await getPosition(tx, countyId);
      const scopeRootId = realmOf(caller).rootId ?? (await findRootId(tx, countyId));
      if (scopeRootId === null) throw new Refusal(accountProblems.notFound({}));
      const request = {
        protocol: protocolVersion,
        model: modelVersion,
        epoch,
        sentAt: environment.now(),
        pulledThrough: through,
        edits: [edit],
      };
      const { answers } = await pushWithin(environment, tx, { ...caller, scopeRootId }, request);
      if (answers[0]?.outcome !== 'rejected') await audit(tx, environment, { countyId, userId, ...act });
      return answers[0];
    }),
  );
  // After the commit: a refused edit stands in the log like any other (HIST-2).
  if (answer?.outcome === 'rejected') throw new Refusal(answer.problem);
}

const fieldLabels = { name: '名称', parentId: '上级', divisionCode: '区划代码' } as const;

const detailOf = (changes: PushedEdit['edit']['changes']): string =>
  changedFields
    .filter((field) => field in changes)
    .map((field) => fieldLabels[field])
    .join('、');

async function requireUsedPlace({ database }: Environment, caller: Caller, id: string): Promise<UsedPlace> {
  const [place] = await listUsedPlaces(database, realmOf(caller), id);
  if (place === undefined) throw new Refusal(accountProblems.notFound({}));
  return place;
}
