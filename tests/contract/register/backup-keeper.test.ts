// First: the database looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { readBackup, writeBackup } from '@renderer/data/backup';
import { readHead } from '@renderer/data/backups/backup-head';
import { createBackupKeeper, type KeeperOptions } from '@renderer/data/backups/backup-keeper';
import { hasWayIn, sealerByCode, sealerByPassword } from '@renderer/data/backups/foreign-key';
import { openBackup } from '@renderer/data/backups/sealed-backup';
import { verifyBackup } from '@renderer/data/backups/verify-backup';
import { restoreBackup } from '@renderer/data/restore-backup';
import { createKeyDesk } from '@renderer/keys/key-desk';
import type { KeyDesk } from '@renderer/keys/key-state';
import { addDays } from '@shared/lib/day';
import { describe, expect, it } from 'vitest';
import { memoryBackups } from '../../support/register/memory-backups';
import { memoryComputer } from '../../support/register/memory-key-store';
import {
  addOffice,
  addUnit,
  freshName,
  openTestRegister,
  storages,
} from '../../support/register/test-register';

const password = '青溪镇口令2026';

const keysOf = (desk: KeyDesk) => {
  const state = desk.get();
  return state.status === 'open' ? state.keys : null;
};

let ids = 0;

/** A computer with a register, a stick, and a clock that the test sets. */
async function computer(deviceName = '乡镇一号机') {
  const keyStore = memoryComputer().open();
  const desk = createKeyDesk({
    store: keyStore,
    nowMs: () => Date.parse('2026-11-21T02:00:00.000Z'),
    newId: () => `key-${++ids}`,
    cost: { kind: 'argon2id', memoryKib: 8, passes: 1, lanes: 1 },
  });
  await desk.start();
  const backups = memoryBackups();
  const remembered = new Map<string, string>();
  const clock = { day: '2026-11-21' };
  const options: KeeperOptions = {
    backups,
    keys: () => keysOf(desk),
    keyringText: () => keyStore.read(),
    userName: () => '李晓',
    now: () => `${clock.day}T02:00:00.000Z`,
    deviceName,
    preferences: {
      get: (key) => remembered.get(key) ?? null,
      set: (key, value) => void (value === null ? remembered.delete(key) : remembered.set(key, value)),
    },
    exclusively: (job) => job(),
  };
  return { desk, backups, clock, keeper: createBackupKeeper(options), options };
}

async function filled() {
  const target = { name: freshName(), storage: storages.dexie() };
  const register = await openTestRegister('dexie', target);
  await addOffice(register);
  const unit = await addUnit(register, { name: '青溪纸业有限公司' });
  return { register, unit, target, reopen: () => openTestRegister('dexie', target) };
}

const rename = (register: Awaited<ReturnType<typeof filled>>['register'], id: string, name: string) =>
  register.commit([{ op: 'change', collection: 'units', id, changes: { name } }], { label: '改名' });

