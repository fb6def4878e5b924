/** What happens at the county, beside what devices ask of it. */
import { purgeDeleted } from '@server/repositories/purge';
import { keyOf } from '../model/model-document';
import type { Step } from '../plan/steps';
import { type CountyCopy, copyCounty, putBack } from './county-copy';
import type { Device } from './device';
import { places } from './places';
import type { World } from './world';

export interface Backup {
  readonly copy: CountyCopy;
  readonly model: ReturnType<World['model']['snapshot']>;
  readonly placesOfUsers: ReadonlyMap<string, string>;
  readonly draining: ReadonlySet<string>;
}

/** @returns false for a step that does not concern the county */
export async function happenAtCounty(world: World, step: Step, device: Device): Promise<boolean> {
  switch (step.name) {
    case 'crashServerBeforeCommit':
      world.county.dieNext('before');
      return true;
    case 'crashServerAfterCommit':
      world.county.dieNext('after');
      return true;
    case 'jamRecord':
      jam(world, step);
      return true;
    case 'moveClerk':
      await moveClerk(world, device, step);
      return true;
    case 'drainDevice':
      await drain(world, device, step);
      return true;
    case 'backUpServer':
      await backUp(world);
      return true;
    case 'restoreServer':
      await restore(world);
      return true;
    case 'purge':
      await purge(world);
      return true;
    default:
      return false;
  }
}

/** One of the records everybody works on, known to the county. */
function jam(world: World, { a }: Step): void {
  const known = [...world.model.documents.values()].filter(({ collection }) => collection === 'units');
  const oldest = known.map(({ id }) => id).sort();
  world.jammed = oldest[a % Math.min(6, oldest.length)] ?? null;
  world.county.jam(world.jammed);
}

async function moveClerk(world: World, { person }: Device, { b }: Step): Promise<void> {
  const to = places[b % places.length]?.id;
  if (person.role !== 'clerk' || to === undefined) return;
  await world.county.ask('PATCH', `/administration/users/${person.id}`, { orgUnitId: to });
  world.placesOfUsers.set(person.id, to);
}

/** At most one device in a simulation, and never the organizer's: somebody has to be left. */
async function drain(world: World, device: Device, { b }: Step): Promise<void> {
  if (world.draining.size > 0 || device === world.devices[0] || b % 2 === 0) return;
  const id = device.remembered()?.me?.device.id;
  if (id === undefined) return;
  await world.county.ask('POST', `/administration/devices/${id}/revoke`, { to: 'draining' });
  world.draining.add(device.name);
}

async function backUp(world: World): Promise<void> {
  world.catchUp();
  world.backup = {
    copy: await copyCounty(world.database, world.countyId),
    model: world.model.snapshot(),
    placesOfUsers: new Map(world.placesOfUsers),
    draining: new Set(world.draining),
  };
}

async function restore(world: World): Promise<void> {
  const { backup } = world;
  if (!backup) return;
  world.catchUp();
  world.ledger.forgiveAnswersOf(world.model);
  world.restores += 1;
  const epoch = `${world.countyId}-epoch-${world.restores}`;
  const seq = await putBack(world.database, world.countyId, backup.copy, epoch, world.instant());
  world.model.restore(backup.model, seq);
  world.placesOfUsers = new Map(backup.placesOfUsers);
  world.draining = new Set(backup.draining);
}

/** HORIZON-1, as if the 400 days had passed for everything deleted more than two minutes ago. */
async function purge(world: World): Promise<void> {
  world.catchUp();
  const before = new Date(world.time.now() - 2 * 60_000).toISOString();
  await purgeDeleted(world.database, world.countyId, before);
  const left = await world.database.query<{ collection: string; id: string }>(
    'select collection, id from documents where county_id = $1',
    [world.countyId],
  );
  const keys = new Set(left.map(({ collection, id }) => keyOf(collection, id)));
  const gone = [...world.model.documents].filter(([key]) => !keys.has(key));
  for (const [key, { collection, fields }] of gone)
    if (fields['deletedAt'] === null || collection === 'orgUnits')
      world.problems.push(`HORIZON-1: ${key} was purged and is not deleted`);
  world.model.purge(gone.map(([key]) => key));
}
