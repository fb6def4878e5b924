import { createKeyDesk } from '@renderer/keys/key-desk';
import type { KeyDesk } from '@renderer/keys/key-state';
import { describe, expect, it } from 'vitest';
import { type MemoryComputer, memoryComputer } from '../../support/register/memory-key-store';

const password = '青溪镇口令2026';
const other = '另一个口令1999';
const plain = new TextEncoder().encode('13812345678');

/** Minutes of the test's clock. */
const clock = { nowMs: Date.parse('2026-11-21T01:00:00.000Z') };
let ids = 0;

async function openWindow(computer: MemoryComputer): Promise<KeyDesk> {
  const desk = createKeyDesk({
    store: computer.open(),
    nowMs: () => clock.nowMs,
    newId: () => `id-${++ids}`,
  });
  await desk.start();
  return desk;
}

async function sealIn(desk: KeyDesk): Promise<Uint8Array<ArrayBuffer>> {
  const state = desk.get();
  if (state.status !== 'open') throw new Error(`it is ${state.status}`);
  return (await state.keys.sealerFor('documents')).seal(plain, 'people/1');
}

async function opens(desk: KeyDesk, sealed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const state = desk.get();
  if (state.status !== 'open') return false;
  const opened = await (await state.keys.sealerFor('documents')).open(sealed, 'people/1').catch(() => null);
  return opened !== null && new TextDecoder().decode(opened) === '13812345678';
}

const userOf = (desk: KeyDesk, name: string): string => {
  const state = desk.get();
  if (state.status !== 'open' && state.status !== 'locked') throw new Error(state.status);
  return state.facts.users.find((user) => user.name === name)?.id ?? '';
};

async function protectedComputer() {
  const computer = memoryComputer();
  const desk = await openWindow(computer);
  const sealed = await sealIn(desk);
  const done = await desk.protect('李晓', password);
  if (!done.ok) throw new Error(done.problem.text);
  return { computer, desk, sealed, sheet: done.sheet };
}

describe('without a password', () => {
  it('opens at once, again and again, with the same key', async () => {
    const computer = memoryComputer();
    const sealed = await sealIn(await openWindow(computer));
    const again = await openWindow(computer);
    expect(await opens(again, sealed)).toBe(true);
    await again.lock();
    expect(again.get().status).toBe('open');
  });

  it('two windows that start at the same time make one key', async () => {
    const computer = memoryComputer();
    const [a, b] = await Promise.all([openWindow(computer), openWindow(computer)]);
    expect(await opens(b, await sealIn(a))).toBe(true);
  });

  it('refuses a place that keeps nothing safe, and goes on with a password', async () => {
    const computer = memoryComputer();
    computer.backend = 'basic_text';
    const desk = await openWindow(computer);
    expect(desk.get()).toEqual({ status: 'unguarded', offered: 'basic_text' });
    expect(computer.text).toBeNull();
    expect(await desk.protect('李晓', password)).toMatchObject({ ok: true });
    const sealed = await sealIn(desk);
    const again = await openWindow(computer);
    expect(again.get().status).toBe('locked');
    await again.unlock(userOf(again, '李晓'), password);
    expect(await opens(again, sealed)).toBe(true);
  });

  it('says when the computer no longer opens what it guarded, and makes no new key over it', async () => {
    const computer = memoryComputer();
    await openWindow(computer);
    const before = computer.text;
    computer.guarded.clear();
    const desk = await openWindow(computer);
    expect(desk.get()).toMatchObject({ status: 'failed', problem: { code: 'key.guardLost' } });
    expect(computer.text).toBe(before);
  });

  it('a sheet printed beforehand opens it then, and the first password is set on the way', async () => {
    const computer = memoryComputer();
    const desk = await openWindow(computer);
    const sealed = await sealIn(desk);
    const made = await desk.newSheet('');
    computer.guarded.clear();
    const again = await openWindow(computer);
    expect(again.get().status).toBe('locked');
    const sheet = made.ok ? made.sheet : '';
    expect(await again.recover(sheet, { name: '李晓' }, password)).toEqual({ ok: true });
    expect(await opens(again, sealed)).toBe(true);
  });
});

