/** Files carried between a device whose cable is out and the county. */

import type { Report, TakenPackage } from '@renderer/sync/status/sync-status';
import { refusalMessage } from '@shared/sync/messages';
import {
  type ImportedPackage,
  importedPackage,
  type SeedRequest,
  seedReply,
} from '@shared/sync/package-messages';
import type { TestCounty } from '../../support/county/test-county';
import type { TestPlace } from '../../support/county/test-places';
import type { TestUserName } from '../../support/county/test-users';
import { type Device, injectTransport, join, openDevice, round } from '../device/device';

/** A device that can be unplugged. */
export interface CarriedDevice extends Device {
  readonly cable: { isOut: boolean };
}

export async function openUnplugged(county: TestCounty): Promise<CarriedDevice> {
  const line = injectTransport(county);
  const cable = { isOut: true };
  const device = await openDevice(county, {
    ...line,
    send: (request, signal) =>
      cable.isOut ? Promise.reject(new Error('the cable is out')) : line.send(request, signal),
  });
  return { ...device, cable };
}

/** Enrolled, read once over the network, and unplugged since. */
export async function joinedThenUnplugged(
  county: TestCounty,
  place: TestPlace = 'township',
  user: TestUserName = 'clerk',
): Promise<CarriedDevice> {
  const device = await openUnplugged(county);
  device.cable.isOut = false;
  await join(county, device, place, user);
  await round(device);
  device.cable.isOut = true;
  return device;
}

export async function exportReport({ engine }: Device): Promise<Report> {
  const made = await engine.actions.exportReport();
  if (!made.ok) throw new Error(made.problem.text);
  await engine.actions.noteExported(made.report);
  return made.report;
}

/** @returns what the county says, or the code of the problem */
export async function importAt(
  county: TestCounty,
  bytes: Uint8Array,
  as: TestUserName = 'organizer',
): Promise<ImportedPackage | string> {
  const file = Buffer.from(bytes).toString('base64');
  const { status, body } = await county.ask(as, 'POST', '/administration/packages/import', { file });
  return status === 200 ? importedPackage.parse(body) : refusalMessage.parse(body).problem.code;
}

export async function mustImport(county: TestCounty, { bytes }: Report): Promise<ImportedPackage> {
  const imported = await importAt(county, bytes);
  if (typeof imported === 'string') throw new Error(imported);
  return imported;
}

export const bytesOf = ({ file }: { readonly file: string }): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(file, 'base64'));

/** @returns what came of it, or the code of the problem */
export async function takeAt(
  { engine }: Device,
  bytes: Uint8Array,
  code: string | null = null,
): Promise<TakenPackage | string> {
  const result = await engine.actions.takePackage(bytes, code);
  return result.ok ? result.taken : result.problem.code;
}

/** One trip to the county and back. */
export async function trip(county: TestCounty, device: Device): Promise<TakenPackage | string> {
  const imported = await mustImport(county, await exportReport(device));
  return takeAt(device, bytesOf(imported.receipt));
}

export async function seedFor(county: TestCounty, request: SeedRequest, as: TestUserName = 'administrator') {
  const { status, body } = await county.ask(as, 'POST', '/administration/packages/seed', request);
  if (status !== 200) throw new Error(refusalMessage.parse(body).problem.code);
  const { code, ...file } = seedReply.parse(body);
  return { code, bytes: bytesOf(file), fileName: file.fileName };
}

/** Everything a package could change on a device. */
export const stateOf = ({ register, engine }: Device): string =>
  JSON.stringify([
    register.county.memory.get(),
    engine.status.get().unsentCount,
    register.county.collections.map((name) => register.table(name).allIncludingDeleted()),
  ]);
