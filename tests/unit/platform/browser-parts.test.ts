import 'fake-indexeddb/auto';
import { deviceNameOf } from '@renderer/platform/device-name';
import { createKeptFiles } from '@renderer/platform/kept-files';
import { localPreferences } from '@renderer/platform/preferences';
import { describe, expect, it } from 'vitest';

/** localStorage as a page sees it. */
function pageStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe('preferences', () => {
  it('come back on the next start', () => {
    const storage = pageStorage();
    localPreferences(() => storage).set('theme', 'dark');
    expect(localPreferences(() => storage).get('theme')).toBe('dark');
    localPreferences(() => storage).set('theme', null);
    expect(localPreferences(() => storage).get('theme')).toBeNull();
  });

  it('last until the page closes where storage is blocked', () => {
    const preferences = localPreferences(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    preferences.set('theme', 'dark');
    expect(preferences.get('theme')).toBe('dark');
  });
});

describe('device name', () => {
  it('names the system and stays the same', () => {
    const preferences = localPreferences(pageStorage);
    const storage = pageStorage();
    const kept = localPreferences(() => storage);
    const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120';
    expect(deviceNameOf(windows, kept, () => '01ARZ3NDEKTSV4RRFFQ69G7F3A')).toBe('Windows电脑-7F3A');
    expect(deviceNameOf(windows, kept, () => 'another-id-0000')).toBe('Windows电脑-7F3A');
    expect(deviceNameOf('Mozilla/5.0 (X11; Linux UOS) x', preferences, () => 'AAAA')).toBe('统信电脑-AAAA');
  });
});

describe('kept files without a private file system', () => {
  it('come back byte for byte, and an unknown id is null', async () => {
    let ids = 0;
    const files = createKeptFiles(() => `f${++ids}`);
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
    const id = await files.keep(bytes);
    expect(await createKeptFiles(() => 'x').read(id)).toEqual(bytes);
    expect(await files.read('unknown')).toBeNull();
  });
});
