import { randomFillSync } from 'node:crypto';
import { createKeys } from '@shared/sync/packages/keys';
import {
  sealUnlockCode,
  type UnlockDeposit,
  unlockAnswer,
  unlockRequestReply,
} from '@shared/sync/unlock-help';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodeOf } from '../../support/county/problem-code';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import type { TestUserName } from '../../support/county/test-users';
import { databaseKinds } from '../../support/databases/fresh-database';

const code = '01234-56789-ABCDE-FGHJK-MNPQR-STVWX';
const fillRandom = (into: Uint8Array<ArrayBuffer>) => void randomFillSync(into);
const path = '/administration/unlock-requests';
const checked = '回拨东溪镇座机，章小溪本人';

describe.each(databaseKinds)('help with unlocking on %s', (kind) => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await startTestCounty({ kind });
  });
  afterAll(() => county?.close());

  /** A new device of the township, and its deposit, as it would hand it over. */
  async function newDevice(request: string) {
    const enrolled = await county.enrol('township', '忘了口令的电脑');
    const { sessionToken: token } = await county.logIn(enrolled.deviceToken, 'clerk');
    const owner = { countyId: enrolled.county.id, deviceId: enrolled.deviceId };
    const box = sealUnlockCode(enrolled.countyKeys?.sealing ?? '', owner, { request, code }, fillRandom);
    const deposit: UnlockDeposit = { request, box: Buffer.from(box).toString('base64') };
    const file = { kind: 'two-new-ledger unlock request', version: 1, ...owner, deposit } as const;
    return { ...owner, token, deposit, file };
  }
  const handOver = ({ token, deposit }: { token: string; deposit: UnlockDeposit }) =>
    county.ask({ token }, 'PUT', '/devices/self', {
      unsentCount: 0,
      agreedAt: null,
      pulledThrough: null,
      deposit,
    });
  const answer = (as: TestUserName | { token: string }, request: object) =>
    county.ask(as, 'POST', `${path}/answer`, { request, checked });
  const audited = async () => {
    const { body } = await county.ask('administrator', 'GET', '/administration/audit');
    return (body as { items: { action: string; subject: string; detail: string }[] }).items.filter(
      ({ action }) => action === 'helpUnlock',
    );
  };

  it('[DEVICE-4] tells whose request it is, then the code, and writes down who was told and how she was checked', async () => {
    const device = await newDevice('AAAAA11111');
    expect((await handOver(device)).status).toBe(200);
    // As typed on a telephone: small letters, a dash, O and l for digits.
    const request = { by: 'code', code: 'aaaaa-l11l1' };
    const found = await county.ask('organizer', 'POST', path, request);
    expect(unlockRequestReply.parse(found.body)).toMatchObject({
      deviceId: device.deviceId,
      deviceName: '忘了口令的电脑',
      orgUnit: { name: '东溪镇' },
    });
    expect(found.text).not.toContain(code);
    expect(await audited()).toEqual([]);
    const told = await answer('organizer', request);
    expect(unlockAnswer.parse(told.body)).toEqual({ deviceName: '忘了口令的电脑', code });
    expect(await audited()).toMatchObject([
      { subject: '忘了口令的电脑', detail: `东溪镇；核对：${checked}` },
    ]);
    expect((await audited())[0]?.detail).not.toContain(code);
  });

  it('[DEVICE-4] forgets the deposit before when another is handed over', async () => {
    const device = await newDevice('AAAAA22222');
    await handOver(device);
    const later = { ...device, deposit: { ...device.deposit, request: 'AAAAA33333' } };
    await handOver(later);
    const gone = await answer('administrator', { by: 'code', code: 'AAAAA22222' });
    expect(problemCodeOf(gone)).toBe('account.unlockRequestUnknown');
    // The box was made for the name before.
    const foreign = await answer('administrator', { by: 'code', code: 'AAAAA33333' });
    expect(problemCodeOf(foreign)).toBe('account.unlockRequestForeign');
  });

  it('[DEVICE-4] opens a request that came by stick, and no forged one', async () => {
    const { file } = await newDevice('AAAAA44444');
    expect((await answer('administrator', { by: 'file', file })).body).toMatchObject({ code });
    const refused = async (changed: object) =>
      problemCodeOf(await answer('administrator', { by: 'file', file: { ...file, ...changed } }));
    const otherDevice = county.users.clerk.deviceId;
    expect(await refused({ deviceId: otherDevice })).toBe('account.unlockRequestForeign');
    expect(await refused({ countyId: 'ELSEWHERE' })).toBe('account.unlockRequestForeign');
    expect(await refused({ deviceId: 'NOBODY' })).toBe('account.unlockRequestUnknown');
    const foreignKeys = createKeys(fillRandom);
    const box = sealUnlockCode(
      foreignKeys.public.sealing,
      file,
      { request: file.deposit.request, code },
      fillRandom,
    );
    const deposit = { ...file.deposit, box: Buffer.from(box).toString('base64') };
    expect(await refused({ deposit })).toBe('account.unlockRequestForeign');
    expect((await answer('administrator', { by: 'file', file: { ...file, more: 1 } })).status).toBe(400);
  });

  it('[SCOPE-1] helps nobody outside the realm of who answers, and no device that was wiped', async () => {
    const device = await newDevice('AAAAA55555');
    await handOver(device);
    const { deviceToken } = await county.enrol('otherTownship');
    const { sessionToken: token } = await county.logIn(deviceToken, 'organizer');
    const request = { by: 'code', code: 'AAAAA55555' };
    expect(problemCodeOf(await answer({ token }, request))).toBe('account.unlockRequestUnknown');
    expect(problemCodeOf(await answer({ token }, { by: 'file', file: device.file }))).toBe(
      'account.unlockRequestUnknown',
    );
    expect((await answer('clerk', request)).status).toBe(403);
    await county.ask('administrator', 'POST', `/administration/devices/${device.deviceId}/revoke`, {
      to: 'wiped',
    });
    expect(problemCodeOf(await answer('administrator', request))).toBe('account.unlockRequestUnknown');
    expect(problemCodeOf(await answer('administrator', { by: 'file', file: device.file }))).toBe(
      'account.unlockOfWiped',
    );
  });

  it('says how somebody was checked, or is refused', async () => {
    const { file } = await newDevice('AAAAA66666');
    const body = { request: { by: 'file', file }, checked: '  ' };
    expect((await county.ask('administrator', 'POST', `${path}/answer`, body)).status).toBe(400);
  });
});
