import { formatCode } from '@server/services/enrolment/enrolment-code';
import { codeMessage, codesReply, enrolReply } from '@shared/sync/account-messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../support/county/clock';
import { problemCodeOf } from '../../support/county/problem-code';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import type { TestUserName } from '../../support/county/test-users';
import { databaseKinds } from '../../support/databases/fresh-database';

describe.each(databaseKinds)('[DEVICE-1] enrolling on %s', (kind) => {
  const clock = createClock();
  let county: TestCounty;
  beforeAll(async () => {
    county = await startTestCounty({ kind, nowMs: clock.now });
  });
  afterAll(() => county?.close());

  async function newCode(as: TestUserName = 'organizer', orgUnitId = 'P-TOWN-1'): Promise<string> {
    const answer = await county.ask(as, 'POST', '/administration/codes', { orgUnitId, note: '二楼' });
    expect(answer.status).toBe(200);
    return codeMessage.parse(answer.body).code ?? '';
  }
  const enrol = (code: string) => county.ask(null, 'POST', '/enrol', { code, deviceName: '党建办的电脑' });

  it('makes a device of a place from a code shown as XXXXX-XXXXX', async () => {
    const code = await newCode();
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    const answer = await enrol(code);
    expect(answer.status).toBe(200);
    const { deviceToken, ...rest } = enrolReply.parse(answer.body);
    expect(rest).toMatchObject({ county: { id: 'P-COUNTY' }, orgUnit: { id: 'P-TOWN-1', name: '东溪镇' } });
    expect(Buffer.from(deviceToken, 'base64url')).toHaveLength(32);
    expect((await county.logIn(deviceToken, 'clerk')).me.device.name).toBe('党建办的电脑');
  });

  it('reads a code however it was typed', async () => {
    const code = await newCode();
    expect((await enrol(` ${code.replace('-', '').toLowerCase()} `)).status).toBe(200);
  });

  it('takes a code once, however many devices come with it at the same moment', async () => {
    const code = await newCode();
    const answers = await Promise.all(Array.from({ length: 20 }, () => enrol(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(problemCodeOf))).toEqual(new Set(['account.wrongCode']));
    expect(problemCodeOf(await enrol(code))).toBe('account.wrongCode');
  });

  it('does not spend a code on a register that belongs to another county', async () => {
    const code = await newCode();
    const ask = (countyId: string) =>
      county.ask(null, 'POST', '/enrol', { code, deviceName: '党建办的电脑', countyId });
    const answer = await ask('ANOTHER-COUNTY');
    expect(problemCodeOf(answer)).toBe('sync.otherCounty');
    expect(answer.status).toBe(409);
    expect((await ask('P-COUNTY')).status).toBe(200);
  });

  it('takes a code for 72 hours', async () => {
    const [early, late] = [await newCode(), await newCode()];
    clock.forward({ minutes: 72 * 60 - 1 });
    expect((await enrol(early)).status).toBe(200);
    clock.forward({ minutes: 1 });
    expect(problemCodeOf(await enrol(late))).toBe('account.wrongCode');
  });

  it('answers codes that are wrong, used and expired with the same words', async () => {
    const used = await newCode();
    await enrol(used);
    const answers = await Promise.all([enrol(used), enrol('AAAAA-AAAAA'), enrol("'; drop table users")]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.status).toBe(400);
  });

  it('keeps no code and no device token, only digests', async () => {
    const code = await newCode();
    const { deviceToken } = enrolReply.parse((await enrol(code)).body);
    const tables = await Promise.all(
      ['enrolment_codes', 'devices', 'audit_log'].map((table) =>
        county.environment.database.query(`select * from ${table}`),
      ),
    );
    const kept = JSON.stringify(tables);
    for (const secret of [code, code.replace('-', ''), deviceToken]) expect(kept).not.toContain(secret);
  });

  it('shows a code once; the list says where, when and whether it was used', async () => {
    await newCode('administrator', 'P-COUNTY');
    const { items } = codesReply.parse(
      (await county.ask('administrator', 'GET', '/administration/codes')).body,
    );
    expect(items.length).toBeGreaterThan(3);
    expect(items.every(({ code }) => code === null)).toBe(true);
    expect(items[0]).toMatchObject({ note: '二楼', orgUnit: { name: '测试县' }, usedAt: null });
  });

  it('takes a code back that nobody has used, once; used, foreign and unknown ones are not there', async () => {
    const newest = async () =>
      codesReply.parse((await county.ask('administrator', 'GET', '/administration/codes')).body).items[0];
    const withdraw = (as: Parameters<typeof county.ask>[0], id: string) =>
      county.ask(as, 'POST', `/administration/codes/${id}/withdraw`, {});
    const code = await newCode();
    const { id = '' } = (await newest()) ?? {};
    const village = await county.enrol('otherTownship');
    const { sessionToken: token } = await county.logIn(village.deviceToken, 'organizer');
    expect(problemCodeOf(await withdraw({ token }, id))).toBe('account.notFound');
    expect((await withdraw('administrator', id)).body).toEqual({ id });
    expect((await newest())?.id).not.toBe(id);
    expect(problemCodeOf(await enrol(code))).toBe('account.wrongCode');
    const used = await newCode();
    const { id: usedId = '' } = (await newest()) ?? {};
    expect((await enrol(used)).status).toBe(200);
    for (const gone of [id, usedId, 'no-such-code'])
      expect(problemCodeOf(await withdraw('administrator', gone))).toBe('account.notFound');
    expect(
      await county.environment.database.query(
        `select action, detail from audit_log where action = 'withdrawCode'`,
      ),
    ).toEqual([{ action: 'withdrawCode', detail: '二楼' }]);
  });

  it('gives codes only for places in one’s own subtree, and lists only those', async () => {
    const village = await county.enrol('township');
    // An organizer on a township's device has that township's scope (SCOPE-1).
    const { sessionToken: token } = await county.logIn(village.deviceToken, 'organizer');
    const make = (orgUnitId: string) => county.ask({ token }, 'POST', '/administration/codes', { orgUnitId });
    expect((await make('P-VILLAGE-1')).status).toBe(200);
    const answers = await Promise.all([make('P-TOWN-2'), make('P-COUNTY'), make('no such place')]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(problemCodeOf)).toEqual(Array(3).fill('account.notFound'));
    const { items } = codesReply.parse((await county.ask({ token }, 'GET', '/administration/codes')).body);
    const places = new Set(items.map(({ orgUnit }) => orgUnit.id));
    expect([...places].sort()).toEqual(['P-TOWN-1', 'P-VILLAGE-1']);
  });
});

it('formats a code in two groups of five', () => {
  expect(formatCode('ABCDEFGHJK')).toBe('ABCDE-FGHJK');
});
