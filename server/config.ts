/** Settings of the server, from environment variables; a file `server.env` in the project may hold them too. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { serverProblems } from '@shared/problems/server-problems';
import { z } from 'zod';
import { DatabaseProblem } from './db/database-problem';
import { logLevels } from './plugins/log';

export type Variables = Readonly<Record<string, string | undefined>>;

/** An empty variable is one that is not set. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
const yesNo = optional(z.enum(['0', '1', 'false', 'true', 'no', 'yes']).default('0')).transform((value) =>
  ['1', 'true', 'yes'].includes(value),
);
const webAddress = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine(({ pathname, search, hash }) => pathname === '/' && search === '' && hash === '');

/** Addresses, networks, or the names of well-known ones. */
const isProxyList = (text: string): boolean =>
  text.split(',').every((part) => {
    const [address = '', bits] = part.trim().split('/');
    const isNetwork = isIP(address) > 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
    return isNetwork || ['loopback', 'linklocal', 'uniquelocal'].includes(part.trim());
  });

const settings = {
  PORT: optional(z.coerce.number().int().min(1).max(65_535).default(5718)),
  HOST: optional(z.string().default('127.0.0.1')),
  DATABASE_URL: optional(
    z
      .url({ protocol: /^postgres(ql)?$/ })
      .nullable()
      .default(null),
  ),
  STATEMENT_TIMEOUT: optional(z.coerce.number().int().min(0).max(3600).default(30)),
  DATA_FOLDER: optional(z.string().nullable().default(null)),
  BACKUP_FOLDER: optional(z.string().nullable().default(null)),
  UPDATES_FOLDER: optional(z.string().nullable().default(null)),
  PUBLIC_URL: optional(webAddress.nullable().default(null)),
  TLS_CERT: optional(z.string().nullable().default(null)),
  TLS_KEY: optional(z.string().nullable().default(null)),
  TRUST_PROXY: optional(z.string().refine(isProxyList).nullable().default(null)),
  LOG_LEVEL: optional(z.enum(logLevels).default('info')),
  METRICS_TOKEN: optional(z.string().min(16).nullable().default(null)),
  ORIGINS: optional(z.string().default(''))
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((origins) => origins.every((origin) => /^[a-z][a-z\d+.-]*:\/\/[^/]+$/.test(origin))),
  DEMO: yesNo,
};
type Name = keyof typeof settings;

/** What each setting has to be, for the one who mistyped it. */
const rules: Readonly<Record<Name, string>> = {
  PORT: '应是 1 到 65535 之间的数',
  HOST: '应是本机的网络地址，例如 0.0.0.0',
  DATABASE_URL: '应以 postgres:// 开头，例如 postgres://用户名:密码@127.0.0.1:5432/ledger',
  STATEMENT_TIMEOUT: '应是 0 到 3600 之间的整数，单位秒，0 为不限',
  DATA_FOLDER: '应是一个文件夹',
  BACKUP_FOLDER: '应是一个文件夹，最好在另一块磁盘上',
  UPDATES_FOLDER: '应是放升级包（release.json 和安装文件）的文件夹',
  PUBLIC_URL: '应是各乡镇打开的网址，不带路径，例如 https://ledger.example.cn',
  TLS_CERT: '证书和私钥（TLS_CERT、TLS_KEY）要么都给，要么都不给',
  TLS_KEY: '证书和私钥（TLS_CERT、TLS_KEY）要么都给，要么都不给',
  TRUST_PROXY: '应是前置代理的地址，例如 127.0.0.1，多个用逗号分开',
  LOG_LEVEL: `应是 ${logLevels.join('、')} 之一`,
  METRICS_TOKEN: '至少 16 个字符',
  ORIGINS: '应是允许访问的来源，多个用逗号分开',
  DEMO: '应是 1 或 0',
};

export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  /** Of a PostgreSQL; null = the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Longest one statement of a request may run on PostgreSQL; null = as long as it needs. */
  readonly statementTimeoutMs: number | null;
  readonly dataFolder: string;
  /** Where backups go unless a file is named. */
  readonly backupFolder: string;
  /** Whether the server writes a backup every day: of a PostgreSQL only when told where to. */
  readonly backsUpDaily: boolean;
  /** Absolute; a release of the desktop edition for townships to fetch. */
  readonly updatesFolder: string | null;
  readonly publicUrl: URL | null;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly trustProxy: string | false;
  readonly logLevel: (typeof logLevels)[number];
  readonly metricsToken: string | null;
  readonly origins: readonly string[];
  readonly isDemo: boolean;
}

/** @throws DatabaseProblem naming the first setting that is wrong, and what it has to be */
export function readConfig(variables: Variables): ServerConfig {
  const read = <N extends Name>(name: N): z.output<(typeof settings)[N]> => {
    const parsed = settings[name].safeParse(variables[name]);
    if (!parsed.success) throw invalid(name);
    // The key and its schema's output belong together; indexing by a generic name loses that.
    return parsed.data as z.output<(typeof settings)[N]>;
  };
  const dataFolder = read('DATA_FOLDER') ?? usualDataFolder(variables);
  const updatesFolder = read('UPDATES_FOLDER');
  return {
    port: read('PORT'),
    host: read('HOST'),
    databaseUrl: read('DATABASE_URL'),
    // 0 = no limit, as PostgreSQL has it.
    statementTimeoutMs: read('STATEMENT_TIMEOUT') * 1000 || null,
    dataFolder,
    // Beside the data, not in it: a data folder that has to be thrown away must not take its backups along.
    backupFolder: read('BACKUP_FOLDER') ?? `${dataFolder}-backups`,
    backsUpDaily: read('DATABASE_URL') === null || read('BACKUP_FOLDER') !== null,
    updatesFolder: updatesFolder === null ? null : resolve(updatesFolder),
    publicUrl: read('PUBLIC_URL'),
    tls: readTls(read('TLS_CERT'), read('TLS_KEY')),
    trustProxy: read('TRUST_PROXY') ?? false,
    logLevel: read('LOG_LEVEL'),
    metricsToken: read('METRICS_TOKEN'),
    origins: read('ORIGINS'),
    isDemo: read('DEMO'),
  };
}

/** Puts what `server.env` says beside the environment; variables that are set already win. */
export function loadSettingsFile(file: string): void {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    // Most servers have no such file.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function readTls(certFile: string | null, keyFile: string | null): ServerConfig['tls'] {
  if (certFile === null && keyFile === null) return null;
  if (certFile === null || keyFile === null) throw invalid('TLS_CERT');
  return { cert: readSecret('TLS_CERT', certFile), key: readSecret('TLS_KEY', keyFile) };
}

function readSecret(name: Name, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new DatabaseProblem(serverProblems.settingFileUnreadable({ name, file }));
  }
}

/** Where programs of this system keep what they must not lose. */
function usualDataFolder(variables: Variables): string {
  const own = 'two-new-ledger-county';
  if (process.platform === 'win32') {
    return join(variables['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), own);
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', own);
  return join(variables['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), own);
}

const invalid = (name: Name): DatabaseProblem =>
  new DatabaseProblem(serverProblems.settingInvalid({ name, rule: rules[name] }));
