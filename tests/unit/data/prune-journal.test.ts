import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JournalAges, pruningOf, safeParts } from '@renderer/data/journal/prune-journal';
import { addDays } from '@shared/lib/day';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../electron/main/journal/journal-folder';
import { takingTurns } from '../../support/register/memory-journal';
import { addOffice, addUnit, freshName, openTestRegister } from '../../support/register/test-register';

/** What is left to go after a backup on each of these days. */
function seenOn(days: readonly string[], ages: JournalAges = {}) {
  let now = { ages, dropBefore: null as string | null };
  for (const day of days) now = pruningOf(['000002'], now.ages, day);
  return now;
}
const daysFrom = (first: string, count: number) => Array.from({ length: count }, (_, i) => addDays(first, i));

describe('the age of a part', () => {
  it('is 90 days of use, and the day after it may go', () => {
    expect(seenOn(daysFrom('2026-01-01', 90)).dropBefore).toBeNull();
    expect(seenOn(daysFrom('2026-01-01', 91)).dropBefore).toBe('000002');
  });

  it('does not grow by a clock that jumps ten years there and back, however often', () => {
    const jumping = Array.from({ length: 400 }, (_, i) => ['2026-01-01', '2036-01-01', '2016-01-01'][i % 3]!);
    expect(seenOn(jumping).dropBefore).toBeNull();
  });

  it('begins anew when something in it is needed again', () => {
    const { ages } = seenOn(daysFrom('2026-01-01', 80));
    expect(pruningOf([], ages, '2026-04-01').ages).toEqual({});
  });
});

describe('a journal of small parts', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function opened() {
    const clock = { day: '2026-01-01' };
    const journal = { ...openJournal(folder, 600), ...takingTurns() };
    const name = freshName();
    const open = () =>
      openTestRegister('dexie', {
        name,
        journal,
        now: () => `${clock.day}T02:00:00.000Z`,
        collections: ['units', 'settings'],
      });
    return { clock, journal, open };
  }

  it('loses nothing before a backup is whole, and its old parts 90 days of use after', async () => {
    const { clock, open } = await opened();
    const register = await open();
    await addOffice(register);
    for (let i = 0; i < 6; i++) await addUnit(register, { name: `第${i}号公司` });
    const before = (await readdir(folder)).length;
    expect(before).toBeGreaterThan(3);
    for (const day of daysFrom('2026-01-01', 91)) {
      expect((await readdir(folder)).length).toBe(before);
      clock.day = day;
      const { kept } = await register.forBackup();
      // As if the stick were pulled on every second day: nothing ages by it.
      if (day !== '2026-02-01') await kept();
    }
    expect((await readdir(folder)).length).toBe(before);
    clock.day = '2026-05-01';
    await (await register.forBackup()).kept();
    expect((await readdir(folder)).length).toBe(1);
    // And the register goes on from there.
    await addUnit(register, { name: '后来的公司' });
    await register.close();
    const again = await open();
    expect(again.selfCheck).toMatchObject({ editCount: 0, leftEdits: [], damagedCount: 0 });
    expect(again.table('units').all()).toHaveLength(7);
  });

  it('keeps a part while the county has not answered all of it, backup or not', async () => {
    const { journal, open } = await opened();
    const register = await open();
    await addOffice(register);
    for (let i = 0; i < 6; i++) await addUnit(register, { name: `第${i}号公司` });
    const names = ['units', 'settings'] as const;
    const tables = { names, tables: (name: 'units' | 'settings') => register.table(name) };
    // The open store's tables are the writable ones.
    const parts = (hasCounty: boolean, backedUpBefore: string) =>
      safeParts(tables as unknown as Parameters<typeof safeParts>[0], journal, { hasCounty, backedUpBefore });
    const all = await parts(false, '999999');
    expect(all.length).toBeGreaterThan(2);
    // Only the name of the office, which stays on this computer, waits for nobody.
    expect(await parts(true, '999999')).toEqual(all.slice(0, 1));
    expect(await parts(false, all[1]!)).toEqual(all.slice(0, 2));
    expect(await parts(false, '')).toEqual([]);
  });
});
