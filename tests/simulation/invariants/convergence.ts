/** Invariants 1, 5 and 6: every device holds what the county holds of its scope, and knows it. */
import { isDeepStrictEqual } from 'node:util';
import { collectionNames } from '@shared/domain/collections';
import { isSynced } from '@shared/sync/access';
import { maskDocument } from '@shared/sync/mask-document';
import type { Plain } from '../model/apply-rules';
import type { CountyModel } from '../model/county-model';
import { isVisible } from '../model/model-document';
import type { Device } from '../world/device';
import type { CountyState } from './county-state';

/** @returns what keeps the device from being quiet; empty when it is */
export function unrest(device: Device, county: CountyState): string[] {
  const { running, person } = device;
  const name = person.userName;
  if (!running) return [`${name} does not run`];
  const { link, unsentCount, unreadableCount, activity, removal, problem } = running.engine.status.get();
  if (link === 'wiped') return [];
  const why = problem ? ` (${problem.code})` : '';
  const reasons: string[] = [];
  if (link !== 'online') reasons.push(`${name} is ${link}${why}`);
  if (unsentCount > 0) reasons.push(`${name} has ${unsentCount} edits unsent${why}`);
  if (unreadableCount > 0) reasons.push(`${name} cannot read ${unreadableCount} documents`);
  if (activity !== 'idle') reasons.push(`${name} is ${activity}`);
  if (removal) reasons.push(`${name} is asked about ${removal.count} documents`);
  const { checkpoint, agreement } = device.remembered() ?? {};
  if (checkpoint?.epoch !== county.epoch || checkpoint.through !== county.seq)
    reasons.push(
      `${name} stands at ${checkpoint?.epoch} ${checkpoint?.through}, the county at ${county.epoch} ${county.seq}${why}`,
    );
  if (!agreement?.isAgreed || agreement.through !== county.seq)
    reasons.push(`${name} has not agreed with the county${why}`);
  return reasons;
}

/** What waits on a device though it has nothing to do with one document. */
export function waitingBeside(device: Device, documentId: string): string[] {
  const { running, person } = device;
  // Who types on after her device was wiped has nobody to send it to.
  if (!running || device.remembered()?.standing === 'wiped') return [];
  return collectionNames.flatMap((collection) =>
    running.register
      .table(collection)
      .allIncludingDeleted()
      .filter(({ id, isPending }) => isPending && id !== documentId)
      .map(({ id }) => `${collection}/${id} of ${person.userName}`),
  );
}

/** @param rootId where the person's scope begins */
export function compareDevice(
  device: Device,
  county: CountyState,
  model: CountyModel,
  rootId: string,
): string[] {
  const { running, person } = device;
  if (!running || device.remembered()?.standing === 'wiped') return [];
  const problems: string[] = [];
  const held = new Map<string, Plain>();
  for (const collection of collectionNames)
    for (const document of running.register.table(collection).allIncludingDeleted())
      if (isSynced(collection, { ...document }))
        held.set(`${collection}/${document.id}`, JSON.parse(JSON.stringify(document)) as Plain);
  for (const [key, { collection, orgUnitId, body }] of county.documents) {
    if (!isVisible(model.documents, rootId, collection, orgUnitId)) continue;
    const own = held.get(key);
    held.delete(key);
    if (!own) problems.push(`${person.userName} lacks ${key}`);
    else
      problems.push(
        ...differences(
          device.isOlder ? asPresent(own) : own,
          person.role === 'auditor' ? maskDocument(collection, body) : body,
        ).map((one) => `${person.userName} ${key} ${one}`),
      );
  }
  for (const key of held.keys())
    problems.push(`${person.userName} holds ${key}, which is not the county's or not in scope`);
  return problems;
}

/** SKEW-2: what an older program does not know lies in `ext`, whole. */
const asPresent = (own: Plain): Plain => ({ ...own, ...(own['ext'] as Plain), ext: {} });

function differences(own: Plain, county: Plain): string[] {
  const { pending: _pending, isPending: _isPending, ...shown } = own;
  const names = new Set([...Object.keys(shown), ...Object.keys(county)]);
  return [...names].flatMap((name) =>
    isDeepStrictEqual(shown[name], county[name])
      ? []
      : [`${name}: ${JSON.stringify(shown[name])}, at the county ${JSON.stringify(county[name])}`],
  );
}
