import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Journal, openJournal } from '../../../electron/main/journal/journal-folder';

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

it('is read in the order it was written, over several parts and a new start', async () => {
  const first = openJournal(folder, 20);
  const lines = Array.from({ length: 9 }, (_, i) => `第${i}行\n`);
  await Promise.all(lines.slice(0, 5).map((line) => first.append(line)));
  const second = openJournal(folder, 20);
  for (const line of lines.slice(5)) await second.append(line);
  expect((await readdir(folder)).length).toBeGreaterThan(2);
  expect(await readAll(second)).toBe(lines.join(''));
});

it('goes on from a position, and from nowhere gives everything', async () => {
  const journal = openJournal(folder, 12);
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
  const journal = openJournal(folder);
  await journal.append('新行\n');
  expect(await readFile(join(folder, '000001.log'), 'utf8')).toBe('整行\n半\n新行\n');
});

it('begun anew it holds nothing old, and an older position finds only what is new', async () => {
  const journal = openJournal(folder);
  await journal.append('旧\n');
  const { end } = await journal.read(null);
  await journal.beginAnew();
  expect(await readAll(journal)).toBe('');
  await journal.append('新的一行，比旧的长\n');
  const first = await journal.read(end);
  expect(first).toMatchObject({ text: '', isLast: false });
  expect(await journal.read(first.end)).toMatchObject({ text: '新的一行，比旧的长\n', isLast: true });
});
