/**
 * A small county with its server running: two townships, one person of every role, a device at each one's place,
 * everybody logged in. The app is the real one over a real database; only clock, ids and limits are the test's.
 */
import { randomFillSync } from 'node:crypto';
import { buildApp } from '@server/app';
import type { Database } from '@server/db/database';
import type { Limits } from '@server/plugins/limits';
import { createLog } from '@server/plugins/log';
import { insertCode } from '@server/repositories/accounts/code-repository';
import { newEnrolmentCode } from '@server/services/enrolment/enrolment-code';
import type { Environment } from '@server/services/environment';
import { digestOfSecret } from '@server/services/sessions/secrets';
import { createIdGenerator } from '@shared/lib/ids';
import { type EnrolReply, enrolReply, type LoginReply, loginReply } from '@shared/sync/account-messages';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { type DatabaseKind, type FreshDatabase, freshDatabase } from '../databases/fresh-database';
import type { TestDatabases } from '../databases/test-databases';
import { createTestPlaces, placeIds, type TestPlace } from './test-places';
import { createTestUsers, type TestUser, type TestUserName, testPassword, testUsers } from './test-users';

export interface TestCountyOptions {
  readonly kind?: DatabaseKind;
  /** Migrated and without rows; closed with the county. Default: one of its own. */
  readonly database?: Database;
  /** Another server on the database of this one, as a second process would be. */
  readonly beside?: TestCounty;
  /** What the run provides; a script outside Vitest passes its own. */
  readonly from?: TestDatabases;
  /** Where the log goes; nowhere by default. */
  readonly log?: DestinationStream;
  /** Generous by default: tests hurry more than people. */
  readonly limits?: Partial<Limits>;
  /** Milliseconds since 1970; the computer's clock by default. */
  readonly nowMs?: () => number;
}

/** What one person holds in her hands. */
export interface SignedIn {
  readonly user: TestUser;
  readonly deviceId: string;
  readonly deviceToken: string;
  readonly sessionToken: string;
}
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed; null when it is not JSON. */
  readonly body: unknown;
  readonly text: string;
}
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface TestCounty {
  readonly app: FastifyInstance;
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly environment: Environment;
  /** Of its PostgreSQL, for connections beside its own; null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly users: Readonly<Record<TestUserName, SignedIn>>;
  /** One request below /api/v1. @param as whose session, or a session token; null = none */
  ask(
    as: TestUserName | { token: string } | null,
    method: Method,
    path: string,
    body?: object,
  ): Promise<Answer>;
  /** A new device, enrolled at a place. */
  enrol(place: TestPlace, deviceName?: string): Promise<EnrolReply>;
  logIn(deviceToken: string, user: TestUserName): Promise<LoginReply>;
  close(): Promise<void>;
}

const looseLimits: Partial<Limits> = {
  perAddress: 1e9,
  perDevice: 1e9,
  loginsPerAddress: 1e9,
  enrolmentsPerAddress: 1e9,
  atOncePerDevice: 1e9,
  delayMs: 60_000,
};

export async function startTestCounty(options: TestCountyOptions = {}): Promise<TestCounty> {
  const { beside, log, limits, nowMs = Date.now } = options;
  const own = beside === undefined ? await databaseOf(options) : null;
  const environment = beside?.environment ?? createEnvironment(own, nowMs);
  const app = await buildApp({
    environment,
    log: createLog(log === undefined ? 'silent' : 'debug', log),
    limits: { ...looseLimits, ...limits },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const databaseUrl = beside?.databaseUrl ?? own?.url ?? null;
  const county = { app, url, environment, databaseUrl, ...actionsOn(app, environment) };
  const users = beside?.users ?? (await createPeople(county));
  const close = async () => {
    await app.close();
    await own?.dispose();
  };
  return { ...county, users, ask: askOn(app, users), close };
}

async function databaseOf({ kind = 'pglite', database, from }: TestCountyOptions): Promise<FreshDatabase> {
  if (database === undefined) return freshDatabase(kind, from);
  return { database, url: null, dispose: () => database.close() };
}

function createEnvironment(own: FreshDatabase | null, nowMs: () => number): Environment {
  if (own === null) throw new Error('a county needs a database');
  const newId = createIdGenerator(nowMs, (bytes) => randomFillSync(bytes));
  return { database: own.database, newId, now: () => new Date(nowMs()).toISOString() };
}

type Actions = Pick<TestCounty, 'enrol' | 'logIn'>;

function actionsOn(app: FastifyInstance, { database, newId, now }: Environment): Actions {
  const post = async (path: string, payload: object) => {
    const reply = await app.inject({ method: 'POST', url: apiPrefix + path, payload });
    if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.statusCode} ${reply.body}`);
    return reply.json<unknown>();
  };
  return {
    enrol: async (place, deviceName = `${place}的电脑`) => {
      const code = newEnrolmentCode();
      await insertCode(database, placeIds.county, {
        id: newId(),
        codeDigest: digestOfSecret(code),
        orgUnitId: placeIds[place],
        note: '',
        createdAt: now(),
        createdBy: testUsers.administrator.id,
        expiresAt: new Date(Date.parse(now()) + 60_000).toISOString(),
      });
      return enrolReply.parse(await post('/enrol', { code, deviceName }));
    },
    logIn: async (deviceToken, user) =>
      loginReply.parse(
        await post('/session', { deviceToken, userName: testUsers[user].userName, password: testPassword }),
      ),
  };
}

async function createPeople(
  county: Pick<TestCounty, 'environment' | 'enrol' | 'logIn'>,
): Promise<TestCounty['users']> {
  await createTestPlaces(county.environment);
  await createTestUsers(county.environment);
  // Object.keys forgets the key type of a literal record.
  const names = Object.keys(testUsers) as TestUserName[];
  const users: Partial<Record<TestUserName, SignedIn>> = {};
  for (const name of names) {
    const { deviceId, deviceToken } = await county.enrol(testUsers[name].place, `${name}的电脑`);
    const { sessionToken } = await county.logIn(deviceToken, name);
    users[name] = { user: testUsers[name], deviceId, deviceToken, sessionToken };
  }
  // The loop went through every name.
  return users as TestCounty['users'];
}

function askOn(app: FastifyInstance, users: TestCounty['users']): TestCounty['ask'] {
  return async (as, method, path, body) => {
    const token = typeof as === 'string' ? users[as].sessionToken : as?.token;
    const reply = await app.inject({
      method,
      url: apiPrefix + path,
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
      ...(body !== undefined && { payload: body }),
    });
    const isJson = String(reply.headers['content-type']).startsWith('application/json');
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: isJson ? reply.json<unknown>() : null,
      text: reply.body,
    };
  };
}
