/**
 * The time of a simulated county. Nothing waits for a real clock: when everything that runs has come to rest, the
 * next event happens at once, and its time is the time. Events of one instant happen in the order they were planned.
 */
import { setImmediate } from 'node:timers/promises';

export interface Planned {
  readonly atMs: number;
  readonly order: number;
  readonly action: () => void;
  isCancelled: boolean;
}

export class VirtualTime {
  private readonly queue: Planned[] = [];
  private orders = 0;
  private inFlight = 0;
  private wake: () => void = () => {};

  constructor(
    private ms: number,
    /** True lets all events of one instant begin before the first is awaited: real concurrency at the server. */
    readonly isConcurrent: boolean,
  ) {}

  now(): number {
    return this.ms;
  }

  after(delayMs: number, action: () => void): Planned {
    // Clocks tell whole milliseconds.
    const planned = {
      atMs: this.ms + Math.max(0, Math.ceil(delayMs)),
      order: ++this.orders,
      action,
      isCancelled: false,
    };
    push(this.queue, planned);
    return planned;
  }

  /** Work the event loop does outside of virtual time (database, hashing): time stands still until it is done. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.inFlight += 1;
    try {
      return await work;
    } finally {
      this.inFlight -= 1;
      this.wake();
    }
  }

  /**
   * Counts what the process puts off with `setImmediate` as work under way: an IndexedDB made for Node does nothing
   * else. @returns stops counting
   */
  trackImmediates(): () => void {
    const real = globalThis.setImmediate;
    const counted = (callback: (...args: unknown[]) => void, ...args: unknown[]) => {
      this.inFlight += 1;
      return real(() => {
        try {
          callback(...args);
        } finally {
          this.inFlight -= 1;
          this.wake();
        }
      });
    };
    globalThis.setImmediate = Object.assign(counted, real);
    return () => {
      globalThis.setImmediate = real;
    };
  }

  /** Resolves when nothing runs any more: only events still to come can move anything. */
  async settle(): Promise<void> {
    for (;;) {
      // A turn of the event loop comes after every promise that could resolve has done so.
      await setImmediate();
      if (this.inFlight === 0) return;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Lets events happen until `isEnough` or until `untilMs`. @returns whether it was enough */
  async run(untilMs: number, isEnough: () => boolean = () => false): Promise<boolean> {
    await this.settle();
    while (!isEnough()) {
      const next = this.queue[0];
      if (!next || next.atMs > untilMs) {
        if (Number.isFinite(untilMs)) this.ms = Math.max(this.ms, untilMs);
        return isEnough();
      }
      this.ms = Math.max(this.ms, next.atMs);
      this.fire(next.atMs);
      await this.settle();
    }
    return true;
  }

  private fire(atMs: number): void {
    do {
      const event = pop(this.queue);
      if (event && !event.isCancelled) event.action();
    } while (this.isConcurrent && this.queue[0] && this.queue[0].atMs === atMs);
  }
}

const isEarlier = (a: Planned, b: Planned): boolean =>
  a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

/** A binary heap: a county has thousands of timers, and most of them are cancelled before their time. */
function push(heap: Planned[], added: Planned): void {
  heap.push(added);
  let at = heap.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isEarlier(added, heap[above]!)) break;
    heap[at] = heap[above]!;
    at = above;
  }
  heap[at] = added;
}

function pop(heap: Planned[]): Planned | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isEarlier(heap[below + 1]!, heap[below]!)) below += 1;
    if (!isEarlier(heap[below]!, last)) break;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = last;
  return first;
}
