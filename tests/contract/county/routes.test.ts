import { request as httpRequest } from 'node:http';
import { historyReply, settleHeldReply } from '@shared/sync/county-messages';
import { pingMessage, pullReply, pushReply, refusalMessage } from '@shared/sync/messages';
import { apiPrefix, modelVersion, protocolVersion } from '@shared/sync/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import type { TestUserName } from '../../support/county/test-users';
import { creation, newId, unitAt } from './small-county';

const versions = `protocol=${protocolVersion}&model=${modelVersion}`;
const ids = { clerk: placeIds.township, otherClerk: placeIds.otherTownship } as const;

describe('sync over HTTP', () => {
  let county: TestCounty;
  let epoch = '';
  beforeAll(async () => {
    county = await startTestCounty();
    epoch =
      (await county.environment.database.query<{ epoch: string }>('select epoch from epochs'))[0]?.epoch ??
      '';
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
  const newUnit = (as: keyof typeof ids, id = newId()) => creation('units', unitAt(ids[as], id));
  const pushUnit = async (as: keyof typeof ids): Promise<string> => {
    const edit = newUnit(as);
    expect(await county.ask(as, 'POST', '/push', requestOf([edit]))).toMatchObject({ status: 200 });
    return edit.documentId;
  };
  const scopeOf = async (as: TestUserName): Promise<string> => {
    const { body } = await county.ask(as, 'GET', `/changes?${versions}&since=0&limit=10`);
    const reply = pullReply.parse(body);
    return reply.kind === 'reset' ? reply.checkpoint.scope : '';
  };
  it('[PUSH-3] [PULL-6] pushes and pulls messages of the contract', async () => {
    const edit = newUnit('clerk');
    const pushed = await county.ask('clerk', 'POST', '/push', requestOf([edit]));
    expect(pushReply.parse(pushed.body).answers).toMatchObject([{ outcome: 'accepted' }]);
    const scope = await scopeOf('clerk');
    const page = await county.ask(
      'clerk',
      'GET',
      `/changes?${versions}&epoch=${epoch}&scope=${scope}&since=0&limit=500`,
    );
    expect(page.headers['content-type']).toBe('application/json; charset=utf-8');
    const reply = pullReply.parse(page.body);
    expect(reply.kind === 'page' && reply.items.some(({ id }) => id === edit.documentId)).toBe(true);
  });

  it('asks for a session everywhere', async () => {
    const routes = [
      ['POST', '/push', requestOf([newUnit('clerk')])],
      ['GET', `/changes?${versions}&since=0&limit=1`],
      ['GET', '/agreement'],
      ['GET', '/agreement/units'],
      ['POST', '/documents/fetch', { collection: 'units', ids: ['x'] }],
      ['GET', '/documents/units/x/history'],
      ['GET', '/stream'],
      ['GET', '/held'],
      ['POST', '/held', { action: 'accept', editIds: ['x'] }],
    ] as const;
    for (const [method, path, body] of routes)
      for (const as of [null, { token: 'no-such-session' }]) {
        const { status, body: refusal } = await county.ask(as, method, path, body);
        expect([path, status]).toEqual([path, 401]);
        refusalMessage.parse(refusal);
      }
  });

  it('[SCOPE-8] gives another township nothing of a document, on any route', async () => {
    const id = await pushUnit('otherClerk');
    const asked = [
      await county.ask('clerk', 'POST', '/documents/fetch', { collection: 'units', ids: [id] }),
      await county.ask('clerk', 'GET', `/documents/units/${id}/history`),
      await county.ask('clerk', 'GET', '/agreement/units'),
      await county.ask('clerk', 'POST', '/push', requestOf([newUnit('clerk', id)])),
    ];
    expect(asked.map(({ status }) => status)).toEqual([200, 404, 200, 200]);
    for (const { text } of asked) expect(text).not.toContain(`单位${id}`);
    expect(asked[2]?.text).not.toContain(id);
    const own = await county.ask('otherClerk', 'GET', `/documents/units/${id}/history`);
    expect(historyReply.parse(own.body).edits).toMatchObject([{ outcome: 'accepted', sentBy: '岳小岭' }]);
  });

  it('[AGREE-1] [AGREE-3] agrees, lists and fetches', async () => {
    const id = await pushUnit('clerk');
    const { body } = await county.ask('clerk', 'GET', '/agreement');
    expect(body).toMatchObject({ epoch, scope: await scopeOf('clerk') });
    const { text } = await county.ask('clerk', 'GET', '/agreement/units');
    expect(text).toContain(`"${id}"`);
    const fetched = await county.ask('clerk', 'POST', '/documents/fetch', { collection: 'units', ids: [id] });
    expect(fetched.body).toMatchObject({ items: [{ id, document: { name: `单位${id}` } }] });
    expect(await county.ask('clerk', 'GET', '/agreement/secrets')).toMatchObject({ status: 400 });
  });

  it('[EPOCH-1] [SKEW-1] answers an old epoch with 409 and an old program with 426', async () => {
    const edits = [newUnit('clerk')];
    expect(await county.ask('clerk', 'POST', '/push', requestOf(edits, { epoch: 'old' }))).toMatchObject({
      status: 409,
      body: { problem: { code: 'sync.epochChanged' } },
    });
    expect(await county.ask('clerk', 'POST', '/push', requestOf(edits, { protocol: -5 }))).toMatchObject({
      status: 426,
      body: { problem: { code: 'sync.updateNeeded' } },
    });
    expect(await county.ask('clerk', 'GET', '/changes?protocol=1&model=99&since=0&limit=1')).toMatchObject({
      status: 426,
    });
  });

  it('[DEVICE-2] lets a drained device deliver and nothing else, and an organizer settle it', async () => {
    const { deviceToken, deviceId } = await county.enrol('township', '旧电脑');
    const { sessionToken: token } = await county.logIn(deviceToken, 'clerk');
    await county.ask('administrator', 'POST', `/administration/devices/${deviceId}/revoke`, {
      to: 'draining',
    });
    await county.environment.database.query(`update devices set state = 'draining' where device_id = $1`, [
      deviceId,
    ]);
    const edit = newUnit('clerk');
    const held = await county.ask({ token }, 'POST', '/push', requestOf([edit]));
    expect(held).toMatchObject({ status: 200, body: { answers: [{ outcome: 'held' }], documents: [] } });
    for (const path of [`/changes?${versions}&since=0&limit=1`, '/agreement', '/stream'])
      expect(await county.ask({ token }, 'GET', path)).toMatchObject({ status: 403 });
    for (const as of ['clerk', 'lead', 'auditor', 'administrator'] as const)
      expect(await county.ask(as, 'GET', '/held')).toMatchObject({ status: 403 });
    expect(await county.ask('organizer', 'GET', '/held')).toMatchObject({
      body: { items: [{ editId: edit.edit.editId, deviceName: '旧电脑' }] },
    });
    const settled = await county.ask('organizer', 'POST', '/held', {
      action: 'accept',
      editIds: [edit.edit.editId],
    });
    expect(settleHeldReply.parse(settled.body)).toMatchObject({ settled: [edit.edit.editId] });
  });

  /** Reads the stream until it has said what is waited for, or ends. */
  function listen(
    until: (heard: string) => boolean,
  ): Promise<{ heard: string; contentType: string | undefined }> {
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${county.users.clerk.sessionToken}`,
        'accept-encoding': 'gzip, br',
      };
      const request = httpRequest(`${county.url}${apiPrefix}/stream`, { headers }, (reply) => {
        let heard = '';
        const done = () => {
          resolve({ heard, contentType: reply.headers['content-type'] });
          request.destroy();
        };
        reply.setEncoding('utf8').on('data', (text: string) => {
          heard += text;
          if (until(heard)) done();
        });
        reply.on('end', done);
      });
      request.on('error', reject).end();
    });
  }

  it('[STREAM-1] sends pings as they come, uncompressed', async () => {
    const events = (heard: string) => heard.split('\n\n').filter((line) => line.startsWith('data: '));
    const listening = listen((heard) => events(heard).length > 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await pushUnit('clerk');
    const { heard, contentType } = await listening;
    expect(contentType).toBe('text/event-stream; charset=utf-8');
    const [first, second] = events(heard).map((line) => pingMessage.parse(JSON.parse(line.slice(6))));
    expect(second?.through).toBe((first?.through ?? 0) + 1);
  });

  it('[STREAM-1] stops without waiting for devices that listen', async () => {
    const other = await startTestCounty({ beside: county });
    const heard = new Promise<string>((resolve, reject) => {
      const headers = { authorization: `Bearer ${county.users.clerk.sessionToken}` };
      httpRequest(`${other.url}${apiPrefix}/stream`, { headers }, (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (part: string) => {
          // The first ping is here: now the server stops.
          if (text === '') void other.app.close();
          text += part;
        });
        reply.on('end', () => resolve(text));
      })
        .on('error', reject)
        .end();
    });
    expect(await heard).toContain('data: ');
  });
});
