import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournalParts } from '@renderer/platform/private-journal/journal-parts';
import { readKeyringCopy, writeKeyringCopy } from '@renderer/platform/private-journal/keyring-copy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../electron/main/journal/journal-folder';
import { diskPartFolder } from '../../support/register/disk-part-folder';

type Journal = ReturnType<typeof openJournalParts>;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readAll(journal: Journal): Promise<string> {
  let text = '';
  for (let from: Parameters<Journal['read']>[0] = null; ; ) {
    const read = await journal.read(from);
    text += read.text;
    if (read.isLast) return text;
    from = read.end;
  }
}

/** Both editions: one file in each, the same promises. */
describe.each([
  ['the desktop edition', (partBytes?: number): Journal => openJournal(folder, partBytes)],
  ['the browser edition', (partBytes?: number) => openJournalParts(diskPartFolder(folder), partBytes)],
])('the journal of %s', (_edition, open) => {
  it('is read in the order it was written, over several parts and a new start', async () => {
    const first = open(20);
    const lines = Array.from({ length: 9 }, (_, i) => `第${i}行\n`);
    for (const line of lines.slice(0, 5)) await first.append(line);
    const second = open(20);
    for (const line of lines.slice(5)) await second.append(line);
    expect((await readdir(folder)).length).toBeGreaterThan(2);
    expect(await readAll(second)).toBe(lines.join(''));
  });

  it('goes on from a position, and from nowhere gives everything', async () => {
    const journal = open(12);
    await journal.append('甲\n');
    const { end } = await journal.read(null);
    await journal.append('乙\n');
    await journal.append('丙丁戊己\n');
    await journal.append('庚\n');
    const rest = await journal.read(end);
    expect(rest.text).toBe('乙\n丙丁戊己\n');
    expect(rest.isLast).toBe(false);
    expect(await journal.read(rest.end)).toMatchObject({ text: '庚\n', isLast: true });
  });

  it('begins a new line after half a one that a power cut left', async () => {
    await writeFile(join(folder, '000001.log'), '整行\n半');
    await open().append('新行\n');
    expect(await readFile(join(folder, '000001.log'), 'utf8')).toBe('整行\n半\n新行\n');
  });

  it('begun anew it holds nothing old, and an older position finds only what is new', async () => {
    const journal = open();
    await journal.append('旧\n');
    const { end } = await journal.read(null);
    await journal.beginAnew();
    expect(await readAll(journal)).toBe('');
    await journal.append('新的一行，比旧的长\n');
    const first = await journal.read(end);
    expect(first).toMatchObject({ text: '', isLast: false });
    expect(await journal.read(first.end)).toMatchObject({ text: '新的一行，比旧的长\n', isLast: true });
  });

  it('drops the parts before one, and never the newest', async () => {
    const journal = open(12);
    for (const line of ['甲甲甲甲\n', '乙乙乙乙\n', '丙丙丙丙\n']) await journal.append(line);
    await journal.dropBefore('000003');
    expect(await readAll(journal)).toBe('丙丙丙丙\n');
    await journal.dropBefore('999999');
    expect(await readAll(journal)).toBe('丙丙丙丙\n');
  });
});

describe('several windows of the browser edition', () => {
  it('write one journal by turns, go on in a part another began, and after another emptied it', async () => {
    const [one, other] = [1, 2].map(() => openJournalParts(diskPartFolder(folder), 20)) as [Journal, Journal];
    const lines = Array.from({ length: 10 }, (_, i) => `第${i}行\n`);
    for (const [index, line] of lines.entries()) await (index % 3 === 0 ? one : other).append(line);
    expect(await readAll(one)).toBe(lines.join(''));
    await one.beginAnew();
    await other.append('新\n');
    expect(await readAll(one)).toBe('新\n');
  });

  it('a full disk leaves no half line and says so; with room the same line goes in', async () => {
    let room = Number.POSITIVE_INFINITY;
    const journal = openJournalParts(diskPartFolder(folder, () => room));
    await journal.append('整行\n');
    room = 4;
    await expect(journal.append('另一行\n')).rejects.toThrow('disk full');
    expect(await readAll(journal)).toBe('整行\n');
    room = Number.POSITIVE_INFINITY;
    await journal.append('另一行\n');
    expect(await readAll(journal)).toBe('整行\n另一行\n');
  });
});

describe('the copy of the keyring', () => {
  it('comes back as it was written last, also when a power cut spoiled either half', async () => {
    const copies = diskPartFolder(folder);
    expect(await readKeyringCopy(copies)).toBeNull();
    await writeKeyringCopy(copies, '{"version":1,"note":"很长很长"}');
    await writeKeyringCopy(copies, '{"version":2}');
    expect(await readKeyringCopy(copies)).toBe('{"version":2}');
    for (const slot of ['keyring-1', 'keyring-2']) {
      const whole = await readFile(join(folder, slot), 'utf8');
      await writeFile(join(folder, slot), whole.slice(0, 40));
      expect(await readKeyringCopy(copies)).toBe('{"version":2}');
      await writeFile(join(folder, slot), whole);
    }
    await writeKeyringCopy(copies, null);
    expect(await readKeyringCopy(copies)).toBeNull();
  });
});
