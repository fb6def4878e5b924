/** The line between one device and the county: slow, cut, doubled, lying. */

import type { Transport, TransportReply, TransportRequest } from '@renderer/sync/county/transport';
import type { Random } from '@shared/demo/random';
import type { StepName } from '../plan/steps';
import type { VirtualTime } from './virtual-time';

/** An answer as it leaves the county. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}
/** null: the county died over the request; no answer comes. */
type Heard = (reply: WireReply) => void;
export type Deliver = (request: TransportRequest) => Promise<WireReply | null>;

type Fault =
  | {
      readonly kind:
        | 'loseRequest'
        | 'loseReply'
        | 'duplicateRequest'
        | 'hangRequest'
        | 'cutReply'
        | 'emptyReply';
    }
  | { readonly kind: 'delayRequests'; readonly ms: number }
  /** `isTaken`: the county did it all the same, and a proxy answered in its place. */
  | { readonly kind: 'answerBadly'; readonly reply: WireReply; readonly isTaken: boolean };

const html = '<html><body><h1>502 Bad Gateway</h1></body></html>';
const badReplies: readonly WireReply[] = [
  { status: 413, headers: {}, text: html },
  { status: 429, headers: { 'retry-after': '3' }, text: '' },
  { status: 500, headers: {}, text: '{"problem":null}' },
  { status: 502, headers: {}, text: html },
  { status: 200, headers: {}, text: html },
  { status: 503, headers: { 'retry-after': '30' }, text: '' },
];

interface Listener {
  readonly onText: (text: string) => void;
  readonly end: (status: number) => void;
}

export class Line implements Transport {
  /** A county that seemed to hold nothing was heard, and the device has not agreed with the county since. */
  hasLied = false;
  private faults: Fault[] = [];
  private isDown = false;
  private readonly listeners = new Set<Listener>();

  constructor(
    private readonly time: VirtualTime,
    private readonly random: Random,
    private readonly deliver: Deliver,
    /** Called before a request leaves and before its answer is heard: where the device may die. */
    private readonly die: { before(): boolean; after(): boolean },
  ) {}

  /** The next request meets this; several wait in a row. */
  break(name: StepName, a: number): void {
    const reply = badReplies[a % badReplies.length];
    switch (name) {
      case 'goOffline':
        this.setDown(true);
        break;
      case 'goOnline':
        this.setDown(false);
        break;
      case 'delayRequests':
        this.faults.push({ kind: name, ms: 200 + (a % 40) * 700 });
        break;
      case 'answerBadly':
        if (reply) this.faults.push({ kind: name, reply, isTaken: a % 4 === 0 });
        break;
      case 'loseRequest':
      case 'loseReply':
      case 'duplicateRequest':
      case 'hangRequest':
      case 'cutReply':
      case 'emptyReply':
        this.faults.push({ kind: name });
        break;
      default:
        // Not a matter of the line.
        break;
    }
  }

  heal(): void {
    this.faults = [];
    this.setDown(false);
  }

  /** A device that restarts keeps its line, but not who waited on it. */
  restart(): void {
    this.listeners.clear();
  }

  /** STREAM-1: some pings are lost. */
  ping(text: string, isLost: boolean): void {
    if (isLost || this.isDown) return;
    for (const listener of [...this.listeners])
      this.time.after(this.latencyMs(), () => listener.onText(text));
  }

  async send(request: TransportRequest, signal: AbortSignal): Promise<TransportReply> {
    if (!this.die.before()) return new Promise(() => {});
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')));
      const lost = () => reject(new Error('no answer'));
      const heard = (reply: WireReply) => {
        if (this.isDown) lost();
        else if (this.die.after()) resolve(asTransportReply(reply));
      };
      this.time.after(this.wayThereMs(), () => this.travel(request, heard, lost));
    });
  }

  listen(
    _request: TransportRequest,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<{ status: number }> {
    if (this.isDown) return Promise.reject(new Error('no answer'));
    return new Promise((resolve) => {
      const listener: Listener = {
        onText,
        end: (status) => {
          this.listeners.delete(listener);
          resolve({ status });
        },
      };
      this.listeners.add(listener);
      signal.addEventListener('abort', () => listener.end(0));
    });
  }

  private setDown(isDown: boolean): void {
    this.isDown = isDown;
    if (isDown) for (const listener of [...this.listeners]) listener.end(200);
  }

  private travel(request: TransportRequest, heard: Heard, lost: () => void): void {
    const fault = this.isDown ? ({ kind: 'loseRequest' } as const) : this.faults.shift();
    switch (fault?.kind) {
      case undefined:
        this.exchange(request, heard, lost);
        break;
      case 'loseRequest':
        lost();
        break;
      case 'hangRequest':
        break;
      case 'loseReply':
        this.exchange(request, lost, lost);
        break;
      case 'duplicateRequest':
        this.time.after(this.random.int(1, 20_000), () => this.exchange(request, ignore, ignore));
        this.exchange(request, heard, lost);
        break;
      case 'delayRequests':
        this.time.after(fault.ms, () => this.exchange(request, heard, lost));
        break;
      case 'cutReply':
        this.exchange(request, (reply) => heard({ ...reply, text: half(reply.text) }), lost);
        break;
      case 'emptyReply':
        this.hasLied = true;
        this.exchange(request, (reply) => heard({ ...reply, text: emptied(reply.text) }), lost);
        break;
      case 'answerBadly':
        if (fault.isTaken) this.exchange(request, () => heard(fault.reply), lost);
        else heard(fault.reply);
    }
  }

  private exchange(request: TransportRequest, heard: Heard, lost: () => void): void {
    void this.time.track(this.deliver(request)).then((reply) => {
      this.time.after(this.latencyMs(), () => (reply ? heard(reply) : lost()));
    });
  }

  /** Where requests are to meet at the county, they arrive together. */
  private wayThereMs(): number {
    return this.time.isConcurrent ? meetEveryMs - (this.time.now() % meetEveryMs) : this.latencyMs();
  }

  private latencyMs(): number {
    return this.random.int(1, 60);
  }
}

const meetEveryMs = 1000;
const ignore = (): void => {};
/** A county that seems to hold nothing: the lists of its answer are empty (GUARD-1). */
function emptied(text: string): string {
  const reply: unknown = JSON.parse(text);
  if (typeof reply !== 'object' || reply === null || 'answers' in reply) return text;
  return JSON.stringify({
    ...reply,
    ...('items' in reply ? { items: [] } : {}),
    ...('collections' in reply ? { collections: [] } : {}),
  });
}
const half = (text: string): string => text.slice(0, Math.floor(text.length / 2));

const asTransportReply = ({ status, headers, text }: WireReply): TransportReply => ({
  status,
  text,
  header: (name) => (typeof headers[name] === 'string' ? headers[name] : null),
});
