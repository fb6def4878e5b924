import {
  auditReply,
  orgUnitMessage,
  type UserMessage,
  userMessage,
  usersReply,
} from '@shared/sync/account-messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodeOf } from '../../support/county/problem-code';
import { type Answer, startTestCounty, type TestCounty } from '../../support/county/test-county';
import { type TestUserName, testPassword } from '../../support/county/test-users';
import { databaseKinds } from '../../support/databases/fresh-database';

type As = TestUserName | { token: string };
const goodPassword = '第一个密码 001';

describe.each(databaseKinds)('administration on %s', (kind) => {
  let county: TestCounty;
  /** The organizer on a township's device: her scope is that township (SCOPE-1). */
  let townOrganizer: { token: string };
  beforeAll(async () => {
    county = await startTestCounty({ kind });
    const { deviceToken } = await county.enrol('township');
    townOrganizer = { token: (await county.logIn(deviceToken, 'organizer')).sessionToken };
  });
  afterAll(() => county?.close());

  let serial = 0;
  const draft = (over: object = {}) => ({
    userName: `person${++serial}`,
    name: '新人',
    role: 'clerk',
    orgUnitId: 'P-TOWN-1',
    password: goodPassword,
    ...over,
  });
  const create = (as: As, over: object = {}) => county.ask(as, 'POST', '/administration/users', draft(over));
  async function created(over: object = {}): Promise<UserMessage> {
    const answer = await create('administrator', over);
    expect(answer.status).toBe(200);
    return userMessage.parse(answer.body);
  }
  const change = (as: As, id: string, changes: object) =>
    county.ask(as, 'PATCH', `/administration/users/${id}`, changes);
  const outcome = (answer: Answer) => problemCodeOf(answer) ?? answer.status;
  async function users(as: As): Promise<readonly UserMessage[]> {
    return usersReply.parse((await county.ask(as, 'GET', '/administration/users')).body).items;
  }

  describe('of accounts', () => {
    it('makes one with an initial password, to be changed by the person herself', async () => {
      const made = await created({ name: '金小禾' });
      expect(made).toMatchObject({ name: '金小禾', isActive: true, lastLoginAt: null, lockedUntil: null });
      const { deviceToken } = county.users.clerk;
      const login = { deviceToken, userName: made.userName, password: goodPassword };
      const answer = await county.ask(null, 'POST', '/session', login);
      expect(answer.body).toMatchObject({ me: { mustChangePassword: true } });
      const { sessionToken: token } = answer.body as { sessionToken: string };
      const passwords = { oldPassword: goodPassword, newPassword: '自己的密码 002' };
      expect((await county.ask({ token }, 'POST', '/session/password', passwords)).status).toBe(200);
      expect((await county.ask({ token }, 'GET', '/me')).body).toMatchObject({ mustChangePassword: false });
    });

    it('refuses a name that is taken, whatever its case and width', async () => {
      for (const userName of ['clerk', 'CLERK', 'ｃｌｅｒｋ', ' clerk']) {
        expect(outcome(await create('administrator', { userName }))).toBe('account.nameTaken');
      }
    });

    it('refuses a weak password', async () => {
      expect(outcome(await create('administrator', { password: 'short' }))).toBe('account.weakPassword');
      const weak = { userName: 'longname99', password: 'LongName99' };
      expect(outcome(await create('administrator', weak))).toBe('account.weakPassword');
    });

    it('[ROLE-2] lets an organizer keep roles below her own, in her own subtree only', async () => {
      expect(outcome(await create(townOrganizer, { role: 'clerk', orgUnitId: 'P-VILLAGE-1' }))).toBe(200);
      expect(outcome(await create(townOrganizer, { role: 'lead' }))).toBe(200);
      for (const role of ['organizer', 'auditor', 'administrator']) {
        expect(outcome(await create(townOrganizer, { role }))).toBe('account.notAllowed');
      }
      for (const orgUnitId of ['P-TOWN-2', 'P-COUNTY', 'no such place']) {
        expect(outcome(await create(townOrganizer, { orgUnitId }))).toBe('account.notFound');
      }
    });

    it('lists to an organizer the accounts of her own subtree', async () => {
      const places = new Set((await users(townOrganizer)).map(({ orgUnit }) => orgUnit.id));
      expect([...places].sort()).toEqual(['P-TOWN-1', 'P-VILLAGE-1']);
      const all = new Set((await users('administrator')).map(({ orgUnit }) => orgUnit.id));
      expect([...all].sort()).toEqual(['P-COUNTY', 'P-TOWN-1', 'P-TOWN-2', 'P-VILLAGE-1']);
    });

    it('lets nobody rise by changing: not to a higher role, not out of the subtree, not a higher person', async () => {
      const { id } = await created();
      const foreign = await created({ orgUnitId: 'P-TOWN-2' });
      const higher = await created({ role: 'auditor' });
      expect(outcome(await change(townOrganizer, id, { role: 'organizer' }))).toBe('account.notAllowed');
      expect(outcome(await change(townOrganizer, id, { orgUnitId: 'P-TOWN-2' }))).toBe('account.notFound');
      expect(outcome(await change(townOrganizer, foreign.id, { name: '改' }))).toBe('account.notFound');
      expect(outcome(await change(townOrganizer, higher.id, { name: '改' }))).toBe('account.notAllowed');
      expect(outcome(await change('organizer', 'U-organizer', { role: 'administrator' }))).toBe(
        'account.notAllowed',
      );
      expect(outcome(await change('organizer', 'U-administrator', { password: goodPassword }))).toBe(
        'account.notAllowed',
      );
      const after = await users('administrator');
      expect(after.find((user) => user.id === foreign.id)?.name).toBe('新人');
    });

    it('answers a foreign account like one that is not there', async () => {
      const foreign = await created({ orgUnitId: 'P-TOWN-2' });
      const [one, other] = [
        await change(townOrganizer, foreign.id, { name: '改' }),
        await change(townOrganizer, 'no-such-user', { name: '改' }),
      ];
      expect(one.text).toBe(other.text);
      expect(one.status).toBe(404);
    });

    it('changes what is given and keeps the rest', async () => {
      const made = await created();
      const changes = { name: '改过的名', role: 'lead', orgUnitId: 'P-VILLAGE-1' };
      const answer = await change('administrator', made.id, changes);
      expect(userMessage.parse(answer.body)).toEqual({
        ...made,
        name: '改过的名',
        role: 'lead',
        orgUnit: { id: 'P-VILLAGE-1', name: '上河村', level: 'village' },
      });
      expect(userMessage.parse((await change('administrator', made.id, {})).body).role).toBe('lead');
    });

    it('ends all sessions with a new password or by deactivating, and unlocks with a new password', async () => {
      const { deviceToken } = county.users.lead;
      const one = await county.logIn(deviceToken, 'lead');
      await county.environment.database.query(
        `update users set locked_until = now() + interval '1 day', failed_logins = 5 where user_id = 'U-lead'`,
      );
      await county.environment.database.query(
        `update device_people set locked_until = now() + interval '1 day' where user_id = 'U-lead'`,
      );
      const reset = await change('organizer', 'U-lead', { password: testPassword });
      expect(userMessage.parse(reset.body).lockedUntil).toBeNull();
      const token = { token: one.sessionToken };
      expect(outcome(await county.ask(token, 'GET', '/me'))).toBe('account.sessionExpired');
      const two = await county.logIn(deviceToken, 'lead');
      expect(two.me.mustChangePassword).toBe(true);
      await change('organizer', 'U-lead', { isActive: false });
      const ended = await county.ask({ token: two.sessionToken }, 'GET', '/me');
      expect(outcome(ended)).toBe('account.sessionExpired');
      await change('organizer', 'U-lead', { isActive: true });
      expect((await county.logIn(deviceToken, 'lead')).me.name).toBe('顾大川');
    });

    it('shows accounts and codes whose place a restore has taken away, so that somebody can help', async () => {
      const place = { name: '南湖镇', level: 'township', parentId: 'P-COUNTY' };
      const { body } = await county.ask('administrator', 'POST', '/administration/org-units', place);
      const { id: orgUnitId } = orgUnitMessage.parse(body);
      const made = await created({ orgUnitId });
      await county.ask('administrator', 'POST', '/administration/codes', { orgUnitId });
      await county.environment.database.query('delete from org_tree where org_unit_id = $1', [orgUnitId]);
      const found = (await users('administrator')).find(({ id }) => id === made.id);
      expect(found?.orgUnit).toEqual({ id: orgUnitId, name: '（层级不在册）', level: 'village' });
      expect((await county.ask('administrator', 'GET', '/administration/codes')).status).toBe(200);
      const moved = await change('administrator', made.id, { orgUnitId: 'P-TOWN-1' });
      expect(userMessage.parse(moved.body).orgUnit.name).toBe('东溪镇');
    });

    it('never leaves a county without an administrator', async () => {
      for (const leaving of [{ isActive: false }, { role: 'clerk' }]) {
        expect(outcome(await change('administrator', 'U-administrator', leaving))).toBe(
          'account.lastAdministrator',
        );
      }
    });

    it('nor when two administrators go at the same moment', async () => {
      const { database } = county.environment;
      const second = await created({ role: 'administrator', orgUnitId: 'P-COUNTY' });
      const { deviceToken } = await county.enrol('county');
      const login = { deviceToken, userName: second.userName, password: goodPassword };
      const { body } = await county.ask(null, 'POST', '/session', login);
      const other = { token: (body as { sessionToken: string }).sessionToken };
      const passwords = { oldPassword: goodPassword, newPassword: '自己的密码 004' };
      expect((await county.ask(other, 'POST', '/session/password', passwords)).status).toBe(200);
      for (let round = 0; round < 10; round++) {
        const answers = await Promise.all([
          change('administrator', 'U-administrator', { role: 'auditor' }),
          change(other, second.id, { role: 'auditor' }),
        ]);
        expect(answers.map(outcome).sort()).toEqual([200, 'account.lastAdministrator']);
        await database.query(`update users set role = 'administrator' where user_id = any($1::text[])`, [
          ['U-administrator', second.id],
        ]);
      }
      await database.query('update users set is_active = false where user_id = $1', [second.id]);
    });
  });

  describe('writes down every act', () => {
    const audit = async (query = '') =>
      auditReply.parse((await county.ask('administrator', 'GET', `/administration/audit${query}`)).body)
        .items;

    it('with who, what and to whom, and no secret', async () => {
      const made = await created({ name: '被记录的人' });
      await change('organizer', made.id, { name: '改了名的人', password: '很秘密的密码 9' });
      await county.ask('organizer', 'POST', '/administration/codes', { orgUnitId: 'P-TOWN-1', note: '三楼' });
      const device = await county.enrol('township', '被停用的电脑');
      const path = `/administration/devices/${device.deviceId}/revoke`;
      await county.ask('administrator', 'POST', path, { to: 'draining' });
      const entries = await audit('?limit=20');
      const told = entries.map(({ userName, action, subject, detail }) => ({
        userName,
        action,
        subject,
        detail,
      }));
      expect(told).toEqual(
        expect.arrayContaining([
          {
            userName: 'administrator',
            action: 'createUser',
            subject: made.userName,
            detail: '姓名：被记录的人；角色：乡镇经办人；所属单位：东溪镇；状态：在用',
          },
          {
            userName: 'organizer',
            action: 'changeUser',
            subject: made.userName,
            detail: '姓名：被记录的人 → 改了名的人',
          },
          { userName: 'organizer', action: 'resetPassword', subject: made.userName, detail: null },
          { userName: 'organizer', action: 'createCode', subject: '东溪镇', detail: '三楼' },
          { userName: null, action: 'enrolDevice', subject: '被停用的电脑', detail: '东溪镇' },
          { userName: 'administrator', action: 'revokeDevice', subject: '被停用的电脑', detail: '东溪镇' },
        ]),
      );
      expect(JSON.stringify(await audit('?limit=200'))).not.toMatch(/很秘密的密码|第一个密码/);
    });

    it('newest first, page by page', async () => {
      const all = await audit('?limit=200');
      const first = await audit('?limit=3');
      const second = await audit(`?limit=3&before=${first.at(-1)?.id}`);
      expect([...first, ...second]).toEqual(all.slice(0, 6));
    });
  });
});
