import { addAuthentication, everyRole } from '@server/plugins/authentication';
import { loginReply } from '@shared/sync/account-messages';
import { refusalMessage } from '@shared/sync/messages';
import { apiPrefix } from '@shared/sync/protocol';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodeOf } from '../../support/county/problem-code';
import { type Method, startTestCounty, type TestCounty } from '../../support/county/test-county';
import { type TestUserName, testUsers } from '../../support/county/test-users';
import { routeRules } from './route-rules';

let county: TestCounty;
let drained: { token: string };
let wiped: { token: string };
let newcomer: { token: string };
beforeAll(async () => {
  county = await startTestCounty();
  drained = await revokedSession('draining');
  wiped = await revokedSession('wiped');
  newcomer = await sessionWithGivenPassword();
});
afterAll(() => county?.close());

/** Somebody who may do most, on a device the county has given up. */
async function revokedSession(to: 'draining' | 'wiped'): Promise<{ token: string }> {
  const { deviceId, deviceToken } = await county.enrol('county');
  const { sessionToken: token } = await county.logIn(deviceToken, 'administrator');
  await county.ask('administrator', 'POST', `/administration/devices/${deviceId}/revoke`, { to });
  return { token };
}

/** Somebody who may do most, and has the password an administrator thought up. */
async function sessionWithGivenPassword(): Promise<{ token: string }> {
  const { deviceToken } = await county.enrol('county');
  const password = '初始密码 2026';
  const draft = {
    userName: 'newcomer',
    name: '金小禾',
    role: 'administrator',
    orgUnitId: 'P-COUNTY',
    password,
  };
  expect((await county.ask('administrator', 'POST', '/administration/users', draft)).status).toBe(200);
  const login = { deviceToken, userName: 'newcomer', password };
  const { sessionToken } = loginReply.parse((await county.ask(null, 'POST', '/session', login)).body);
  return { token: sessionToken };
}

const rules = Object.entries(routeRules);
const closed = rules.filter(([, { roles }]) => roles !== null);
/** A request of the route: whether it may be made is decided before anything in it is looked at. */
function call(route: string, as: TestUserName | { token: string } | null) {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(':collection', 'units').replace(':id', 'X1').slice(apiPrefix.length);
  // The keys of the table begin with a method.
  return county.ask(as, method as Method, filled, method === 'GET' ? undefined : {});
}

describe('every route', () => {
  it('is in the table with its rule, and the table has no other', () => {
    const found = [...county.app.accessRules].filter(([route]) => !route.startsWith('HEAD '));
    const told = found.map(([route, access]) => {
      const rule = access === 'open' ? { roles: null } : { ...access, roles: [...access.roles].sort() };
      return [route, rule];
    });
    const expected = rules.map(([route, rule]) => {
      return [route, { ...rule, roles: rule.roles === null ? null : [...rule.roles].sort() }];
    });
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
  });

  it('below /api is known to the check: nothing is registered around it', () => {
    const routes = county.app.printRoutes({ commonPrefix: false, includeHooks: false });
    const paths = new Set([...county.app.accessRules.keys()].map((route) => route.split(' ')[1]));
    const listed = routes.split('\n').filter((line) => line.includes('(')).length;
    const open = ['/health', '/ready', '/metrics', '/openapi.json'];
    expect(listed).toBe(paths.size + open.length);
  });

  it('that does not say who may call it cannot be registered', () => {
    const app = Fastify();
    addAuthentication(app, county.environment);
    const answer = async () => ({});
    expect(() => app.get(`${apiPrefix}/new`, answer)).toThrow('does not say who may call it');
    expect(() => app.get(`${apiPrefix}/new`, { config: { access: 'open' } }, answer)).not.toThrow();
  });

  it.each(closed)('%s asks for a session', async (route) => {
    const none = await call(route, null);
    expect([none.status, problemCodeOf(none)]).toEqual([401, 'account.notLoggedIn']);
    for (const token of ['A'.repeat(43), 'x', "' or '1'='1", 'A B']) {
      const answer = await call(route, { token });
      expect(answer.status).toBe(401);
      expect(refusalMessage.parse(answer.body).problem.code).toMatch(/notLoggedIn|sessionExpired/);
    }
  });

  it.each(closed)('%s refuses every other role, and lets its own in', async (route, { roles }) => {
    for (const role of everyRole) {
      if (route.startsWith('GET /api/v1/stream') || route === 'DELETE /api/v1/session') continue;
      if (route === 'POST /api/v1/devices/self/wiped') continue;
      const user = Object.values(testUsers).find((one) => one.role === role)?.userName;
      const answer = await call(route, user as TestUserName);
      if (roles?.includes(role)) expect(problemCodeOf(answer)).not.toBe('account.notAllowed');
      else expect([answer.status, problemCodeOf(answer)]).toEqual([403, 'account.notAllowed']);
    }
  });

  it.each(closed)(
    '%s answers a drained device only what DEVICE-2 allows',
    async (route, { whileDraining }) => {
      if (route === 'DELETE /api/v1/session' || route === 'POST /api/v1/devices/self/wiped') return;
      const code = problemCodeOf(await call(route, drained));
      if (whileDraining) expect(code).not.toBe('account.deviceDraining');
      else expect(code).toBe('account.deviceDraining');
    },
  );

  it.each(closed)(
    '[ROLE-5] %s waits for a password of the person’s own',
    async (route, { withGivenPassword }) => {
      if (route === 'DELETE /api/v1/session') return;
      const answer = await call(route, newcomer);
      const code = problemCodeOf(answer);
      if (withGivenPassword) expect(code).not.toBe('account.mustChangePassword');
      else expect([answer.status, code]).toEqual([403, 'account.mustChangePassword']);
    },
  );

  it('[ROLE-5] opens with the new password, in the same session; logging out works without one', async () => {
    const other = await county.enrol('county');
    const login = { deviceToken: other.deviceToken, userName: 'newcomer', password: '初始密码 2026' };
    const away = loginReply.parse((await county.ask(null, 'POST', '/session', login)).body).sessionToken;
    expect((await county.ask({ token: away }, 'DELETE', '/session')).status).toBe(200);
    expect((await county.ask({ token: away }, 'GET', '/me')).status).toBe(401);
    const same = { oldPassword: '初始密码 2026', newPassword: '初始密码 2026' };
    expect(problemCodeOf(await county.ask(newcomer, 'POST', '/session/password', same))).toBe(
      'account.samePassword',
    );
    const passwords = { oldPassword: '初始密码 2026', newPassword: '自己的密码 003' };
    expect((await county.ask(newcomer, 'POST', '/session/password', passwords)).status).toBe(200);
    expect((await county.ask(newcomer, 'GET', '/administration/users')).status).toBe(200);
  });

  it.each(closed)('[DEVICE-3] %s answers a wiped device nothing', async (route) => {
    const answer = await call(route, wiped);
    expect([answer.status, problemCodeOf(answer)]).toEqual([403, 'account.deviceWiped']);
  });
});
