import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The import rules are configuration, and configuration can rot silently. This plants one small file per rule
 * in an empty copy of the project and runs the real linters over it.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));

const refusedByBiome: Record<string, string> = {
  'shared/lib/uses-domain.ts': '@shared/domain/unit',
  'shared/lib/uses-problems.ts': '../problems/catalogue',
  'shared/domain/unit/uses-figures.ts': '../../figures/facts',
  'shared/figures/uses-duties.ts': '@shared/duties/duty',
  'shared/duties/uses-export.ts': '@shared/export/columns',
  'shared/figures/uses-import.ts': '@shared/import/parse',
  'shared/figures/uses-demo.ts': '@shared/demo/county',
  'shared/demo/uses-export.ts': '@shared/export/columns',
  'shared/ipc/uses-rules.ts': '@shared/rules/rule-set',
  'shared/lib/uses-node.ts': 'node:fs',
  'renderer/components/knows-a-noun.ts': '@shared/domain/unit',
  'renderer/data/uses-feature.ts': '@renderer/features/units/list',
  'renderer/platform/uses-data.ts': '../data/units',
  'renderer/features/units/uses-people.ts': '@renderer/features/people/list',
  'renderer/features/units/uses-neighbour.ts': '../people/list',
  'renderer/features/units/table/uses-neighbour.ts': '../../people/list',
  'renderer/features/units/table/cell/uses-neighbour.ts': '../../../people/list',
  'renderer/features/units/uses-outbox.ts': '@renderer/sync/outbox',
  'renderer/features/units/uses-worker-steps.ts': '@renderer/workers/parse/steps',
  'renderer/features/units/uses-app.ts': '@renderer/app/router',
  'electron/main/uses-domain.ts': '@shared/domain/unit',
  'electron/main/uses-renderer.ts': '@renderer/platform/platform',
  'electron/preload/uses-domain.ts': '@shared/domain/unit',
};

const refusedByOxlint: Record<string, string> = {
  'shared/domain/uses-react.ts': 'react',
  'shared/domain/uses-database.ts': 'rxdb/plugins/core',
  'shared/domain/uses-renderer.ts': '@renderer/data/units',
  'renderer/features/units/uses-database.ts': 'rxdb',
  'renderer/features/units/uses-electron.ts': 'electron',
  'renderer/data/uses-electron.ts': 'electron',
  'server/services/uses-electron.ts': 'electron',
};

/** The raw ends of the messages between page and main process. */
const rawMessages: Record<string, string> = {
  'electron/main/takes-ipc-main.ts': 'ipcMain',
  'electron/main/takes-ipc-renderer.ts': 'ipcRenderer',
  'electron/preload/takes-ipc-renderer.ts': 'ipcRenderer',
  'renderer/platform/takes-ipc-renderer.ts': 'ipcRenderer',
};

const allowed: Record<string, string> = {
  'shared/domain/unit/uses-lib.ts': '@shared/lib/dates',
  'shared/figures/indicators/uses-own.ts': '../facts',
  'shared/import/steps/uses-domain.ts': '@shared/domain/unit',
  'renderer/data/uses-rxdb.ts': 'rxdb',
  'renderer/features/units/uses-own.ts': './table/cell',
  'renderer/features/units/table/uses-own.ts': '../list',
  'renderer/features/units/uses-data.ts': '@renderer/data/units',
  'renderer/features/units/uses-status.ts': '@renderer/sync/status/unsent-count',
  'renderer/features/units/uses-client.ts': '@renderer/workers/parse/client',
  'renderer/app/uses-feature.ts': '@renderer/features/units/list',
  'electron/main/ipc/uses-channels.ts': '@shared/ipc/channels',
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  for (const file of [
    'biome.jsonc',
    'biome.boundaries.jsonc',
    '.oxlintrc.json',
    'package.json',
    'tsconfig.base.json',
    'shared/tsconfig.json',
    'shared/lib/chromium-109.d.ts',
    'renderer/tsconfig.worker.json',
    'electron/preload/tsconfig.json',
    '.gitignore',
  ]) {
    await cp(join(root, file), join(folder, file));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, from] of Object.entries({ ...refusedByBiome, ...refusedByOxlint, ...allowed })) {
    await plant(path, `import { thing } from '${from}';\n\nexport const used = thing;\n`);
  }
  for (const [path, name] of Object.entries(rawMessages))
    await plant(path, `import { ${name} } from 'electron';\n\nexport const used = ${name};\n`);
  await plant('shared/lib/forgets-a-promise.ts', `export function go(): void {\n  Promise.resolve(1);\n}\n`);
  await plant('shared/lib/exports-default.ts', `const one = 1;\nexport default one;\n`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function plant(path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function run(script: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 32 << 20 };
    // Linters exit with 1 when they find something: that is the expected case here.
    execFile(process.execPath, [join(root, 'node_modules', script), ...args], options, (error, stdout) =>
      stdout === '' && error !== null ? reject(error) : resolve(stdout),
    );
  });
}

