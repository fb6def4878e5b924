/** When rounds run: one at a time, soon after something happened, later after failures, once a minute in any case. */
import { waitAfter } from './back-off';
import type { Clock, RandomNumber, Timers } from './clock';

export interface RoundEnd {
  /** `stopped`: nobody is logged in, or the round was interrupted; nothing is planned. */
  readonly kind: 'done' | 'failed' | 'stopped';
  /** How long the county asked to wait; null = it did not say. */
  readonly retryAfterMs: number | null;
}

export interface RunnerOptions {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: RandomNumber;
  readonly round: () => Promise<RoundEnd>;
  /** @param atMs by this device's clock; null = nothing is planned */
  readonly onPlan: (atMs: number | null) => void;
}

const pollMs = 60_000;
/** A clerk typing a row is one push, not ten. */
const afterEditMs = 2000;
/** The time is looked at this often; a much longer gap was a sleep. */
const tickMs = 15_000;

export class RoundRunner {
  private running: Promise<RoundEnd> | null = null;
  private isWanted = false;
  private failures = 0;
  private cancelNext: () => void = () => {};
  private cancelTick: () => void = () => {};
  private nextAtMs = Number.POSITIVE_INFINITY;
  private isStopped = true;

  constructor(private readonly options: RunnerOptions) {}

  start(): void {
    this.isStopped = false;
    this.watchSleep();
    this.now();
  }

  /** Resolves when no round is running any more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelTick();
    this.plan(null);
    await this.running;
  }

  /** Something new at the county, a person who asks, the network back: at once, whatever was planned. */
  now(): void {
    if (this.isStopped) return;
    this.isWanted = true;
    if (this.running === null) void this.run();
  }

  /** Something new here: soon, unless the county is being given time. */
  soon(): void {
    if (this.running !== null) this.isWanted = true;
    else if (
      !this.isStopped &&
      this.failures === 0 &&
      this.nextAtMs > this.options.clock.nowMs() + afterEditMs
    )
      this.plan(afterEditMs);
  }

  /** One round for whoever wants to know how it ended; after the one that is running, if there is one. */
  async once(): Promise<RoundEnd> {
    while (this.running !== null) await this.running;
    return this.run();
  }

  /** Work that writes what rounds write: after the one that is running, and before any other. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.running !== null) await this.running;
    const working = work();
    const ended = (): RoundEnd => {
      this.running = null;
      return { kind: 'stopped', retryAfterMs: null };
    };
    this.running = working.then(ended, ended);
    return working;
  }

  /** Resolves when the round that is running, if one is, has ended. */
  async settled(): Promise<void> {
    await this.running;
  }

  /** Nothing before this many milliseconds, unless somebody asks. */
  rest(ms: number): void {
    this.isWanted = false;
    this.plan(ms);
  }

  private run(): Promise<RoundEnd> {
    this.plan(null);
    this.isWanted = false;
    const running = this.options.round().then((end) => {
      this.running = null;
      this.planAfter(end);
      return end;
    });
    this.running = running;
    return running;
  }

  private planAfter({ kind, retryAfterMs }: RoundEnd): void {
    this.failures = kind === 'failed' ? this.failures + 1 : 0;
    if (this.isStopped || kind === 'stopped') return;
    if (kind === 'failed') this.plan(waitAfter(this.failures, retryAfterMs, this.options.random));
    else if (this.isWanted) this.plan(afterEditMs);
    else this.plan(pollMs * (0.8 + 0.4 * this.options.random()));
  }

  private plan(ms: number | null): void {
    this.cancelNext();
    this.cancelNext = () => {};
    this.nextAtMs = ms === null ? Number.POSITIVE_INFINITY : this.options.clock.nowMs() + ms;
    if (ms !== null) this.cancelNext = this.options.timers.after(ms, () => this.now());
    this.options.onPlan(ms === null ? null : this.nextAtMs);
  }

  /** Timers stand still while a computer sleeps, and its network comes back without saying so. */
  private watchSleep(): void {
    const { clock, timers } = this.options;
    const lastMs = clock.nowMs();
    this.cancelTick = timers.after(tickMs, () => {
      if (clock.nowMs() - lastMs > 3 * tickMs) this.now();
      this.watchSleep();
    });
  }
}