describe('backups by themselves', () => {
  it('none is left, and none is spoken of, once the county took the computer out of service', async () => {
    const { keeper, backups, options } = await computer();
    const { register } = await filled();
    await keeper.backUpDaily(register);
    expect(backups.files.size).toBe(1);
    await keeper.removeOwn();
    expect(await keeper.list()).toEqual([]);
    expect(keeper.state.get().last).toBeNull();
    expect(createBackupKeeper(options).state.get().last).toBeNull();
  });

  it('one a day, sealed, with who and how many in the open and nothing else', async () => {
    const { keeper, backups, clock } = await computer();
    const { register } = await filled();
    await keeper.backUpDaily(register);
    await keeper.backUpDaily(register);
    expect(backups.files.size).toBe(1);
    const [[name, bytes] = ['', new Uint8Array()]] = backups.files;
    expect(name).toMatch(/^两新台账备份-20261121-00001-\w+\.lxbak$/);
    const head = readHead(bytes)?.head;
    expect(head).toMatchObject({
      kind: 'daily',
      count: 2,
      by: '李晓',
      deviceName: '乡镇一号机',
      officeName: '青溪镇党建办',
    });
    expect(new TextDecoder().decode(bytes)).not.toContain('青溪纸业');
    clock.day = '2026-11-22';
    await keeper.backUpDaily(register);
    expect((await keeper.list()).map((one) => one.head?.serial)).toEqual([2, 1]);
    expect(keeper.state.get().last).toEqual({ madeAt: '2026-11-22T02:00:00.000Z', count: 2 });
  });

  it('go by rotation, while a clock jumps ten years there and back, and leave what is not theirs', async () => {
    const { keeper, backups, clock } = await computer();
    const other = await computer('别人的电脑');
    const { register } = await filled();
    await other.keeper.backUp(register, 'daily');
    for (const [name, bytes] of other.backups.files) backups.files.set(name, bytes);
    const theirs = backups.files.size;
    const days = [
      ...Array.from({ length: 20 }, (_, i) => addDays('2026-11-01', i)),
      '2036-11-21',
      '2016-11-21',
    ];
    for (const day of days) {
      clock.day = day;
      await keeper.backUpDaily(register);
      expect([...backups.files.keys()].filter((name) => name.includes(day.replaceAll('-', '')))).toHaveLength(
        1,
      );
    }
    const own = (await keeper.list()).filter(({ head }) => head !== null && keeper.isOwn(head));
    expect(own).toHaveLength(14);
    expect(own[0]?.head?.madeAt).toBe('2016-11-21T02:00:00.000Z');
    expect(backups.files.size - own.length).toBe(theirs);
  });

  it('one to carry away, sealed as soon as somebody could open it on another computer', async () => {
    const { keeper, desk, backups } = await computer();
    const { register } = await filled();
    expect(await keeper.sealForElsewhere(register)).toBeNull();
    await desk.protect('李晓', password);
    const bytes = await keeper.sealForElsewhere(register);
    const head = readHead(bytes!)!.head;
    const found = await sealerByPassword(head, head.keyring.users[0]!.id, password);
    const opened = found.ok ? await openBackup(bytes!, found.sealer) : null;
    expect(opened).toMatchObject({ backup: { count: 2 } });
    expect(new TextDecoder().decode(bytes!)).not.toContain('青溪纸业');
    expect(backups.files.size).toBe(0);
  });

  it('not of an empty register, and not of the demo county', async () => {
    const { keeper, backups } = await computer();
    const register = await openTestRegister();
    await keeper.backUpDaily(register);
    expect(await keeper.backUp(register, 'beforeImport')).toEqual({ ok: true });
    expect(backups.files.size).toBe(0);
  });

  it.each([
    ['missing', 'backup.folderMissing'],
    ['full', 'backup.folderFull'],
    ['notWritable', 'backup.folderNotWritable'],
  ] as const)(
    'a place that is %s: a sentence, nothing lost, and it goes by itself the next time',
    async (trouble, code) => {
      const { keeper, backups } = await computer();
      const { register } = await filled();
      await keeper.backUp(register, 'beforeImport');
      backups.trouble = trouble;
      await keeper.backUpDaily(register);
      expect(keeper.state.get().problem?.code).toBe(code);
      expect(keeper.state.get().last).not.toBeNull();
      backups.trouble = null;
      await keeper.backUpDaily(register);
      expect(keeper.state.get().problem).toBeNull();
      expect(backups.files.size).toBe(2);
    },
  );

  it('a stick that spoils what is written is found out before anything older goes', async () => {
    const { keeper, backups, clock } = await computer();
    const { register } = await filled();
    for (let i = 0; i < 14; i++) {
      clock.day = addDays('2026-11-01', i);
      await keeper.backUpDaily(register);
    }
    const before = [...backups.files.keys()];
    backups.spoil = (bytes) => bytes.fill(0, 900);
    clock.day = '2026-11-20';
    await keeper.backUpDaily(register);
    expect(keeper.state.get().problem?.code).toBe('backup.notReadBack');
    expect([...backups.files.keys()]).toEqual(expect.arrayContaining(before));
  });
});