describe('import boundaries', () => {
  it('Biome refuses every import that crosses a folder boundary, and only those', async () => {
    const report = JSON.parse(
      await run('@biomejs/biome/bin/biome', ['lint', '.', '--reporter=json', '--max-diagnostics=none']),
    ) as {
      diagnostics: { category: string; location: { path: string } }[];
    };
    const found = report.diagnostics
      .filter(({ category }) => /noRestrictedImports|noNodejsModules/.test(category))
      .map(({ location }) => location.path);
    expect(found.toSorted()).toEqual(Object.keys(refusedByBiome).toSorted());
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ category: 'lint/style/noDefaultExport' }),
    );
  });

  it('oxlint refuses packages a folder must not know, the raw ends of messages and forgotten promises', async () => {
    const report = JSON.parse(await run('oxlint/bin/oxlint', ['--format=json'])) as {
      diagnostics: { code: string; filename: string }[];
    };
    const found = report.diagnostics.map(({ filename, code }) => `${filename} ${code}`);
    const imports = [...Object.keys(refusedByOxlint), ...Object.keys(rawMessages)].map(
      (path) => `${path} eslint(no-restricted-imports)`,
    );
    expect(found.toSorted()).toEqual(
      [...imports, 'shared/lib/forgets-a-promise.ts typescript(no-floating-promises)'].toSorted(),
    );
    // Electron's types bring Node's along, and the type worlds below have to do without.
    await rm(join(folder, 'electron/preload/takes-ipc-renderer.ts'));
  });
});

describe('type worlds', () => {
  it.each([
    ['shared', 'shared/lib/strays.ts', ['document', 'process']],
    ['electron/preload', 'electron/preload/strays.ts', ['document', 'process']],
    ['renderer/tsconfig.worker.json', 'renderer/workers/parse/strays.worker.ts', ['document', 'process']],
  ])('%s: the page and Node are out of reach', async (project, path, names) => {
    const lines = names.map(
      (name, i) => `export const seen${i} = typeof ${name} === 'object' ? ${name} : null;`,
    );
    expect(await compile(project, path, lines)).toEqual(
      names.map((name, i) => [i + 1, expect.stringContaining(`Cannot find name '${name}'`)]),
    );
  });

  it.each([
    ['shared', 'shared/lib/modern.ts'],
    ['renderer/tsconfig.worker.json', 'renderer/workers/parse/modern.worker.ts'],
  ])('%s: only what Chromium 109 has', async (project, path) => {
    const lacking = [
      '[2, 1].toSorted()',
      '[2, 1].toReversed()',
      '[2, 1].toSpliced(0, 1)',
      '[2, 1].with(0, 3)',
      'Map.groupBy([1], String)',
      'Object.groupBy([1], String)',
    ];
    const there = ['[2, 1].findLast(Boolean)', '[2, 1].findLastIndex(Boolean)', '[2, 1].at(-1)'];
    const lines = [...lacking, ...there].map((use, i) => `export const used${i}: unknown = ${use};`);
    expect(await compile(project, path, lines)).toEqual(
      lacking.map((_, i) => [i + 1, expect.stringContaining('does not exist on type')]),
    );
  });
});

/** Line and message of the first error per line of a file with these lines. */
async function compile(project: string, path: string, lines: readonly string[]): Promise<[number, string][]> {
  await plant(path, `${lines.join('\n')}\n`);
  const output = await run('typescript/bin/tsc', ['-p', project, '--incremental', 'false']);
  const errors = new Map<number, string>();
  for (const text of output.split('\n')) {
    const line = text.startsWith(`${path}(`) ? Number(/\((\d+),/.exec(text)?.[1]) : null;
    if (line !== null && !errors.has(line)) errors.set(line, text);
  }
  return [...errors];
}
