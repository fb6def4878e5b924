import { type DeviceMessage, deviceMessage, devicesReply } from '@shared/sync/account-messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../support/county/clock';
import { problemCodeOf } from '../../support/county/problem-code';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import type { TestUserName } from '../../support/county/test-users';
import { databaseKinds } from '../../support/databases/fresh-database';

describe.each(databaseKinds)('devices on %s', (kind) => {
  const clock = createClock();
  let county: TestCounty;
  beforeAll(async () => {
    county = await startTestCounty({ kind, nowMs: clock.now });
  });
  afterAll(() => county?.close());

  async function list(as: TestUserName | { token: string }): Promise<readonly DeviceMessage[]> {
    const answer = await county.ask(as, 'GET', '/administration/devices');
    expect(answer.status).toBe(200);
    return devicesReply.parse(answer.body).items;
  }
  /** Somebody logged in on a new device of the township. */
  async function newDevice() {
    const { deviceId, deviceToken } = await county.enrol('township', '要停用的电脑');
    const { sessionToken: token } = await county.logIn(deviceToken, 'clerk');
    return { deviceId, deviceToken, token };
  }
  const revoke = (as: TestUserName | { token: string }, deviceId: string, to: 'draining' | 'wiped') =>
    county.ask(as, 'POST', `/administration/devices/${deviceId}/revoke`, { to });

  it('[AGREE-2] tell what they hold and saw, and the county lists it', async () => {
    const report = { unsentCount: 7, agreedAt: '2026-03-02T08:00:00.000Z', pulledThrough: 5 };
    expect((await county.ask('clerk', 'PUT', '/devices/self', report)).status).toBe(200);
    clock.forward({ minutes: 5 });
    await county.ask('clerk', 'GET', '/me');
    const found = (await list('administrator')).find(({ id }) => id === county.users.clerk.deviceId);
    expect(found).toMatchObject({
      name: 'clerk的电脑',
      orgUnit: { name: '东溪镇' },
      state: 'active',
      lastUserName: '章小溪',
      lastSeenAt: new Date(clock.now()).toISOString(),
      unsentCount: 7,
      pulledThrough: 5,
      lastAgreedAt: '2026-03-02T08:00:00.000Z',
    });
  });

  it('keep the last agreement when a later report has none', async () => {
    const report = { unsentCount: 0, agreedAt: null, pulledThrough: null };
    await county.ask('clerk', 'PUT', '/devices/self', report);
    const found = (await list('administrator')).find(({ id }) => id === county.users.clerk.deviceId);
    expect(found).toMatchObject({
      unsentCount: 0,
      pulledThrough: 5,
      lastAgreedAt: '2026-03-02T08:00:00.000Z',
    });
  });

  it('are listed to an organizer only as far as her scope goes', async () => {
    const { deviceToken } = await county.enrol('township');
    const { sessionToken: token } = await county.logIn(deviceToken, 'organizer');
    const places = new Set((await list({ token })).map(({ orgUnit }) => orgUnit.id));
    expect([...places]).toEqual(['P-TOWN-1']);
    expect((await list('organizer')).length).toBeGreaterThan((await list({ token })).length);
  });

  it('[DEVICE-2] being drained may deliver and say who they are, and nothing else', async () => {
    const { deviceId, deviceToken, token } = await newDevice();
    const answer = await revoke('organizer', deviceId, 'draining');
    expect(deviceMessage.parse(answer.body).state).toBe('draining');
    expect((await county.ask({ token }, 'GET', '/me')).body).toMatchObject({ device: { state: 'draining' } });
    const pull = await county.ask({ token }, 'GET', '/changes?protocol=1&model=1&since=0&limit=10');
    expect([pull.status, problemCodeOf(pull)]).toEqual([403, 'account.deviceDraining']);
    // Its session may have run out in the meantime: logging in stays possible, or its edits would be stranded.
    const again = await county.logIn(deviceToken, 'clerk');
    expect(again.me.device.state).toBe('draining');
  });

  it('[DEVICE-2] [DEVICE-3] say when they have wiped themselves, and are answered nothing from then on', async () => {
    const { deviceId, deviceToken, token } = await newDevice();
    await revoke('administrator', deviceId, 'draining');
    expect((await county.ask({ token }, 'POST', '/devices/self/wiped')).status).toBe(200);
    for (const [method, path] of [
      ['GET', '/me'],
      ['POST', '/devices/self/wiped'],
      ['DELETE', '/session'],
    ] as const) {
      const answer = await county.ask({ token }, method, path);
      expect([answer.status, problemCodeOf(answer)]).toEqual([403, 'account.deviceWiped']);
    }
    const login = { deviceToken, userName: 'clerk', password: 'whatever' };
    expect(problemCodeOf(await county.ask(null, 'POST', '/session', login))).toBe('account.deviceWiped');
    const found = (await list('administrator')).find(({ id }) => id === deviceId);
    expect(found).toMatchObject({ state: 'wiped', unsentCount: 0 });
  });

  it('[DEVICE-3] are told at their next contact when the county gives up on them', async () => {
    const { deviceId, token } = await newDevice();
    await revoke('administrator', deviceId, 'wiped');
    expect(problemCodeOf(await county.ask({ token }, 'GET', '/me'))).toBe('account.deviceWiped');
  });

  it('never come back: a state is only left forwards', async () => {
    const { deviceId } = await newDevice();
    await revoke('administrator', deviceId, 'wiped');
    const answer = await revoke('administrator', deviceId, 'draining');
    expect(deviceMessage.parse(answer.body).state).toBe('wiped');
  });

  it('are revoked only within one’s own scope; a foreign one is answered like one that is not there', async () => {
    const { deviceToken } = await county.enrol('township');
    const { sessionToken: token } = await county.logIn(deviceToken, 'organizer');
    const foreign = await revoke({ token }, county.users.otherClerk.deviceId, 'wiped');
    const missing = await revoke({ token }, 'no-such-device', 'wiped');
    expect([foreign.status, problemCodeOf(foreign)]).toEqual([404, 'account.notFound']);
    expect(foreign.text).toBe(missing.text);
    expect((await county.ask('otherClerk', 'GET', '/me')).status).toBe(200);
  });
});