describe('a password', () => {
  it('takes the key from the computer; a wrong one opens nothing, the right one everything', async () => {
    const { computer, desk, sealed } = await protectedComputer();
    expect(await opens(desk, sealed)).toBe(true);
    expect(computer.guarded.size).toBe(0);
    await desk.lock();
    expect(desk.get().status).toBe('locked');
    const user = userOf(desk, '李晓');
    expect(await desk.unlock(user, other)).toMatchObject({
      ok: false,
      problem: { code: 'key.wrongPassword' },
    });
    expect(await opens(desk, sealed)).toBe(false);
    expect(await desk.unlock(user, password)).toEqual({ ok: true });
    expect(await opens(desk, sealed)).toBe(true);
  });

  it('is asked for again after a restart', async () => {
    const { computer, sealed } = await protectedComputer();
    const again = await openWindow(computer);
    expect(again.get().status).toBe('locked');
    await again.unlock(userOf(again, '李晓'), password);
    expect(await opens(again, sealed)).toBe(true);
  });

  it('wrong ones slow down, a restart does not help, and the right one waits too', async () => {
    const { computer } = await protectedComputer();
    const desk = await openWindow(computer);
    const user = userOf(desk, '李晓');
    for (let i = 0; i < 3; i++) await desk.unlock(user, `${other}${i}`);
    const again = await openWindow(computer);
    const soon = await again.unlock(user, password);
    expect(soon).toMatchObject({ ok: false, problem: { code: 'key.tooSoon', details: { seconds: 5 } } });
    clock.nowMs += 5000;
    expect(await again.unlock(user, other)).toMatchObject({ problem: { details: { seconds: 10 } } });
    // A clock put back by years keeps nobody out longer than that.
    clock.nowMs -= 10 * 365 * 86_400_000;
    expect(await again.unlock(user, password)).toMatchObject({ problem: { details: { seconds: 10 } } });
    clock.nowMs += 20 * 365 * 86_400_000;
    expect(await again.unlock(user, password)).toEqual({ ok: true });
    expect(again.get()).toMatchObject({ facts: { waitUntil: null } });
  });

  it('a lock in one window locks the others; one that had none asks for it', async () => {
    const computer = memoryComputer();
    const [a, b] = [await openWindow(computer), await openWindow(computer)];
    await a.protect('李晓', password);
    await expect.poll(() => b.get().status).toBe('locked');
    await b.unlock(userOf(b, '李晓'), password);
    await b.lock();
    expect(a.get().status).toBe('locked');
  });

  it('a new one replaces the old one', async () => {
    const { desk, sealed } = await protectedComputer();
    expect(await desk.changePassword(other, '新的口令2027')).toMatchObject({ ok: false });
    expect(await desk.changePassword(password, '短')).toMatchObject({
      problem: { code: 'key.passwordShort' },
    });
    expect(await desk.changePassword(password, '新的口令2027')).toEqual({ ok: true });
    await desk.lock();
    const user = userOf(desk, '李晓');
    expect(await desk.unlock(user, password)).toMatchObject({ ok: false });
    expect(await desk.unlock(user, '新的口令2027')).toEqual({ ok: true });
    expect(await opens(desk, sealed)).toBe(true);
  });
});

describe('the recovery sheet', () => {
  it('opens and gives a new password; one printed later makes it worthless', async () => {
    const { desk, sealed, sheet } = await protectedComputer();
    await desk.lock();
    const who = { userId: userOf(desk, '李晓') };
    expect(await desk.recover(sheet.slice(0, -1), who, other)).toMatchObject({
      problem: { code: 'key.mistypedCode' },
    });
    expect(await desk.recover(sheet.toLowerCase().replaceAll('-', ' '), who, other)).toEqual({ ok: true });
    expect(await opens(desk, sealed)).toBe(true);
    const later = await desk.newSheet(other);
    await desk.lock();
    expect(await desk.recover(sheet, who, password)).toMatchObject({ problem: { code: 'key.wrongCode' } });
    expect(await desk.recover(later.ok ? later.sheet : '', who, password)).toEqual({ ok: true });
  });
});

describe('several users of one computer', () => {
  it('each opens the same register with her own password; who left does not', async () => {
    const { desk, sealed } = await protectedComputer();
    expect(await desk.addUser(other, '王芳', other)).toMatchObject({ ok: false });
    expect(await desk.addUser(password, '李晓', other)).toMatchObject({ problem: { code: 'key.nameTaken' } });
    expect(await desk.addUser(password, '王芳', other)).toEqual({ ok: true });
    await desk.lock();
    const [li, wang] = [userOf(desk, '李晓'), userOf(desk, '王芳')];
    expect(await desk.unlock(wang, password)).toMatchObject({ ok: false });
    expect(await desk.unlock(wang, other)).toEqual({ ok: true });
    expect(await opens(desk, sealed)).toBe(true);
    expect(desk.get()).toMatchObject({ me: { name: '王芳' }, facts: { lastUserId: wang } });
    expect(await desk.removeUser(wang)).toMatchObject({ problem: { code: 'key.notYourself' } });
    expect(await desk.removeUser(li)).toEqual({ ok: true });
    await desk.lock();
    expect(await desk.unlock(li, password)).toMatchObject({ ok: false });
  });

  it('nothing in the keyring tells a password, the sheet or the key', async () => {
    const { computer, sheet } = await protectedComputer();
    const text = computer.text ?? '';
    expect(text).toContain('李晓');
    for (const secret of [password, sheet, sheet.replaceAll('-', '')]) expect(text).not.toContain(secret);
  });
});

describe('starting anew', () => {
  it('erases first, then begins with another key, another user and a sheet', async () => {
    const { computer, desk, sealed } = await protectedComputer();
    await desk.lock();
    const before = computer.text;
    const failing = () => Promise.reject(new Error('another window has it open'));
    await expect(desk.startAnew(failing, '赵敏', other)).rejects.toThrow('another window');
    expect(computer.text).toBe(before);
    let isErased = false;
    const erase = () => {
      // The key before is still the one on the disk: cut off here, the old passwords open what is left.
      isErased = computer.text === before;
      return Promise.resolve();
    };
    expect(await desk.startAnew(erase, '赵敏', '短')).toMatchObject({
      problem: { code: 'key.passwordShort' },
    });
    expect(isErased).toBe(false);
    expect(await desk.startAnew(erase, '赵敏', other)).toMatchObject({ ok: true });
    expect(isErased).toBe(true);
    expect(desk.get()).toMatchObject({ status: 'open', me: { name: '赵敏' }, facts: { county: null } });
    expect(await opens(desk, sealed)).toBe(false);
    expect(computer.text).not.toContain('李晓');
  });
});
