/** The county of one simulation: the real app over a real database, asked without a network. */
import { hash } from '@node-rs/argon2';
import type { TransportRequest } from '@renderer/sync/county/transport';
import { buildApp } from '@server/app';
import type { Database } from '@server/db/database';
import { createLog } from '@server/plugins/log';
import { insertCode } from '@server/repositories/accounts/code-repository';
import { insertUser } from '@server/repositories/accounts/user-repository';
import type { Environment } from '@server/services/environment';
import { updateFacts } from '@server/services/facts/update-facts';
import { digestOfSecret } from '@server/services/sessions/secrets';
import type { Random } from '@shared/demo/random';
import { orgUnitSchema } from '@shared/domain/org-unit';
import { enrolReply, loginReply } from '@shared/sync/account-messages';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance } from 'fastify';
import type { WireReply } from './network';
import { administrator, password, type SimulatedPerson } from './people';
import { countyPlace, places, type SimulatedPlace } from './places';
import { ShakenDatabase } from './shaken-database';
import type { VirtualTime } from './virtual-time';

export const countyUrl = 'http://county.invalid';

export interface CountyOptions {
  readonly id: string;
  readonly database: Database;
  readonly time: VirtualTime;
  readonly random: Random;
  /** Lets transactions get into each other's way; only for a database with several connections. */
  readonly isConcurrent: boolean;
  readonly people: readonly SimulatedPerson[];
}

const looseLimits = {
  perAddress: 1e9,
  perDevice: 1e9,
  loginsPerAddress: 1e9,
  enrolmentsPerAddress: 1e9,
  atOnce: 1e9,
  delayMs: 1e9,
};

export interface CountyAnswer {
  readonly reply: WireReply | null;
  readonly isHeard: boolean;
}

export class County {
  private readonly shaken: ShakenDatabase;
  private readonly environment: Environment;
  private app: FastifyInstance | null = null;
  private administratorToken = '';
  private diesAfterPush = false;
  private underWay = 0;
  /** Requests that found another one under way. */
  meetings = 0;

  private constructor(private readonly options: CountyOptions) {
    const { time, random } = options;
    this.shaken = new ShakenDatabase(options.database, options.isConcurrent ? random : null);
    let ids = 0;
    this.environment = {
      database: this.shaken.database,
      now: () => new Date(time.now()).toISOString(),
      newId: () => `county-${String(++ids).padStart(8, '0')}`,
    };
  }

  static async open(options: CountyOptions): Promise<County> {
    const county = new County(options);
    await county.settle();
    await county.start();
    const { deviceToken } = enrolReply.parse(
      JSON.parse(
        (await county.ask('POST', '/enrol', { code: await county.newCode(), deviceName: '管理机' })).text,
      ),
    );
    const login = { deviceToken, userName: administrator.userName, password };
    const { text } = await county.ask('POST', '/session', login);
    county.administratorToken = loginReply.parse(JSON.parse(text)).sessionToken;
    return county;
  }

  /**
   * A request from outside.
   * @returns `reply` null: nothing was done; `isHeard` false: the server died over it, and was started again
   */
  async answer(request: TransportRequest): Promise<CountyAnswer> {
    const app = this.app;
    if (!app) return { reply: null, isHeard: false };
    this.underWay += 1;
    if (this.underWay > 1) this.meetings += 1;
    const reply = await app.inject({
      method: request.method,
      url: request.url.slice(countyUrl.length),
      headers: { ...request.headers },
      ...(request.body === null ? {} : { payload: request.body }),
    });
    this.underWay -= 1;
    const wire: WireReply = { status: reply.statusCode, headers: reply.headers, text: reply.body };
    const diesNow = this.diesAfterPush && request.url.endsWith('/push') && wire.status === 200;
    if (!this.shaken.hasDied && !diesNow) return { reply: wire, isHeard: true };
    // What it died over is undone; what was committed beside it stays, unheard.
    const isDone = wire.status < 500;
    await this.start();
    return { reply: isDone ? wire : null, isHeard: false };
  }

