/** The exchange between a county and its devices, on both databases: first sync, push, pages, a crowd, memory. */
import type { PulledItem, PushedEdit } from '@shared/sync/messages';
import { editsPerPush } from '@shared/sync/protocol';
import { WireDevice } from '../support/county/wire-device';
import type { Bench, BenchResult } from './bench-result';
import { type BenchCounty, fill, type Places, serve } from './county/bench-county';
import { onBothDatabases, result } from './county/both-databases';
import { type CrowdReport, gatherCrowd, returnAll } from './county/crowd';
import { appendTo } from './county/edits';
import { enrolmentCodes, organizerToken } from './county/fill-county';
import { firstSync, servePlainDocuments } from './county/first-sync';
import { PlainCounty } from './county/plain-county';
import { crowdSize, documentCount, editsPerDevice } from './county/ten-thousand';

const rounds = 3;
const pushedEdits = 2000;
const crowds = 4;

interface Pair {
  readonly ours: readonly number[];
  readonly limit: readonly number[];
}

/** Interleaved, each in a browser that never was there before. */
async function measureFirstSync(county: BenchCounty, items: readonly PulledItem[]): Promise<Pair> {
  const plain = await servePlainDocuments(items);
  const [ours, limit]: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i++) {
    ours.push(await firstSync(county.url, enrolmentCodes[i] ?? ''));
    limit.push(await plain.load());
  }
  await plain.stop();
  return { ours, limit };
}

/** The same edits again and again would change nothing: each round appends to what the one before wrote. */
async function measurePush(organizer: WireDevice, plain: PlainCounty, people: PulledItem[]): Promise<Pair> {
  const [ours, limit]: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i++) {
    let [pushed, written] = [0, 0];
    for (let start = 0; start < people.length; start += editsPerPush) {
      const edits = people
        .slice(start, start + editsPerPush)
        .map((person) => appendTo('remarks', person, '核'));
      const startedAt = performance.now();
      const { documents } = await organizer.push(edits);
      const pushedAt = performance.now();
      await plain.write(edits, documents);
      pushed += pushedAt - startedAt;
      written += performance.now() - pushedAt;
      people.splice(start, edits.length, ...inOrderOf(edits, documents));
    }
    ours.push(pushed);
    limit.push(written);
  }
  return { ours, limit };
}

function inOrderOf(edits: readonly PushedEdit[], documents: readonly PulledItem[]): PulledItem[] {
  const found = new Map(documents.map((item) => [item.id, item]));
  return edits.flatMap(({ documentId }) => found.get(documentId) ?? []);
}

interface CountyReport {
  readonly first: Pair;
  readonly push: Pair;
  readonly crowd: CrowdReport;
  readonly memory: Readonly<Record<'opened' | 'idle' | 'first' | 'crowd' | 'crowds', number>>;
}

async function measureCounty(places: Places): Promise<CountyReport> {
  const place = await places.fresh();
  await fill(place);
  const county = await serve(place);
  try {
    const idle = await county.quietMb();
    const organizer = new WireDevice(county.url, organizerToken);
    const items = await organizer.pull();
    const first = await measureFirstSync(county, items);
    const afterFirst = await county.quietMb();
    const crowd = await gatherCrowd(county.url);
    const plain = await PlainCounty.open(places, items);
    const people = items.filter(({ collection }) => collection === 'people').slice(0, pushedEdits);
    const push = await measurePush(organizer, plain, people);
    const documents = new Map(items.map((item) => [item.id, item]));
    const since = Math.max(...items.map(({ seq }) => seq));
    const back = await returnAll(crowd, documents, plain, since);
    const afterCrowd = await county.quietMb();
    // What the first crowd left behind, a leak would leave again each time.
    let now = back.documents;
    for (let i = 1; i < crowds; i++) now = (await returnAll(crowd, now, plain, since)).documents;
    await plain.close();
    const memory = {
      opened: county.openedMb,
      idle,
      first: afterFirst,
      crowd: afterCrowd,
      crowds: await county.quietMb(),
    };
    return { first, push, crowd: back, memory };
  } finally {
    await county.stop();
  }
}

function resultsOf(kind: string, { first, push, crowd, memory }: CountyReport): BenchResult[] {
  const opened = { what: 'the process with its database just opened', values: [memory.opened] };
  const rows = 'the same rows by plain set-based SQL';
  return [
    result(`first.${documentCount}.${kind}`, 'first sync of a whole county in Chromium', first.ours, {
      what: 'the same documents as lines of JSON, Dexie bulkPut by the thousand',
      values: first.limit,
      target: 3,
    }),
    result(`push.${pushedEdits}.${kind}`, `edits sent over HTTP, ${editsPerPush} at a time`, push.ours, {
      what: rows,
      values: push.limit,
      target: 2,
    }),
    result(
      `crowd.${crowdSize}.${kind}`,
      `devices with ${editsPerDevice} edits each come back at once, until all agree; ${crowd.waits} requests had to come again`,
      [crowd.ms],
      { what: `${rows}, one device after another`, values: [crowd.plainMs] },
    ),
    result(`crowd.device.${kind}`, 'one of those devices, until it agrees', crowd.deviceMs, null),
    result(`memory.idle.${kind}`, 'the server after its start', [memory.idle], opened),
    result(`memory.first.${kind}`, `after ${rounds} first syncs`, [memory.first], opened),
    result(`memory.crowd.${kind}`, `after the pushes and ${crowdSize} devices`, [memory.crowd], opened),
    result(`memory.crowds.${kind}`, `after ${crowds} crowds of them`, [memory.crowds], opened),
  ];
}

const run = () => onBothDatabases(async (places) => resultsOf(places.kind, await measureCounty(places)));

export const bench: Bench = { name: `Sync of ${documentCount} documents`, run };
