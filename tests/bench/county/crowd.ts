/** A hundred devices whose network comes back at the same moment. */
import type { PulledItem } from '@shared/sync/messages';
import { documentsPerPage } from '@shared/sync/protocol';
import { WireDevice } from '../../support/county/wire-device';
import { appendTo } from './edits';
import { crowdToken } from './fill-county';
import type { PlainCounty } from './plain-county';
import { type CrowdDevice, crowdOf, tenThousand } from './ten-thousand';

interface Returning {
  readonly device: WireDevice;
  readonly about: CrowdDevice;
}

/** The devices as they were when the network went: they hold all their places have. */
export async function gatherCrowd(url: string): Promise<Returning[]> {
  const first = new Map<string, WireDevice>();
  const crowd: Returning[] = [];
  for (const [i, about] of crowdOf(tenThousand()).entries()) {
    const known = first.get(about.townshipId);
    const device = known ? WireDevice.beside(known, crowdToken(i)) : new WireDevice(url, crowdToken(i));
    if (!known) await device.pull();
    first.set(about.townshipId, known ?? device);
    crowd.push({ device, about });
  }
  return crowd;
}

export interface CrowdReport {
  /** Until the last device and the county had found that they hold the same. */
  readonly ms: number;
  /** The same rows written and read by plain SQL, one device after another. */
  readonly plainMs: number;
  /** How long each device took. */
  readonly deviceMs: readonly number[];
  /** Requests that were answered "come back later". */
  readonly waits: number;
  /** The documents as they are now. */
  readonly documents: ReadonlyMap<string, PulledItem>;
}

/**
 * All send what they have, read what is new and compare, until all agree.
 * @param documents the county's, to base the edits on
 * @throws when a request fails or an edit is not accepted
 */
export async function returnAll(
  crowd: readonly Returning[],
  documents: ReadonlyMap<string, PulledItem>,
  plain: PlainCounty,
  since: number,
): Promise<CrowdReport> {
  const work = crowd.map(({ device, about }) => {
    const edits = about.activityIds.map((id) => appendTo('topic', found(documents, id), '（已补记）'));
    return { device, edits };
  });
  const startedAt = performance.now();
  const told = await Promise.all(
    work.map(async ({ device, edits }) => {
      const { documents: written } = await device.push(edits);
      do await device.pull();
      while (!(await device.agrees()));
      return { written, ms: performance.now() - startedAt };
    }),
  );
  const ms = performance.now() - startedAt;
  const plainStart = performance.now();
  for (const [i, { edits }] of work.entries()) await plain.write(edits, told[i]?.written ?? []);
  for (const { about } of crowd) await plain.read([...placesOf(documents, about)], since, documentsPerPage);
  const deviceMs = told.map((one) => one.ms);
  const waits = crowd.reduce((sum, { device }) => sum + device.waits, 0);
  const now = new Map(documents);
  for (const { written } of told) for (const item of written) now.set(item.id, item);
  return { ms, plainMs: performance.now() - plainStart, deviceMs, waits, documents: now };
}

/** A township and what lies in it. */
function placesOf(documents: ReadonlyMap<string, PulledItem>, { townshipId }: CrowdDevice): Set<string> {
  const places = [...documents.values()].filter(({ collection }) => collection === 'orgUnits');
  const within = new Set([townshipId]);
  for (const _ of places)
    for (const { id, document } of places) if (within.has(String(document?.['parentId']))) within.add(id);
  return within;
}

function found(documents: ReadonlyMap<string, PulledItem>, id: string): PulledItem {
  const item = documents.get(id);
  if (item === undefined) throw new Error(`the county has no ${id}`);
  return item;
}
