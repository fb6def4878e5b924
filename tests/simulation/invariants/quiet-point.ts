/** A quiet point: faults off, everybody syncs until nothing moves, and everything is compared. */
import { isDeepStrictEqual } from 'node:util';
import { verifyCounty } from '@server/services/verify/verify-county';
import { pushReply } from '@shared/sync/messages';
import type { Device } from '../world/device';
import { countyPlace, places } from '../world/places';
import type { World } from '../world/world';
import { compareWithModel } from './compare-with-model';
import { compareDevice, unrest, waitingBeside } from './convergence';
import { compareFigures } from './counters';
import { type CountyState, readCounty } from './county-state';

/** Invariant 6: rounds of every device until the county is quiet, at most. */
const roundsAllowed = 8;
/** A document the county could not take is left alone for ten minutes, and a hanging request for one and a half. */
const betweenRoundsMs = 4 * 60_000;

export async function bringToRest(world: World): Promise<void> {
  for (const device of world.devices) {
    device.line.heal();
    device.disk.heal();
    device.startIfDown();
  }
  world.county.heal();
  // Nobody is asked to do anything in her sleep.
  await world.time.run(Math.max(...world.devices.map(({ asleepUntilMs }) => asleepUntilMs)));
  await bringToRestBesideJam(world);
  let restless: string[] = [];
  for (let round = 0; round < roundsAllowed; round++) {
    await everybody(world);
    const county = await readCounty(world.database, world.countyId);
    restless = world.devices.flatMap((device) => unrest(device, county));
    if (restless.length === 0) return compareAll(world, county);
    await world.time.run(world.time.now() + betweenRoundsMs);
  }
  world.problems.push(...restless.map((one) => `liveness: ${one}`));
}

/** PUSH-4: while the county cannot digest one document, everything else reaches it. */
async function bringToRestBesideJam(world: World): Promise<void> {
  const { jammed } = world;
  if (jammed === null) return;
  let delayed: string[] = [];
  for (let round = 0; round < roundsAllowed; round++) {
    await everybody(world);
    delayed = world.devices.flatMap((device) => waitingBeside(device, jammed));
    if (delayed.length === 0) break;
    await world.time.run(world.time.now() + betweenRoundsMs);
  }
  world.problems.push(...delayed.map((one) => `PUSH-4: ${one} waits though only ${jammed} is in the way`));
  world.jammed = null;
  world.county.jam(null);
}

async function everybody(world: World): Promise<void> {
  await world.finish(Promise.all(world.devices.map((device) => oneRound(device))));
  world.catchUp();
}

async function oneRound(device: Device): Promise<void> {
  const { running } = device;
  if (!running) return;
  const { link, removal } = running.engine.status.get();
  if (link === 'loggedOut') await device.logIn();
  if (removal) await device.answerRemoval();
  if (device.remembered()?.joining) await device.confirmPlaces();
  await running.engine.round();
}

async function compareAll(world: World, county: CountyState): Promise<void> {
  const { devices, model, problems } = world;
  problems.push(...compareWithModel(county, model));
  for (const device of devices) problems.push(...compareDevice(device, county, model, world.homeOf(device)));
  for (const device of devices) world.ledger.note(device);
  problems.push(...world.ledger.check(county, model, devices));
  problems.push(...(await compareFigures(world)));
  const verified = await verifyCounty(world.database, world.countyId);
  // The county begins with its places; no edit made them.
  const begun = new Set<unknown>([countyPlace, ...places].map(({ id }) => id));
  const found = verified.problems.filter(({ details }) => !begun.has(details['id']));
  problems.push(...found.map(({ text }) => `HIST-2: ${text}`));
  await replay(world, county);
}

/** Invariant 9: requests of this epoch, sent once more, get the same answers and change nothing. */
async function replay(world: World, before: CountyState): Promise<void> {
  const known = world.wire.all.filter(({ epoch }) => epoch === before.epoch);
  const random = world.chance();
  const chosen = known.length === 0 ? [] : Array.from({ length: 3 }, () => random.pick(known));
  for (const { request, push } of chosen) {
    const { reply } = await world.county.answer(request);
    if (reply?.status !== 200) continue;
    world.problems.push(...world.model.take(push, pushReply.parse(JSON.parse(reply.text)).answers));
  }
  const after = await readCounty(world.database, world.countyId);
  if (!isDeepStrictEqual(after, before))
    world.problems.push('PUSH-2: a request sent again changed something');
}
