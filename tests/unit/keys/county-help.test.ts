import { randomFillSync } from 'node:crypto';
import { createKeyDesk } from '@renderer/keys/key-desk';
import type { CountyFacts, KeyDesk } from '@renderer/keys/key-state';
import { createKeys } from '@shared/sync/packages/keys';
import { openUnlockCode } from '@shared/sync/unlock-help';
import { describe, expect, it } from 'vitest';
import { type MemoryComputer, memoryComputer } from '../../support/register/memory-key-store';

const password = '青溪镇口令2026';
const next = '新的口令2027';
const keys = createKeys((into) => void randomFillSync(into));
const county = {
  countyId: 'C-1',
  countyName: '临川县',
  deviceId: 'D-1',
  sealingKey: keys.public.sealing,
};
let ids = 0;

async function openWindow(computer: MemoryComputer): Promise<KeyDesk> {
  const desk = createKeyDesk({
    store: computer.open(),
    nowMs: () => Date.parse('2026-11-21T01:00:00.000Z'),
    newId: () => `id-${++ids}`,
  });
  await desk.start();
  return desk;
}

function factsOf(desk: KeyDesk): CountyFacts {
  const state = desk.get();
  if ((state.status !== 'open' && state.status !== 'locked') || state.facts.county === null)
    throw new Error(`no county while ${state.status}`);
  return state.facts.county;
}

/** What the county reads from what the device handed over. */
function codeOf(desk: KeyDesk): string {
  const { request } = factsOf(desk);
  if (request === null) throw new Error('nothing was handed over');
  const { deposit } = request;
  const code = openUnlockCode(
    keys.secret.sealing,
    county,
    deposit.request,
    Buffer.from(deposit.box, 'base64'),
  );
  if (code === null) throw new Error('the county cannot read it');
  return code;
}

function userId(desk: KeyDesk): string {
  const state = desk.get();
  return (state.status === 'locked' ? state.facts.users[0]?.id : null) ?? '';
}

/** Enrolled, with a password, locked. */
async function lockedDevice() {
  const computer = memoryComputer();
  const desk = await openWindow(computer);
  await desk.followCounty(county);
  await desk.protect('李晓', password);
  await desk.lock();
  return { computer, desk };
}

describe('[DEVICE-4] the code a county keeps', () => {
  it('is made at once while the computer guards the key', async () => {
    const desk = await openWindow(memoryComputer());
    await desk.followCounty(county);
    expect(codeOf(desk)).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
  });

  it('is made the next time somebody gives a password, where there is one already', async () => {
    const desk = await openWindow(memoryComputer());
    await desk.protect('李晓', password);
    await desk.followCounty(county);
    expect(factsOf(desk).request).toBeNull();
    await desk.lock();
    await desk.unlock(userId(desk), password);
    expect(codeOf(desk)).not.toBe('');
  });

  it('opens the register, sets a new password, and is used up', async () => {
    const { desk } = await lockedDevice();
    await desk.askCounty();
    const code = codeOf(desk);
    const who = { userId: userId(desk) };
    expect(await desk.recover(code.toLowerCase(), who, next)).toEqual({ ok: true });
    expect(factsOf(desk).helpedAt).toBe('2026-11-21T01:00:00.000Z');
    expect(codeOf(desk)).not.toBe(code);
    await desk.lock();
    expect(await desk.recover(code, who, password)).toMatchObject({ problem: { code: 'key.wrongCode' } });
    expect(await desk.unlock(who.userId, next)).toEqual({ ok: true });
  });

  it('is used up too when somebody remembers the password after all', async () => {
    const { computer, desk } = await lockedDevice();
    await desk.askCounty();
    const code = codeOf(desk);
    // Restarted in between: asking is remembered.
    const again = await openWindow(computer);
    await again.unlock(userId(again), password);
    await again.lock();
    const who = { userId: userId(again) };
    expect(await again.recover(code, who, next)).toMatchObject({ problem: { code: 'key.wrongCode' } });
  });

  it('stays the same as long as nobody asks', async () => {
    const { desk } = await lockedDevice();
    const before = factsOf(desk).request;
    await desk.unlock(userId(desk), password);
    expect(factsOf(desk).request).toEqual(before);
  });

  it('is neither in the keyring nor of use to another county or device', async () => {
    const { computer, desk } = await lockedDevice();
    expect(computer.text).not.toContain(codeOf(desk));
    const { deposit } = factsOf(desk).request ?? { deposit: { request: '', box: '' } };
    const box = Buffer.from(deposit.box, 'base64');
    const other = createKeys((into) => void randomFillSync(into));
    expect(openUnlockCode(other.secret.sealing, county, deposit.request, box)).toBeNull();
    const elsewhere = { ...county, deviceId: 'D-2' };
    expect(openUnlockCode(keys.secret.sealing, elsewhere, deposit.request, box)).toBeNull();
  });

  it('opens a register whose computer lost the key, and a county that was left helps no more', async () => {
    const computer = memoryComputer();
    const desk = await openWindow(computer);
    await desk.followCounty(county);
    const code = codeOf(desk);
    computer.guarded.clear();
    const again = await openWindow(computer);
    expect(again.get().status).toBe('locked');
    expect(await again.recover(code, { name: '李晓' }, password)).toEqual({ ok: true });
    await again.followCounty(null);
    expect(again.get()).toMatchObject({ facts: { county: null } });
    expect(computer.text).toContain('"county":null');
  });
});
