import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

// Playwright's server has built out/ before any spec runs.
const out = fileURLToPath(new URL('../../out', import.meta.url));

test('the preload script is what a sandboxed window accepts: CommonJS that needs electron alone', async () => {
  const preload = await readFile(join(out, 'preload/index.cjs'), 'utf8');
  const required = [...preload.matchAll(/\brequire\(["'](.+?)["']\)/g)].map(([, name]) => name);
  expect(required).toEqual(['electron']);
  expect(preload).not.toMatch(/^\s*(import|export)\b/m);
});

test('the main process carries its code with it: only electron and Node itself are imported', async () => {
  const main = await readFile(join(out, 'main/index.js'), 'utf8');
  const imported = [...main.matchAll(/^import\b.*?from ["'](.+?)["'];?$/gm)].map(([, name]) => name ?? '');
  expect(imported).toContain('electron');
  expect(imported.filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([]);
});
