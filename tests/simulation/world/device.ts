/** One computer of the county: its disk and its line stay, its program comes and goes. */

import type { TransportRequest } from '@renderer/sync/county/transport';
import type { SyncMemory } from '@renderer/sync/sync-memory';
import { createRandom, type Random } from '@shared/demo/random';
import { unaskedRemovals } from '@shared/sync/protocol';
import type { Step } from '../plan/steps';
import { DeviceDisk, type StorageKind } from './device-disk';
import type { Running } from './device-program';
import type { Programs, Realm } from './device-realm';
import { type Deliver, Line } from './network';
import { foundRecords, type Office, work } from './office-work';
import { password, type SimulatedPerson } from './people';
import type { VirtualTime } from './virtual-time';

export interface DeviceOptions {
  readonly name: string;
  readonly person: SimulatedPerson;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly storage: StorageKind;
  readonly programs: Programs;
  /** It begins with the program of one model before. */
  readonly isOlder: boolean;
  readonly deliver: Deliver;
  /** Told of every request before it leaves. */
  readonly onRequest: (request: TransportRequest) => void;
  /** Told of everything sync writes down. */
  readonly onRemembered: () => void;
  /** Told of every start of the program. */
  readonly onStarted: (device: Device) => void;
  /** Told of everything people saved or the program found saved at a start. */
  readonly onSaved: (device: Device) => void;
  /** Told when more went than GUARD-1 allows. */
  readonly onBadRemoval: (what: string) => void;
}

export class Device {
  readonly name: string;
  readonly person: SimulatedPerson;
  readonly line: Line;
  readonly disk: DeviceDisk;
  isOlder: boolean;
  /** null while the program does not run. */
  running: Running | null = null;
  private realm: Realm | null = null;
  private clockOffsetMs = 0;
  /** Instant it wakes up at; past while it is awake. */
  asleepUntilMs = 0;
  /** Since device and county last agreed, or a person said yes. */
  private removedUnasked = 0;

  constructor(private readonly options: DeviceOptions) {
    const { name, person, time, random, storage, deliver } = options;
    this.name = name;
    this.person = person;
    this.isOlder = options.isOlder;
    this.disk = new DeviceDisk(storage, (count) => this.watchRemoval(count));
    // Chance of its own: what a program draws while an answer is on its way must not change the way.
    this.line = new Line(time, createRandom(random.int(0, 2 ** 31 - 1)), deliver, {
      before: () => this.disk.pass(),
      after: () => !this.isAsleep() && this.disk.passed(),
    });
  }

  /** Starts the program and lets it sync by itself. */
  async start(): Promise<void> {
    const { time, random, programs, name, onRequest, onRemembered, onStarted, onSaved } = this.options;
    const realm = programs[this.isOlder ? 'older' : 'present']({
      time,
      random,
      clockOffsetMs: () => this.clockOffsetMs,
      asleepUntilMs: () => this.asleepUntilMs,
      globals: this.disk.globals,
    });
    this.realm = realm;
    const running = await realm.program.start({
      name,
      by: this.person.name,
      storage: this.disk.start(realm.program),
      transport: {
        listen: (...asked) => this.line.listen(...asked),
        send: (request, signal) => {
          onRequest(request);
          return this.line.send(request, signal);
        },
      },
    });
    if (this.realm !== realm) return;
    this.running = running;
    const { memory } = running.register.county;
    memory.subscribe(() => {
      onRemembered();
      const { agreement, checkpoint } = this.remembered() ?? {};
      if (!agreement?.isAgreed || agreement.through !== checkpoint?.through) return;
      this.removedUnasked = 0;
      this.line.hasLied = false;
    });
    onStarted(this);
    onSaved(this);
    running.engine.start();
  }

  /** The process dies where it stands. */
  switchOff(): void {
    this.realm?.kill();
    this.realm = null;
    this.running = null;
    this.disk.stop();
    this.line.restart();
  }

  /** The process dies; the program is started again a little later. */
  crash(): void {
    this.switchOff();
    this.options.time.after(this.options.random.int(10, 8000), () => this.startIfDown());
  }

  /** SKEW-2: the program of one model before is replaced, over all that waits and all that it could not read. */
  upgrade(): void {
    if (!this.isOlder) return;
    this.isOlder = false;
    this.crash();
  }

  /** The lid is closed: no timer fires, nobody works, and what is on its way to it is never heard. */
  sleep(ms: number): void {
    this.asleepUntilMs = this.options.time.now() + ms;
  }

  private isAsleep(): boolean {
    return this.asleepUntilMs > this.options.time.now();
  }

  startIfDown(): void {
    if (this.realm !== null) return;
    // A program that cannot open its register says so; somebody starts it again.
    this.start().catch(() => this.crash());
  }

  async enrol(serverUrl: string, code: string): Promise<void> {
    const asked = await this.running?.engine.actions.enrol(serverUrl, code);
    if (!asked?.ok) throw new Error(`${this.name} was not enrolled: ${asked?.problem.text}`);
    await this.logIn();
  }

  async logIn(): Promise<void> {
    await this.running?.engine.actions.login(this.person.userName, password);
  }

  async found(): Promise<void> {
    await this.atWork((office) => foundRecords(office), this.person.placeId);
  }

  async work(step: Step, homeId: string): Promise<void> {
    await this.atWork((office) => work(office, step), homeId);
  }

  private async atWork(job: (office: Office) => Promise<void>, homeId: string): Promise<void> {
    const { running, person } = this;
    if (!running || this.isAsleep()) return;
    await job({ store: running.register, homeId, by: person.name, isOrganizer: person.role === 'organizer' });
    if (this.running === running) this.options.onSaved(this);
  }

  /** What the program remembers of the county; null before it was enrolled. */
  remembered(): SyncMemory | null {
    // Written by the program with this very shape.
    return (this.running?.register.county.memory.get() ?? null) as SyncMemory | null;
  }

  /** A register that was kept alone joins the county: a person confirms the places as they are proposed. */
  async confirmPlaces(): Promise<void> {
    const { actions } = this.running?.engine ?? {};
    if (actions) await actions.confirmPlaces(await actions.placeMatches());
  }

  /** A person says what is to go. */
  async answerRemoval(): Promise<void> {
    this.removedUnasked = Number.NEGATIVE_INFINITY;
    await this.running?.engine.actions.answerRemoval('remove');
  }

  /** GUARD-1. */
  private watchRemoval(count: number): void {
    if (!this.running || this.remembered()?.standing !== 'active') return;
    const { county } = this.running.register;
    const held = county.collections.reduce((sum, name) => sum + county.numbered(name).length, 0);
    this.removedUnasked += count;
    const limit = Math.max(unaskedRemovals.count, Math.floor((held + count) * unaskedRemovals.share));
    if (this.removedUnasked > limit)
      this.options.onBadRemoval(`lost ${this.removedUnasked} of ${held} unasked`);
  }

  /** Up to ten years off, there or back. */
  jumpClock(a: number, b: number): void {
    const years = ((a % 21) - 10) * 365 * 86_400_000;
    this.clockOffsetMs = b % 3 === 0 ? 0 : years + (b % 1000) * 60_000;
  }
}
