import { hashPassword } from '@server/services/sessions/passwords';
import { digestOfSecret } from '@server/services/sessions/secrets';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../support/county/clock';
import { problemCodeOf as codeOf } from '../../support/county/problem-code';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { testPassword, testUsers } from '../../support/county/test-users';
import { databaseKinds } from '../../support/databases/fresh-database';

describe.each(databaseKinds)('sessions on %s', (kind) => {
  const clock = createClock();
  let county: TestCounty;
  beforeAll(async () => {
    county = await startTestCounty({ kind, nowMs: clock.now });
  });
  afterAll(() => county?.close());
  // Nobody is locked, everybody has her old password.
  const unlock = async () => {
    const { database } = county.environment;
    await database.query('update users set failed_logins = 0, locked_until = null');
    await database.query('update device_people set failed_logins = 0, locked_until = null');
  };
  beforeEach(async () => {
    await unlock();
    await county.environment.database.query('update users set is_active = true, password_hash = $1', [
      await hashPassword(testPassword),
    ]);
  });

  const tryLogIn = (userName: string, password: string, deviceToken = county.users.clerk.deviceToken) =>
    county.ask(null, 'POST', '/session', { deviceToken, userName, password });

  it('say who is logged in on which device', async () => {
    const answer = await county.ask('clerk', 'GET', '/me');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      userId: 'U-clerk',
      userName: 'clerk',
      name: '章小溪',
      role: 'clerk',
      orgUnit: { id: 'P-TOWN-1', name: '东溪镇', level: 'township' },
      county: { id: 'P-COUNTY', name: '测试县', level: 'county' },
      device: {
        id: county.users.clerk.deviceId,
        name: 'clerk的电脑',
        orgUnit: { id: 'P-TOWN-1', name: '东溪镇', level: 'township' },
        state: 'active',
      },
      mustChangePassword: false,
    });
  });

  it('begin with a token nobody had before, kept as a digest only', async () => {
    const { deviceToken, sessionToken } = county.users.clerk;
    const [one, two] = [await county.logIn(deviceToken, 'clerk'), await county.logIn(deviceToken, 'clerk')];
    expect(new Set([one.sessionToken, two.sessionToken, sessionToken]).size).toBe(3);
    expect(Buffer.from(one.sessionToken, 'base64url')).toHaveLength(32);
    const kept = JSON.stringify(await county.environment.database.query('select * from sessions'));
    expect(kept).not.toContain(one.sessionToken);
    expect(kept).toContain(digestOfSecret(one.sessionToken));
  });

  it('cannot be fixed beforehand: a token somebody brings along stays worth nothing after a login', async () => {
    const brought = 'A'.repeat(43);
    const answer = await county.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { authorization: `Bearer ${brought}`, cookie: `session=${brought}` },
      payload: {
        deviceToken: county.users.clerk.deviceToken,
        userName: 'clerk',
        password: testPassword,
      },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.json<{ sessionToken: string }>().sessionToken).not.toBe(brought);
    expect(codeOf(await county.ask({ token: brought }, 'GET', '/me'))).toBe('account.sessionExpired');
  });

  it('do not take a session given as part of the login for anything', async () => {
    const login = { deviceToken: county.users.clerk.deviceToken, userName: 'clerk', password: testPassword };
    const answer = await county.ask(null, 'POST', '/session', { ...login, sessionToken: 'B'.repeat(43) });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'sync.malformed']);
  });

  it('end by logging out, and doing it again says so', async () => {
    const { sessionToken: token } = await county.logIn(county.users.lead.deviceToken, 'lead');
    expect((await county.ask({ token }, 'DELETE', '/session')).status).toBe(200);
    const again = await county.ask({ token }, 'DELETE', '/session');
    expect([again.status, codeOf(again)]).toEqual([401, 'account.sessionExpired']);
    expect((await county.ask('lead', 'GET', '/me')).status).toBe(200);
  });

  it('last 30 days from their last use', async () => {
    const { sessionToken: token } = await county.logIn(county.users.lead.deviceToken, 'lead');
    const { sessionToken: unused } = await county.logIn(county.users.lead.deviceToken, 'lead');
    for (let days = 0; days < 60; days += 20) {
      clock.forward({ days: 20 });
      expect((await county.ask({ token }, 'GET', '/me')).status).toBe(200);
    }
    expect(codeOf(await county.ask({ token: unused }, 'GET', '/me'))).toBe('account.sessionExpired');
    clock.forward({ days: 31 });
    expect(codeOf(await county.ask({ token }, 'GET', '/me'))).toBe('account.sessionExpired');
  });

  it('are refused for a wrong password and an unknown name with the same words', async () => {
    const [wrong, unknown] = [await tryLogIn('clerk', 'wrong'), await tryLogIn('nobody', 'wrong')];
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'account.wrongLogin']);
    expect(unknown.text).toBe(wrong.text);
    expect(unknown.status).toBe(wrong.status);
  });

  it('take no less time to refuse for an unknown name as for a wrong password', async () => {
    const timeOf = async (name: string): Promise<number> => {
      await unlock();
      const from = performance.now();
      await tryLogIn(name, 'wrong');
      return performance.now() - from;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    // By turns, so that a busy moment of the machine sways both alike.
    for (let turn = 0; turn < 7; turn++) {
      known.push(await timeOf('clerk'));
      unknown.push(await timeOf(`nobody ${turn}`));
    }
    // Hashing is nearly all of it; without it the ratio is below 0.1.
    expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.25);
  });

  it.each(['clerk', 'nobody at all'])('lock %s for 15 minutes after five failures', async (name) => {
    const codes: unknown[] = [];
    for (let i = 0; i < 6; i++) codes.push(codeOf(await tryLogIn(name, 'wrong')));
    expect(codes).toEqual([...Array(4).fill('account.wrongLogin'), ...Array(2).fill('account.lockedOut')]);
    clock.forward({ minutes: 14 });
    const locked = await tryLogIn(name, testPassword);
    expect([locked.status, codeOf(locked), locked.headers['retry-after']]).toEqual([
      403,
      'account.lockedOut',
      '60',
    ]);
    clock.forward({ minutes: 1 });
    const after = await tryLogIn(name, testPassword);
    expect(after.status).toBe(name === 'clerk' ? 200 : 401);
  });

  it('lock nobody out of the computer she works on, whoever tries her name on another', async () => {
    const elsewhere = county.users.otherClerk.deviceToken;
    const administrator = testUsers.administrator.userName;
    for (const name of ['clerk', administrator]) {
      const codes: unknown[] = [];
      for (let i = 0; i < 6; i++) codes.push(codeOf(await tryLogIn(name, 'wrong', elsewhere)));
      expect(codes.slice(4)).toEqual(['account.lockedOut', 'account.lockedOut']);
      expect(codeOf(await tryLogIn(name, testPassword, elsewhere))).toBe('account.lockedOut');
    }
    expect((await tryLogIn('clerk', testPassword)).status).toBe(200);
    expect((await tryLogIn(administrator, testPassword, county.users.administrator.deviceToken)).status).toBe(
      200,
    );
    // Her own login does not give whoever guesses elsewhere five more.
    expect(codeOf(await tryLogIn('clerk', testPassword, elsewhere))).toBe('account.lockedOut');
    const locks = await county.environment.database.query(
      `select subject, detail from audit_log where action = 'lockOut' order by audit_id desc limit 2`,
    );
    const detail = 'otherClerk的电脑';
    expect(locks).toEqual([
      { subject: administrator, detail },
      { subject: 'clerk', detail },
    ]);
  });

  it('count on all computers she never used together', async () => {
    const others = [county.users.otherClerk, county.users.organizer, county.users.auditor];
    const codes: unknown[] = [];
    for (let i = 0; i < 6; i++)
      codes.push(codeOf(await tryLogIn('lead', 'wrong', others[i % others.length]?.deviceToken)));
    expect(codes).toEqual([...Array(4).fill('account.wrongLogin'), ...Array(2).fill('account.lockedOut')]);
  });

  it('begin to count again after a right password', async () => {
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) expect(codeOf(await tryLogIn('clerk', 'wrong'))).toBe('account.wrongLogin');
      expect((await tryLogIn('clerk', testPassword)).status).toBe(200);
    }
  });

  it('let no more than five guesses through, however many come at the same moment', async () => {
    for (const deviceToken of [county.users.clerk.deviceToken, county.users.otherClerk.deviceToken]) {
      const guesses = await Promise.all(
        Array.from({ length: 30 }, (_, i) => tryLogIn('clerk', `guess ${i}`, deviceToken)),
      );
      const codes = guesses.map(codeOf);
      expect(codes.filter((code) => code === 'account.wrongLogin').length).toBeLessThanOrEqual(4);
      expect(codes.every((code) => code === 'account.wrongLogin' || code === 'account.lockedOut')).toBe(true);
      expect(codeOf(await tryLogIn('clerk', testPassword, deviceToken))).toBe('account.lockedOut');
    }
  });

  it('know names whatever their case and width', async () => {
    for (const name of ['CLERK', 'ｃｌｅｒｋ', ' clerk ']) {
      expect((await tryLogIn(name, testPassword)).status).toBe(200);
    }
  });

  it('ask for a device the county knows', async () => {
    for (const token of ['', 'C'.repeat(43), "' or 1=1 --"]) {
      const answer = await tryLogIn('clerk', testPassword, token);
      expect([answer.status, codeOf(answer)]).toEqual([401, 'account.unknownDevice']);
    }
  });

  it('[SCOPE-1] are not given to a person of one township on a device of another', async () => {
    const answer = await tryLogIn('otherClerk', testPassword, county.users.clerk.deviceToken);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'account.placesApart']);
  });

  it('[SCOPE-1] of a person who is moved away from her device stop working', async () => {
    const { database } = county.environment;
    const { sessionToken: token } = await county.logIn(county.users.lead.deviceToken, 'lead');
    await database.query(`update users set org_unit_id = 'P-TOWN-2' where user_id = 'U-lead'`);
    const apart = await county.ask({ token }, 'GET', '/changes?protocol=1&model=1&since=0&limit=1');
    expect([apart.status, codeOf(apart)]).toEqual([403, 'account.placesApart']);
    // Who, to where, and which computer this is; nothing of anybody else.
    expect(apart.text).toContain(`${county.users.lead.user.name}的账号现在属于西岭镇，这台电脑登记在东溪镇`);
    await database.query(`update users set org_unit_id = 'P-TOWN-1' where user_id = 'U-lead'`);
    expect((await county.ask({ token }, 'GET', '/me')).status).toBe(200);
  });

  it('of somebody who may not work any more are neither used nor given', async () => {
    const { sessionToken: token } = await county.logIn(county.users.lead.deviceToken, 'lead');
    await county.environment.database.query(`update users set is_active = false where user_id = 'U-lead'`);
    expect(codeOf(await county.ask({ token }, 'GET', '/me'))).toBe('account.sessionExpired');
    const login = await tryLogIn('lead', testPassword, county.users.lead.deviceToken);
    expect(codeOf(login)).toBe('account.wrongLogin');
  });

  describe('and the own password', () => {
    const change = (token: string, oldPassword: string, newPassword: string) =>
      county.ask({ token }, 'POST', '/session/password', { oldPassword, newPassword });

    it('which is changed with the old one; all other sessions end', async () => {
      const { deviceToken } = county.users.otherClerk;
      const one = await county.logIn(deviceToken, 'otherClerk');
      const other = await county.logIn(deviceToken, 'otherClerk');
      expect((await change(one.sessionToken, testPassword, '另一个长密码 2')).status).toBe(200);
      expect((await county.ask({ token: one.sessionToken }, 'GET', '/me')).status).toBe(200);
      const ended = await county.ask({ token: other.sessionToken }, 'GET', '/me');
      expect(codeOf(ended)).toBe('account.sessionExpired');
      expect((await tryLogIn('otherClerk', testPassword, deviceToken)).status).toBe(401);
      expect((await tryLogIn('otherClerk', '另一个长密码 2', deviceToken)).status).toBe(200);
    });

    it('which is not changed without it, and not to a weak one', async () => {
      const { sessionToken: token } = await county.logIn(county.users.clerk.deviceToken, 'clerk');
      expect(codeOf(await change(token, 'wrong', '另一个长密码 2'))).toBe('account.wrongLogin');
      for (const weak of ['1234567', '       1', 'CLERK', 'clerk']) {
        expect(codeOf(await change(token, testPassword, weak))).toBe('account.weakPassword');
      }
      expect((await tryLogIn('clerk', testPassword)).status).toBe(200);
    });

    it('cannot be guessed at from a session left open: five failures end in a lock', async () => {
      const { sessionToken: token } = await county.logIn(county.users.clerk.deviceToken, 'clerk');
      const codes: unknown[] = [];
      for (let i = 0; i < 6; i++) codes.push(codeOf(await change(token, `guess ${i}`, '另一个长密码 2')));
      expect(codes.slice(4)).toEqual(['account.lockedOut', 'account.lockedOut']);
    });
  });
});
