/** What is on its way to the county while somebody takes the right to send it away. */
import { once } from 'node:events';
import { request } from 'node:http';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import { expect, it, onTestFinished } from 'vitest';
import { createClock } from '../../support/county/clock';
import { problemCodeOf } from '../../support/county/problem-code';
import { startTestCounty, type TestCounty, type TestCountyOptions } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { creation, newId, unitAt } from '../county/small-county';

async function startCounty(options: TestCountyOptions): Promise<TestCounty> {
  const county = await startTestCounty(options);
  onTestFinished(() => county.close());
  return county;
}

async function pushOf({ environment: { database } }: TestCounty) {
  const [row] = await database.query<{ epoch: string }>('select epoch from epochs');
  return {
    protocol: protocolVersion,
    model: modelVersion,
    epoch: row?.epoch ?? '',
    sentAt: '2026-03-02T00:59:00.000Z',
    pulledThrough: 0,
    edits: [creation('units', unitAt(placeIds.township, newId()))],
  };
}

const countUnits = async ({ environment: { database } }: TestCounty): Promise<number> =>
  (await database.query(`select id from documents where collection = 'units'`)).length;

it.each(['draining', 'wiped'] as const)(
  '[DEVICE-2] a push that meets the revocation of its device (%s) is not taken and told nothing',
  async (state) => {
    const county = await startCounty({ kind: 'postgres' });
    const { database } = county.environment;
    const body = await pushOf(county);
    const { deviceId } = county.users.clerk;
    const pushed = await database.transaction(async (tx) => {
      await tx.query('update devices set state = $2 where device_id = $1', [deviceId, state]);
      const pushing = county.ask('clerk', 'POST', '/push', body);
      const waiting = () =>
        database.query(
          `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
      await expect.poll(waiting, { timeout: 20_000 }).toHaveLength(1);
      return [pushing] as const;
    });
    const answer = await pushed[0];
    const code = state === 'wiped' ? 'account.deviceWiped' : 'account.deviceDraining';
    expect([answer.status, problemCodeOf(answer)]).toEqual([403, code]);
    expect(await countUnits(county)).toBe(0);
    if (state === 'wiped') return;
    const again = await county.ask('clerk', 'POST', '/push', body);
    expect(again.body).toMatchObject({ answers: [{ outcome: 'held' }], documents: [] });
  },
);

it('who is closed while she sends slowly is nobody when all of it is there', async () => {
  const clock = createClock();
  const county = await startCounty({ nowMs: clock.now });
  const text = JSON.stringify(await pushOf(county));
  const call = request(`${county.url}/api/v1/push`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${county.users.clerk.sessionToken}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    },
  });
  const arrived = once(county.app.server, 'request');
  call.write(text.slice(0, 10));
  await arrived;
  // Asks the database after the other has asked who she is.
  expect((await county.ask('clerk', 'GET', '/me')).status).toBe(200);
  const { id } = county.users.clerk.user;
  await county.ask('administrator', 'PATCH', `/administration/users/${id}`, { isActive: false });
  clock.forward({ minutes: 1 });
  const answered = once(call, 'response');
  call.end(text.slice(10));
  const [response] = await answered;
  response.resume();
  expect(response.statusCode).toBe(401);
  expect(await countUnits(county)).toBe(0);
});
