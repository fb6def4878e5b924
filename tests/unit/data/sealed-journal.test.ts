import { parseEvents } from '@renderer/data/journal/journal-lines';
import { sealedJournal } from '@renderer/data/journal/sealed-journal';
import { describe, expect, it } from 'vitest';
import { memoryJournal } from '../../support/register/memory-journal';
import { testKeys } from '../../support/register/test-keys';
import { addOffice, addUnit, openTestRegister } from '../../support/register/test-register';

const collections = ['units', 'settings'] as const;
const journalSealer = async (number = 1) => (await testKeys(number)).sealerFor('journal');

/** A register with a unit, and the file behind its sealed journal. */
async function written() {
  const file = memoryJournal();
  const journal = sealedJournal(file, await journalSealer());
  const store = await openTestRegister('memory', { journal, collections });
  await addOffice(store);
  await addUnit(store, { contact: { name: '王芳', phone: '13812345678' } });
  return { file, journal, store };
}

describe('the sealed journal', () => {
  it('brings a lost register back, and shows nothing of it', async () => {
    const { file, journal, store } = await written();
    const before = store.table('units').all();
    expect(file.text).toMatch(/^(sealed [A-Za-z0-9+/=]+\n)+$/);
    const again = await openTestRegister('memory', { journal, collections });
    expect(again.selfCheck).toMatchObject({ documentCount: 2, damagedCount: 0 });
    expect(again.table('units').all()).toEqual(before);
  });

  it('a line cut off, changed or sealed with another key is one damaged line, the others are read', async () => {
    const { file } = await written();
    const [first = '', ...rest] = file.text.trimEnd().split('\n');
    for (const bad of [first.slice(0, -20), `${first.slice(0, 30)}AAAA${first.slice(34)}`]) {
      file.text = `${[bad, ...rest].join('\n')}\n`;
      const { text } = await sealedJournal(file, await journalSealer()).read(null);
      const parsed = parseEvents(text);
      expect(parsed.damagedCount).toBe(1);
      expect(parsed.events).toHaveLength(rest.length);
    }
    const { text } = await sealedJournal(file, await journalSealer(2)).read(null);
    expect(parseEvents(text).events).toEqual([]);
  });

  it('reads on where a journal was begun without a key', async () => {
    const file = memoryJournal();
    await addOffice(await openTestRegister('memory', { journal: file, collections }));
    const journal = sealedJournal(file, await journalSealer());
    const store = await openTestRegister('memory', { journal, collections });
    await addUnit(store);
    const again = await openTestRegister('memory', { journal, collections });
    expect(again.selfCheck).toMatchObject({ documentCount: 2, damagedCount: 0 });
  });
});
