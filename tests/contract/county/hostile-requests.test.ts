/** What a broken, outdated or hostile program may send: it is told so, and nothing else happens. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { pushReply, refusalMessage } from '@shared/sync/messages';
import { apiPrefix, editsPerPush, modelVersion, protocolVersion } from '@shared/sync/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { propertyRuns } from '../../support/property-runs';
import { creation, newId, unitAt } from './small-county';

const versions = `protocol=${protocolVersion}&model=${modelVersion}`;

describe('hostile requests', () => {
  let county: TestCounty;
  let epoch = '';
  beforeAll(async () => {
    county = await startTestCounty();
    const [row] = await county.environment.database.query<{ epoch: string }>('select epoch from epochs');
    epoch = row?.epoch ?? '';
  });
  afterAll(() => county.close());

  const requestOf = (edits: readonly object[], more: object = {}) => ({
    protocol: protocolVersion,
    model: modelVersion,
    epoch,
    sentAt: '2026-03-02T00:59:00.000Z',
    pulledThrough: 0,
    edits,
    ...more,
  });
  const newUnit = () => creation('units', unitAt(placeIds.township, newId()));
  const send = (path: string, body: Buffer, headers: Record<string, string>) =>
    fetch(`${county.url}${apiPrefix}${path}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        authorization: `Bearer ${county.users.clerk.sessionToken}`,
        'content-type': 'application/json',
        ...headers,
      },
    });

  it('takes gzip and br, but no more than the limit once unpacked', async () => {
    const text = JSON.stringify(requestOf([newUnit()]));
    const gzip = { 'content-encoding': 'gzip' };
    expect((await send('/push', gzipSync(text), gzip)).status).toBe(200);
    expect((await send('/push', brotliCompressSync(text), { 'content-encoding': 'br' })).status).toBe(200);
    const bomb = gzipSync(`${text.slice(0, -1)},"filler":"${'0'.repeat(64 * 1024 * 1024)}"}`);
    expect(bomb.length).toBeLessThan(100_000);
    const refused = await send('/push', bomb, gzip);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ problem: { code: 'sync.tooLarge' } });
    for (const [body, encoding] of [
      [Buffer.from(text), 'gzip'],
      [gzipSync(text).subarray(0, 60), 'gzip'],
      [Buffer.from(text), 'nonsense'],
    ] as const) {
      const { status } = await send('/push', body, { 'content-encoding': encoding });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });

  it('takes no more than 200 edits and 8 MB at once', async () => {
    const many = Array.from({ length: editsPerPush + 1 }, () => newUnit());
    expect(await county.ask('clerk', 'POST', '/push', requestOf(many))).toMatchObject({
      status: 400,
      body: { problem: { code: 'sync.malformed' } },
    });
    const large = requestOf([newUnit()], { filler: '0'.repeat(9 * 1024 * 1024) });
    expect(await county.ask('clerk', 'POST', '/push', large)).toMatchObject({
      status: 413,
      body: { problem: { code: 'sync.tooLarge' } },
    });
  });

  it('answers whatever it is sent with a problem, never with a failure', async () => {
    const anything = fc.oneof(fc.jsonValue(), fc.constant(requestOf([newUnit()])));
    const edit = fc.record({
      collection: fc.oneof(fc.constantFrom('units', 'orgUnits', 'conflicts', 'settings'), fc.string()),
      documentId: fc.string({ unit: 'binary', maxLength: 44 }),
      edit: fc.record({
        editId: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
        op: fc.constantFrom('create', 'change'),
        at: fc.constantFrom('2026-03-02T00:59:00.000Z', '9999-99-99T99:99:99Z'),
        by: fc.string({ unit: 'binary', minLength: 1 }),
        device: fc.string({ minLength: 1 }),
        changes: fc.dictionary(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom(
              'name',
              'parentId',
              'orgUnitId',
              'edit.changes.a.to',
              'history.0.changes.a.to',
              'contact',
            ),
          ),
          fc.record({ from: fc.jsonValue(), to: fc.jsonValue() }, { requiredKeys: [] }),
          { maxKeys: 4 },
        ),
        batchId: fc.constant(null),
        note: fc.constant(null),
      }),
      content: fc.oneof(
        fc.constant(null),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constant(unitAt(placeIds.township)),
      ),
    });
    const request = fc.oneof(
      anything,
      fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => requestOf(edits)),
    );
    await fc.assert(
      fc.asyncProperty(request, async (body) => {
        const text = JSON.stringify(body);
        const reply = await send('/push', Buffer.from(text), {});
        expect(reply.status, text).toBeLessThan(500);
        if (reply.status === 200) pushReply.parse(await reply.json());
        else refusalMessage.parse(await reply.json());
      }),
      propertyRuns(150),
    );
  });

  it('answers hostile addresses with a problem', async () => {
    const paths = [
      '/documents/units/%00/history',
      '/documents/units/..%2f..%2fpeople/history',
      `/documents/people/${encodeURIComponent("' or 1=1 --")}/history`,
      '/documents/nothing/x/history',
      `/changes?${versions}&since=-1&limit=5`,
      `/changes?${versions}&since=0&limit=100000`,
      `/changes?${versions}&since=0&limit=5&scope=${'x'.repeat(300)}`,
      `/changes?${versions}&epoch=%00&since=0&limit=5`,
      `/changes?${versions}&since=99999999999999999999&limit=5`,
    ];
    for (const path of paths) {
      const { status, body } = await county.ask('clerk', 'GET', path);
      expect([path, status < 500]).toEqual([path, true]);
      if (status !== 200) refusalMessage.parse(body);
    }
  });
});