  /** Asks as the administrator, without the network's faults. */
  async ask(method: TransportRequest['method'], path: string, body?: unknown): Promise<WireReply> {
    // Whoever administers tries again; here that is not the point.
    this.heal();
    const { reply } = await this.answer({
      method,
      url: countyUrl + apiPrefix + path,
      headers: {
        ...(this.administratorToken === '' ? {} : { authorization: `Bearer ${this.administratorToken}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!reply || reply.status >= 300) throw new Error(`${method} ${path}: ${reply?.status} ${reply?.text}`);
    return reply;
  }

  /** The server dies around the commit of the next push. */
  dieNext(when: 'before' | 'after'): void {
    if (when === 'before') this.shaken.dieBeforeCommit();
    else this.diesAfterPush = true;
  }

  /** No push with this document can be stored until it is null again. */
  jam(documentId: string | null): void {
    this.shaken.jam(documentId);
  }

  /** What a running server does by itself, a little later. */
  async updateFacts(): Promise<void> {
    await updateFacts(this.environment, this.options.id);
  }

  heal(): void {
    this.shaken.heal();
    this.diesAfterPush = false;
  }

  /** An enrolment code for the county. */
  async newCode(): Promise<string> {
    const { newId, now, database } = this.environment;
    const code = newId()
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '');
    await insertCode(database, this.options.id, {
      id: newId(),
      codeDigest: digestOfSecret(code),
      orgUnitId: countyPlace.id,
      note: '',
      createdAt: now(),
      createdBy: administrator.id,
      expiresAt: new Date(this.options.time.now() + 3_600_000).toISOString(),
    });
    return code;
  }

  async close(): Promise<void> {
    await this.app?.close();
    this.app = null;
  }

  /** A new process: nothing of the old one's memory is left. */
  private async start(): Promise<void> {
    const old = this.app;
    this.shaken.hasDied = false;
    this.diesAfterPush = false;
    this.app = await buildApp({
      environment: this.environment,
      log: createLog('silent'),
      limits: looseLimits,
    });
    await this.app.ready();
    await old?.close();
  }

  /** The county before anybody works: its places and people. */
  private async settle(): Promise<void> {
    const { database, now } = this.environment;
    const { id, people } = this.options;
    const all = [countyPlace, ...places];
    await database.query('insert into counties (county_id, name, seq, created_at) values ($1, $2, $3, $4)', [
      id,
      countyPlace.name,
      all.length,
      now(),
    ]);
    await database.query(
      'insert into epochs (county_id, ordinal, epoch, started_at) values ($1, 0, $2, $3)',
      [id, `${id}-epoch-0`, now()],
    );
    for (const [index, place] of all.entries()) await this.addPlace(place, index + 1);
    const passwordHash = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
    for (const { placeId, ...one } of [administrator, ...people])
      await insertUser(
        database,
        id,
        { ...one, orgUnitId: placeId, passwordHash, mustChangePassword: false },
        now(),
      );
  }

  private async addPlace(place: SimulatedPlace, seq: number): Promise<void> {
    const { database, now } = this.environment;
    const { id } = this.options;
    await database.query(
      `insert into org_tree (county_id, org_unit_id, parent_id, level, name, ancestors) values ($1, $2, $3, $4, $5, $6)`,
      [id, place.id, place.parentId, place.level, place.name, ancestorsOf(place)],
    );
    await database.query(
      `insert into documents (county_id, collection, id, org_unit_id, seq, is_deleted, body)
       values ($1, 'orgUnits', $2, $2, $3, false, $4)`,
      [id, place.id, seq, JSON.stringify(placeDocument(place, seq, now()))],
    );
  }
}

function ancestorsOf(place: SimulatedPlace): string[] {
  const parent = [countyPlace, ...places].find(({ id }) => id === place.parentId);
  return [...(parent ? ancestorsOf(parent) : []), place.id];
}

export function placeDocument(
  place: SimulatedPlace,
  seq: number,
  at: string,
): Readonly<Record<string, unknown>> {
  const whole = orgUnitSchema.parse({
    ...place,
    orgUnitId: place.id,
    createdAt: at,
    createdBy: '县级',
    updatedAt: at,
    updatedBy: '县级',
    rev: 0,
    source: 'manual',
    seq,
  });
  const { pending: _pending, isPending: _isPending, ...document } = whole;
  return document;
}