describe('校验备份', () => {
  it('says that it is whole and whether it is the present state', async () => {
    const { keeper, backups } = await computer();
    const { register, unit } = await filled();
    await keeper.backUp(register, 'daily');
    const [one] = await keeper.list();
    expect(await verifyBackup(keeper, one!, register)).toMatchObject({ isGood: true });
    expect((await verifyBackup(keeper, one!, register)).text).toContain('与本机现在的数据一致');
    await rename(register, unit, '改过的公司');
    expect((await verifyBackup(keeper, one!, register)).text).toContain('2 条逐条读过');
    expect((await verifyBackup(keeper, one!, register)).text).toContain('备份以后本机又有改动');
    // One bit, anywhere behind the first lines or in them.
    const bytes = backups.files.get(one!.name)!;
    for (const at of [bytes.length - 1, bytes.length - 400, 30]) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      backups.files.set(one!.name, damaged);
      const [listed] = await keeper.list();
      expect((await verifyBackup(keeper, listed!, register)).isGood).toBe(false);
    }
    backups.files.clear();
    expect((await verifyBackup(keeper, one!, register)).text).toContain('已经不在了');
  });
});

describe('bringing one back', () => {
  it('on the same computer: everything as it was then', async () => {
    const { keeper } = await computer();
    const { register, unit, target, reopen } = await filled();
    const then = register.snapshot();
    await keeper.backUp(register, 'daily');
    await rename(register, unit, '改错的公司');
    const opened = await keeper.open((await keeper.list())[0]!.name);
    if ('problem' in opened) throw new Error(opened.problem.text);
    expect(await restoreBackup(register, opened.backup, target)).toBeNull();
    expect((await reopen()).snapshot()).toEqual(then);
  });

  it('on another computer: by the password or the recovery sheet of the one that is gone, and by nothing else', async () => {
    const old = await computer();
    const made = await old.desk.protect('李晓', password);
    if (!made.ok) throw new Error(made.problem.text);
    const { register } = await filled();
    await old.keeper.backUp(register, 'daily');
    const [bytes] = old.backups.files.values();
    const head = readHead(bytes!)!.head;
    const next = await computer('新电脑');
    next.backups.files.set('a.lxbak', bytes!);
    expect(next.keeper.isOwn(head)).toBe(false);
    expect(await next.keeper.open('a.lxbak')).toMatchObject({ problem: { code: 'backup.sealBroken' } });
    const user = head.keyring.users[0]!;
    expect(await sealerByPassword(head, user.id, '不是这个口令')).toMatchObject({
      problem: { code: 'backup.wrongPassword' },
    });
    expect(await sealerByCode(head, 'ABC')).toMatchObject({ problem: { code: 'key.mistypedCode' } });
    for (const way of [sealerByPassword(head, user.id, password), sealerByCode(head, made.sheet)]) {
      const found = await way;
      if (!found.ok) throw new Error(found.problem.text);
      const opened = await openBackup(bytes!, found.sealer);
      expect(opened).toMatchObject({ backup: { count: 2 } });
    }
  });

  it('of a computer without password and sheet: it says so before anybody tries', async () => {
    const old = await computer();
    const { register } = await filled();
    await old.keeper.backUp(register, 'daily');
    const [before] = old.backups.files.values();
    expect(hasWayIn(readHead(before!)!.head)).toBe(false);
    expect(new TextDecoder().decode(before)).not.toContain('guarded');
    await old.desk.newSheet('');
    await old.keeper.backUp(register, 'daily');
    const [after] = old.backups.files.values();
    expect(hasWayIn(readHead(after!)!.head)).toBe(true);
  });

  it('made by an older program: its documents are brought up first; by a newer one: it asks for an upgrade', async () => {
    const { keeper, backups, options } = await computer();
    const { register } = await filled();
    await keeper.backUp(register, 'daily');
    const [bytes] = backups.files.values();
    const sealer = await options.keys()!.sealerFor('backups');
    const { schemaSteps } = await import('@renderer/data/storage/schema-versions');
    // As the next program will have them, its shape of units one version on.
    const steps = {
      ...schemaSteps,
      units: [
        (document: Readonly<Record<string, unknown>>) => ({
          ...document,
          name: `${String(document['name'])}（改版）`,
        }),
      ],
    };
    const opened = await openBackup(bytes!, sealer, steps);
    if ('problem' in opened) throw new Error(opened.problem.text);
    expect(opened.backup.register.units[0]?.name).toBe('青溪纸业有限公司（改版）');
    const newer = writeBackup(register.snapshot(), '2026-11-21T02:00:00.000Z').replace(
      '"units":0',
      '"units":1',
    );
    expect(readBackup(newer)).toMatchObject({ problem: { code: 'backup.newerFormat' } });
    expect(readBackup(newer, steps)).toMatchObject({ backup: { count: 2 } });
  });
});
