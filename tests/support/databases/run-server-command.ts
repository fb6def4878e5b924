/** Runs what package.json says under a name, as npm would, on an embedded database. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Record<string, string>;
};

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function runServerCommand(dataFolder: string, name: string, ...args: string[]): Promise<Ran> {
  const [, file = ''] = (scripts[name] ?? '').split(' ');
  // A settings file of the person running the tests must not count: what is set here wins over it.
  const env = { ...process.env, DATA_FOLDER: dataFolder, DATABASE_URL: '', BACKUP_FOLDER: '' };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', file, ...args],
      { cwd: root, env },
      (error, out, err) => done({ code: error === null ? 0 : Number(child.exitCode), out, err }),
    );
    child.stdin?.end();
  });
}
