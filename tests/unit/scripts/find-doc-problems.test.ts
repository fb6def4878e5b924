import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findDocProblems } from '../../../scripts/docs/find-doc-problems.mjs';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'docs-'));
  await write('package.json', '{"scripts":{"start":"x","check":"x"}}');
  await write('shared/figures/facts.ts', '');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

it('accepts commands, links and paths that exist', async () => {
  await write(
    'README.md',
    'Run `npm start`, then `npm run check`. See [facts](shared/figures/facts.ts#head).\n',
  );
  await write(
    'shared/README.md',
    'In `figures/facts.ts`, `shared/figures/` and `facts.ts`; [web](https://a.example/b).\n',
  );
  expect(findDocProblems(root)).toEqual([]);
});

it('reports a script, a link, a path and a file name that do not exist, with their line', async () => {
  await write('docs/a.md', 'ok\n`npm run gone` and [x](../b.md)\n`shared/rules/` in `gone.ts`\n');
  expect(findDocProblems(root)).toEqual([
    { file: 'docs/a.md', line: 2, text: 'package.json has no script "gone"' },
    { file: 'docs/a.md', line: 2, text: 'link to nothing: ../b.md' },
    { file: 'docs/a.md', line: 3, text: 'no such file or folder: shared/rules/' },
    { file: 'docs/a.md', line: 3, text: 'no such file or folder: gone.ts' },
  ]);
});

it('checks commands inside fences, but not the paths in their samples', async () => {
  await write('a.md', '```\nnpm test\ncat `shared/none.ts`\n```\n');
  expect(findDocProblems(root)).toEqual([
    { file: 'a.md', line: 2, text: 'package.json has no script "test"' },
  ]);
});

it('leaves other paths alone: packages, placeholders, other people’s files', async () => {
  await write('a.md', '`react-dom/client` `shared/<noun>/x.ts` `tests/*.ts` `application/json`\n');
  expect(findDocProblems(root)).toEqual([]);
});
