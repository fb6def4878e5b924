import { afterAll, beforeAll, expect, it } from 'vitest';
import { pushText } from '../../support/county/push-as';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { testPassword } from '../../support/county/test-users';
import { creation, personAt } from '../county/small-county';

const lines: string[] = [];
let county: TestCounty;
beforeAll(async () => {
  county = await startTestCounty({ log: { write: (line) => lines.push(line) } });
});
afterAll(() => county?.close());

/** What must never be found in a log. */
const secrets = {
  name: '绝不入志的人',
  idNo: '330102199003077758',
  phone: '13800138000',
  password: '绝不入志的密码',
  wrongPassword: '绝不入志的错密码',
  code: 'ZZZZZ-ZZZZZ',
  query: '绝不入志的查询',
};

it('holds no name, no resident id, no phone, no password, no token and no address of what was asked', async () => {
  const { deviceToken, sessionToken } = county.users.clerk;
  const bad = { idNo: secrets.idNo, phone: secrets.phone, at: 'x' };
  await county.ask(null, 'POST', '/session', {
    deviceToken,
    userName: secrets.name,
    password: secrets.wrongPassword,
  });
  await county.ask(null, 'POST', '/session', {
    deviceToken,
    userName: secrets.name,
    password: { of: secrets.password },
  });
  await county.ask(null, 'POST', '/enrol', { code: secrets.code, deviceName: secrets.name });
  await county.ask('administrator', 'POST', '/administration/users', {
    userName: secrets.name,
    name: secrets.name,
    role: 'clerk',
    orgUnitId: 'P-TOWN-1',
    password: secrets.password,
  });
  const { idNo, phone, name } = secrets;
  const reply = await pushText(county, 'clerk', [
    creation('people', personAt('P-TOWN-1', 'P1', { name, idNo, phone })),
  ]);
  expect(reply.text).toContain(secrets.name);
  await county.ask('clerk', 'POST', '/push', { protocol: 1, edits: [bad] });
  await county.ask(
    'clerk',
    'GET',
    `/documents/people/${encodeURIComponent(secrets.name)}/history?q=${secrets.query}`,
  );
  await county.ask(
    'administrator',
    'GET',
    `/administration/audit?before=${encodeURIComponent(secrets.query)}`,
  );
  await county.app.inject({ url: `/${encodeURIComponent(secrets.query)}?token=${sessionToken}` });
  await county.app.inject({ url: `/api/v1/%zz${secrets.query}` });
  await failOnce(secrets.name);
  const log = lines.join('');
  const all = [...Object.values(secrets), testPassword, deviceToken, sessionToken];
  for (const secret of [...all, ...all.map(encodeURIComponent)]) expect(log).not.toContain(secret);
  expect(log).toContain('"route":"/api/v1/push"');
  expect(log).toContain('"route":"/api/v1/documents/:collection/:id/history"');
});

/** A failure of the server whose message quotes what a person typed. */
async function failOnce(quoted: string): Promise<void> {
  const { database } = county.environment;
  await database.query(`alter table audit_log add constraint never check (detail <> '二楼')`);
  const answer = await county.ask('administrator', 'POST', '/administration/codes', {
    orgUnitId: 'P-TOWN-1',
    note: '二楼',
  });
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('audit_log');
  await database.query('alter table audit_log drop constraint never');
  await county.ask('administrator', 'POST', '/administration/codes', { orgUnitId: 'P-TOWN-1', note: quoted });
}

it('says what failed and where in the program', () => {
  const failures = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatchObject({ msg: 'failed', err: { code: '23514', constraint: 'never' } });
  expect(failures[0].reqId).toMatch(/^[0-9a-f-]{36}$/);
  const answered = lines
    .map((line) => JSON.parse(line))
    .find(({ reqId, status }) => {
      return reqId === failures[0].reqId && status === 500;
    });
  expect(answered).toMatchObject({ method: 'POST', route: '/api/v1/administration/codes' });
});

it('says once, and of nobody, that a proxy stands in front that the server was not told of', async () => {
  const through = () => county.app.inject({ url: '/health', headers: { 'x-forwarded-for': '203.0.113.7' } });
  await through();
  await through();
  const told = lines.filter((line) => line.includes('TRUST_PROXY'));
  expect(told).toHaveLength(1);
  expect(told[0]).not.toContain('203.0.113.7');
});
