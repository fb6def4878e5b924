import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettingsFile, readConfig } from '@server/config';
import { DatabaseProblem } from '@server/db/database-problem';
import { afterEach, describe, expect, it, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('settings of the server', () => {
  it('are safe when nothing is set: this machine only, no demonstration', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 5718,
      databaseUrl: null,
      tls: null,
      trustProxy: false,
      isDemo: false,
      metricsToken: null,
    });
  });

  it('count as not set when empty', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', PUBLIC_URL: '', DEMO: '' })).toEqual(readConfig({}));
  });

  it('are read', () => {
    const config = readConfig({
      PORT: '8443',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://ledger@db/ledger',
      PUBLIC_URL: 'https://ledger.example.cn',
      TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
      ORIGINS: 'https://a.example.cn, https://b.example.cn',
      DEMO: 'yes',
    });
    expect(config).toMatchObject({
      port: 8443,
      host: '0.0.0.0',
      databaseUrl: 'postgres://ledger@db/ledger',
      trustProxy: '127.0.0.1, 10.0.0.0/8',
      origins: ['https://a.example.cn', 'https://b.example.cn'],
      isDemo: true,
    });
    expect(config.publicUrl?.host).toBe('ledger.example.cn');
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '0'],
    ['DATABASE_URL', 'mysql://x'],
    ['PUBLIC_URL', 'ledger.example.cn'],
    ['PUBLIC_URL', 'https://ledger.example.cn/path'],
    ['TRUST_PROXY', 'everybody'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'short'],
    ['DEMO', 'maybe'],
    ['TLS_KEY', '/only/one'],
    ['ORIGINS', 'a.example.cn'],
  ])('%s=%s is refused by name, with what it has to be', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(DatabaseProblem);
    expect(() => readConfig({ [name]: value })).toThrow(
      `设置 ${name === 'TLS_KEY' ? 'TLS_CERT' : name} 不正确`,
    );
  });

  it('name the certificate file that cannot be read', () => {
    const read = () => readConfig({ TLS_CERT: '/no/such/cert.pem', TLS_KEY: '/no/such/key.pem' });
    expect(read).toThrow('/no/such/cert.pem');
  });

  it('come from a file too, where the environment does not say otherwise', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'server.env');
    writeFileSync(file, 'LEDGER_TEST_A=file\nLEDGER_TEST_B=file\n');
    vi.stubEnv('LEDGER_TEST_A', 'environment');
    vi.stubEnv('LEDGER_TEST_B', undefined);
    loadSettingsFile(file);
    expect([process.env['LEDGER_TEST_A'], process.env['LEDGER_TEST_B']]).toEqual(['environment', 'file']);
    expect(() => loadSettingsFile(join(folder, 'no such file'))).not.toThrow();
  });
});
