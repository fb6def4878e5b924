import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../support/find-chromium.mjs';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chromium-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function install(name: string): Promise<string> {
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, '');
  return file;
}

describe('findChromium', () => {
  it('takes the one named by CHROMIUM_PATH, and no other in its place', async () => {
    const named = await install('my-browser');
    expect(await findChromium({ CHROMIUM_PATH: named })).toBe(named);
    expect(await findChromium({ CHROMIUM_PATH: join(folder, 'gone'), PATH: process.env['PATH'] })).toBeNull();
  });

  it.runIf(process.platform === 'linux')(
    'prefers Chrome over Chromium wherever they are in PATH',
    async () => {
      const chromium = await install('chromium');
      const env = { PATH: ['/nowhere', folder].join(delimiter) };
      expect(await findChromium(env)).toBe(chromium);
      const chrome = await install('google-chrome');
      expect(await findChromium(env)).toBe(chrome);
    },
  );
});
