/** A device as the county sees it: the messages of the exchange without a register behind them. */
import { setTimeout } from 'node:timers/promises';
import type { CollectionName } from '@shared/domain/collections';
import { enrolReply, loginReply } from '@shared/sync/account-messages';
import { digestOf } from '@shared/sync/digest';
import {
  type AgreementReply,
  agreementReply,
  type Checkpoint,
  type PulledItem,
  type PushedEdit,
  type PushReply,
  pullReply,
  pushReply,
} from '@shared/sync/messages';
import { apiPrefix, documentsPerPage, modelVersion, protocolVersion } from '@shared/sync/protocol';

const versions = { protocol: String(protocolVersion), model: String(modelVersion) };
const outside: Checkpoint = { epoch: '', scope: '', through: 0 };

type Held = ReadonlyMap<CollectionName, ReadonlyMap<string, number>>;

export interface WireLogin {
  readonly userName: string;
  readonly password: string;
  readonly code: string;
}

export class WireDevice {
  #held = new Map<CollectionName, Map<string, number>>();
  #checkpoint = outside;
  #waits = 0;

  constructor(
    private readonly url: string,
    private readonly token: string | null,
  ) {}

  /** A new device, enrolled and logged in. @param login code: an unused enrolment code */
  static async enrolled(url: string, { code, userName, password }: WireLogin): Promise<WireDevice> {
    const nobody = new WireDevice(url, null);
    const { deviceToken } = enrolReply.parse(
      await nobody.#ask('POST', '/enrol', { code, deviceName: '核对' }),
    );
    const login = await nobody.#ask('POST', '/session', { deviceToken, userName, password });
    return new WireDevice(url, loginReply.parse(login).sessionToken);
  }

  /** Stands where another device of the same place stands, as if it had pulled the same. */
  static beside(other: WireDevice, token: string): WireDevice {
    const device = new WireDevice(other.url, token);
    device.#held = new Map([...other.held].map(([name, numbers]) => [name, new Map(numbers)]));
    device.#checkpoint = other.#checkpoint;
    return device;
  }

  get held(): Held {
    return this.#held;
  }

  /** How often the county asked it to come back later. */
  get waits(): number {
    return this.#waits;
  }

  /** Everything new. @returns the documents, as they came */
  async pull(): Promise<PulledItem[]> {
    const items: PulledItem[] = [];
    for (;;) {
      const { epoch, scope, through } = this.#checkpoint;
      const query = new URLSearchParams({
        ...versions,
        epoch,
        scope,
        since: String(through),
        limit: String(documentsPerPage),
      });
      const reply = pullReply.parse(await this.#ask('GET', `/changes?${query}`));
      if (reply.kind === 'reset') {
        this.#checkpoint = reply.checkpoint;
        continue;
      }
      this.#take(reply.items);
      items.push(...reply.items);
      this.#checkpoint = { epoch, scope, through: reply.through };
      if (reply.isDone) return items;
    }
  }

  async push(edits: readonly PushedEdit[]): Promise<PushReply> {
    const { epoch, through } = this.#checkpoint;
    const body = {
      protocol: protocolVersion,
      model: modelVersion,
      epoch,
      sentAt: new Date().toISOString(),
      pulledThrough: through,
      edits,
    };
    const reply = pushReply.parse(await this.#ask('POST', '/push', body));
    const refused = reply.answers.find(({ outcome }) => outcome !== 'accepted');
    if (refused !== undefined) throw new Error(`an edit was not accepted: ${JSON.stringify(refused)}`);
    this.#take(reply.documents);
    return reply;
  }

  /** All other sessions of the person end. */
  async changePassword(oldPassword: string, newPassword: string): Promise<void> {
    await this.#ask('POST', '/session/password', { oldPassword, newPassword });
  }

  /** AGREE-1: whether the county has what this device has. */
  async agrees(): Promise<boolean> {
    const { collections } = agreementReply.parse(await this.#ask('GET', '/agreement'));
    return collections.every((county) => this.#isSame(county));
  }

  #isSame({ collection, count, digest }: AgreementReply['collections'][number]): boolean {
    const numbers = [...(this.#held.get(collection) ?? [])].map(([id, seq]) => ({ id, seq }));
    return numbers.length === count && digestOf(numbers) === digest;
  }

  #take(items: readonly PulledItem[]): void {
    for (const { collection, id, seq, document } of items) {
      const numbers = this.#held.get(collection) ?? new Map<string, number>();
      this.#held.set(collection, numbers);
      if (document === null) numbers.delete(id);
      else if ((numbers.get(id) ?? 0) < seq) numbers.set(id, seq);
    }
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.url}${apiPrefix}${path}`, {
      method,
      headers: {
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.status === 429) {
      this.#waits += 1;
      await setTimeout(1000 * Number(answer.headers.get('retry-after') ?? 1));
      return this.#ask(method, path, body);
    }
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
