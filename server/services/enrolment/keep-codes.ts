/** One-time codes that enrol devices (DEVICE-1). */
import { accountProblems } from '@shared/problems/account-problems';
import type { CodeMessage } from '@shared/sync/account-messages';
import type { Queryable } from '../../db/database';
import { deleteUnusedCode, insertCode, listCodes } from '../../repositories/accounts/code-repository';
import { listPlaces } from '../../repositories/accounts/place-repository';
import { audit } from '../accounts/audit';
import { placeIn, placeMessage, realmOf, requirePlace } from '../accounts/realm';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { digestOfSecret } from '../sessions/secrets';
import { formatCode, newEnrolmentCode } from './enrolment-code';

const codeHours = 72;

/** The newest 200, never with the code itself: the county does not know it any more. */
export async function describeCodes({ database }: Environment, caller: Caller): Promise<CodeMessage[]> {
  const places = await listPlaces(database, caller.countyId);
  const codes = await listCodes(database, realmOf(caller));
  return codes.map(({ orgUnitId, ...code }) => ({
    ...code,
    code: null,
    orgUnit: placeIn(places, orgUnitId),
  }));
}

/** @throws Refusal `notFound` for a place outside the caller's realm */
export async function createCode(
  environment: Environment,
  caller: Caller,
  { orgUnitId, note }: { readonly orgUnitId: string; readonly note: string },
): Promise<CodeMessage> {
  const { countyId, userId } = caller;
  return environment.database.transaction(async (tx) => {
    const place = await requirePlace(tx, caller, orgUnitId);
    const made = await issueCode(environment, { countyId, orgUnitId, note, createdBy: userId }, tx);
    await audit(tx, environment, {
      countyId,
      userId,
      action: 'createCode',
      subject: place.name,
      detail: note,
    });
    return { ...made, note, orgUnit: placeMessage(place), usedAt: null };
  });
}

/**
 * A code given to the wrong person, or for nothing: nobody can use it any more.
 * @throws Refusal `notFound` for a code that is used, unknown or outside the caller's realm
 */
export async function withdrawCode(
  environment: Environment,
  caller: Caller,
  id: string,
): Promise<{ readonly id: string }> {
  const { countyId, userId } = caller;
  return environment.database.transaction(async (tx) => {
    const code = await deleteUnusedCode(tx, realmOf(caller), id);
    if (code === null) throw new Refusal(accountProblems.notFound({}));
    const place = placeIn(await listPlaces(tx, countyId), code.orgUnitId);
    await audit(tx, environment, {
      countyId,
      userId,
      action: 'withdrawCode',
      subject: place.name,
      detail: code.note,
    });
    return { id };
  });
}

interface CodeOrder {
  readonly countyId: string;
  readonly orgUnitId: string;
  readonly note: string;
  /** Id of whoever makes it. */
  readonly createdBy: string;
}

/** Makes a code. Only its digest is kept, so this is the one time it can be shown. */
export async function issueCode(
  { now, newId, database }: Environment,
  order: CodeOrder,
  on: Queryable = database,
): Promise<{
  readonly id: string;
  readonly code: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}> {
  const code = newEnrolmentCode();
  const id = newId();
  const createdAt = now();
  const expiresAt = new Date(Date.parse(createdAt) + codeHours * 3_600_000).toISOString();
  const { countyId, ...rest } = order;
  await insertCode(on, countyId, { id, codeDigest: digestOfSecret(code), createdAt, expiresAt, ...rest });
  return { id, code: formatCode(code), createdAt, expiresAt };
}
