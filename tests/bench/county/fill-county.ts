/** Fills an empty database with the county of the sync benches: documents, people, devices and codes. */
import { insertCode } from '@server/repositories/accounts/code-repository';
import { insertDevice } from '@server/repositories/accounts/device-repository';
import { insertSession } from '@server/repositories/accounts/session-repository';
import { insertUser } from '@server/repositories/accounts/user-repository';
import type { Environment } from '@server/services/environment';
import { createCounty, writeAsCounty } from '@server/services/org-tree/county-office';
import { hashPassword } from '@server/services/sessions/passwords';
import { digestOfSecret } from '@server/services/sessions/secrets';
import { sessionEnd } from '@server/services/sessions/session-life';
import { collectionNames } from '@shared/domain/collections';
import type { PushedEdit } from '@shared/sync/messages';
import { crowdOf, tenThousand } from './ten-thousand';

/** Everything here is invented and lives as long as the bench. */
export const password = '山高-水长-2026';
export const organizerName = 'bench';
/** Of the computers that sync for the first time in a browser. */
export const enrolmentCodes = Array.from({ length: 12 }, (_, i) => `BENCH${String(i).padStart(5, '2')}`);
export const crowdToken = (index: number): string => `session-of-crowd-device-${index}`;
/** Of a device of the county organizer, for whoever speaks the protocol without a browser. */
export const organizerToken = 'session-of-the-organizer-s-device';

export async function fillCounty(environment: Environment): Promise<void> {
  const register = tenThousand();
  const [root, ...places] = register.orgUnits;
  if (root === undefined) throw new Error('the county has no places');
  await createCounty(environment, {
    id: root.id,
    name: root.name,
    orgUnits: places.map((place) => ({ ...place, parentId: place.parentId ?? root.id })),
  });
  const edits = collectionNames
    .filter((collection) => collection !== 'orgUnits')
    .flatMap((collection) =>
      register[collection].map((document) => creationOf(environment, collection, document)),
    );
  const { answers } = await writeAsCounty(environment, root.id, edits);
  const refused = answers.find(({ outcome }) => outcome !== 'accepted');
  if (refused !== undefined) throw new Error(`a document was not taken: ${JSON.stringify(refused)}`);
  await addPeople(environment, root.id);
}

function creationOf(
  { newId, now }: Environment,
  collection: PushedEdit['collection'],
  document: { readonly id: string; readonly pending: unknown; readonly isPending: unknown },
): PushedEdit {
  const { pending: _pending, isPending: _isPending, ...content } = document;
  const about = { by: '县级', device: '县级', batchId: null, note: null };
  const edit = { editId: newId(), op: 'create' as const, at: now(), changes: {}, ...about };
  return { collection, documentId: document.id, edit, content };
}

async function addPeople(environment: Environment, countyId: string): Promise<void> {
  const { database, now, newId } = environment;
  const passwordHash = await hashPassword(password);
  const add = async (userName: string, role: 'clerk' | 'organizer', orgUnitId: string, token: string) => {
    const account = { userName, name: userName, role, orgUnitId, passwordHash, mustChangePassword: false };
    const [userId, deviceId] = [newId(), newId()];
    await insertUser(database, countyId, { id: userId, ...account }, now());
    const tokenDigest = digestOfSecret(`device ${token}`);
    await insertDevice(database, { countyId, id: deviceId, name: userName, orgUnitId, tokenDigest }, now());
    await insertSession(database, {
      countyId,
      tokenDigest: digestOfSecret(token),
      userId,
      deviceId,
      createdAt: now(),
      expiresAt: sessionEnd(now()),
    });
    return userId;
  };
  const createdBy = await add(organizerName, 'organizer', countyId, organizerToken);
  for (const [i, { townshipId }] of crowdOf(tenThousand()).entries())
    await add(`crowd-${i}`, 'clerk', townshipId, crowdToken(i));
  const expiresAt = new Date(Date.parse(now()) + 24 * 3_600_000).toISOString();
  for (const code of enrolmentCodes) {
    const order = { id: newId(), codeDigest: digestOfSecret(code), orgUnitId: countyId, note: '' };
    await insertCode(database, countyId, { ...order, createdAt: now(), createdBy, expiresAt });
  }
}
