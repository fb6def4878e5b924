/**
 * LISTEN needs a connection of its own that stays: a pool would lend it to others. When it breaks it is made again, and
 * whoever listens is told that something may have been missed.
 */
import type pg from 'pg';

interface Ear {
  readonly heard: (payload: string) => void;
  readonly missed: () => void;
}

const retryMs = { first: 250, longest: 10_000 } as const;

export class PostgresListener {
  readonly #createClient: () => pg.Client;
  readonly #ears = new Map<string, Set<Ear>>();
  /** The connection in use or under way; null = none. */
  #connection: Promise<pg.Client> | null = null;
  #wasConnected = false;
  #retry: NodeJS.Timeout | null = null;
  #waitMs: number = retryMs.first;
  #isClosed = false;

  constructor(createClient: () => pg.Client) {
    this.#createClient = createClient;
  }

  async listen(
    channel: string,
    heard: (payload: string) => void,
    missed: () => void = () => undefined,
  ): Promise<() => Promise<void>> {
    if (this.#isClosed) throw new Error('the database is closed');
    const ear: Ear = { heard, missed };
    this.#ears.set(channel, (this.#ears.get(channel) ?? new Set()).add(ear));
    try {
      await (await this.#connected()).query(`listen ${channel}`);
    } catch (error) {
      this.#forget(channel, ear);
      throw error;
    }
    return async () => {
      this.#forget(channel, ear);
      const client = await this.#connection?.catch(() => null);
      // Somebody may have begun to listen to it again while this waited.
      if (!this.#ears.has(channel)) await client?.query(`unlisten ${channel}`).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    const client = await this.#connection?.catch(() => null);
    await client?.end();
  }

  #forget(channel: string, ear: Ear) {
    const ears = this.#ears.get(channel);
    ears?.delete(ear);
    if (ears?.size === 0) this.#ears.delete(channel);
  }

  async #connected(): Promise<pg.Client> {
    const attempt = this.#connection ?? this.#connect();
    this.#connection = attempt;
    try {
      return await attempt;
    } catch (error) {
      if (this.#connection === attempt) this.#connection = null;
      throw error;
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = this.#createClient();
    client.on('notification', ({ channel, payload }) => {
      for (const ear of this.#ears.get(channel) ?? []) ear.heard(payload ?? '');
    });
    // pg emits `error` before `end`; the second decides.
    client.on('error', () => undefined);
    await client.connect();
    for (const channel of this.#ears.keys()) await client.query(`listen ${channel}`);
    client.on('end', () => this.#reconnectLater());
    this.#waitMs = retryMs.first;
    if (this.#wasConnected) for (const ears of this.#ears.values()) for (const ear of ears) ear.missed();
    this.#wasConnected = true;
    return client;
  }

  #reconnectLater() {
    this.#connection = null;
    if (this.#isClosed || this.#retry !== null) return;
    this.#retry = setTimeout(() => void this.#reconnect(), this.#waitMs);
    this.#waitMs = Math.min(this.#waitMs * 2, retryMs.longest);
  }

  async #reconnect() {
    this.#retry = null;
    if (this.#isClosed || this.#ears.size === 0) return;
    try {
      await this.#connected();
    } catch {
      this.#reconnectLater();
    }
  }
}
