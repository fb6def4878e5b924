/** One simulated county: its server, its devices, what happens to them, and what ought to come of it. */

import type { TransportRequest } from '@renderer/sync/county/transport';
import type { Database } from '@server/db/database';
import { createRandom, type Random } from '@shared/demo/random';
import type { PulledItem } from '@shared/sync/messages';
import { EditLedger } from '../invariants/edit-ledger';
import { Progress } from '../invariants/progress';
import { holesIn } from '../invariants/pull-holes';
import { CountyModel, type Sender } from '../model/county-model';
import { fieldsOf, isVisible } from '../model/model-document';
import { formatStep, type Step } from '../plan/steps';
import { County, countyUrl, placeDocument } from './county';
import { type Backup, happenAtCounty } from './county-events';
import { Device } from './device';
import type { StorageKind } from './device-disk';
import type { Programs } from './device-realm';
import type { WireReply } from './network';
import { isWork } from './office-work';
import { peopleOf } from './people';
import { countyPlace, places } from './places';
import { VirtualTime } from './virtual-time';
import { WireLog } from './wire-log';

export interface WorldOptions {
  readonly seed: number;
  readonly devices: number;
  readonly countyId: string;
  readonly database: Database;
  readonly storage: StorageKind;
  readonly isConcurrent: boolean;
  readonly programs: Programs;
}
export class World {
  readonly time: VirtualTime;
  readonly devices: readonly Device[];
  readonly model: CountyModel;
  readonly wire: WireLog;
  /** Requests the county has not answered yet. */
  private underWay = 0;
  readonly ledger = new EditLedger();
  /** Everything that was found wrong, in words. */
  readonly problems: string[] = [];
  /** Where each person's scope begins; changed by the county alone. */
  placesOfUsers: Map<string, string>;
  /** Devices the county takes out of service. */
  draining = new Set<string>();
  /** The last copy of the county, and what was known beside it then. */
  backup: Backup | null = null;
  restores = 0;
  /** A unit the county cannot digest at present. */
  jammed: string | null = null;
  private readonly random: Random;

  private constructor(
    private readonly options: WorldOptions,
    readonly county: County,
    time: VirtualTime,
  ) {
    this.time = time;
    this.random = createRandom(options.seed ^ 0x5eed);
    const people = peopleOf(options.seed, options.devices);
    this.placesOfUsers = new Map(people.map(({ id, placeId }) => [id, placeId]));
    this.model = new CountyModel(
      [countyPlace, ...places].map((place, index) => ({
        collection: 'orgUnits',
        id: place.id,
        fields: fieldsOf(placeDocument(place, index + 1, this.instant())),
        history: [],
        seq: index + 1,
      })),
    );
    this.wire = new WireLog((sender, item) => this.isOutOfScope(sender, item));
    this.devices = people.map((person, index) => this.createDevice(person, index));
  }

  static async open(options: WorldOptions): Promise<World> {
    const time = new VirtualTime(Date.parse('2026-03-02T00:00:00.000Z'), options.isConcurrent);
    const county = await County.open({
      id: options.countyId,
      database: options.database,
      time,
      random: createRandom(options.seed ^ 0xc0ff),
      isConcurrent: options.isConcurrent,
      people: peopleOf(options.seed, options.devices),
    });
    return new World(options, county, time);
  }

  get countyId(): string {
    return this.options.countyId;
  }
  get database(): Database {
    return this.options.database;
  }
  /** Present instant of the county. */
  instant(): string {
    return new Date(this.time.now()).toISOString();
  }

  /** Everybody enrolled and logged in, with some records to work on. */
  async begin(): Promise<void> {
    for (const device of this.devices) {
      await this.finish(device.start());
      await this.finish(device.enrol(countyUrl, await this.county.newCode()));
    }
    const [organizer] = this.devices;
    if (organizer) await this.finish(organizer.found());
  }

  /** Lets time go on until something is done. */
  async finish(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    let failure: unknown = null;
    work.then(
      () => {
        isDone = true;
      },
      (error: unknown) => {
        isDone = true;
        failure = error;
      },
    );
    await this.time.run(this.time.now() + 10 * 60_000, () => isDone);
    if (failure) throw failure;
    if (!isDone) throw new Error('did not end within ten minutes');
  }

  /** Does a step; its consequences come with time. */
  async do(step: Step): Promise<void> {
    const device = this.devices[step.device];
    await this.time.run(this.time.now() + step.afterMs);
    if (!device) return;
    if (isWork(step.name))
      void device.work(step, this.homeOf(device)).catch((error) => this.fail(error, step));
    else if (!(await happenAtCounty(this, step, device))) breakSomething(device, step);
  }

  /** Where new records of an office belong. */
  homeOf({ person }: Device): string {
    return this.placesOfUsers.get(person.id) ?? person.placeId;
  }

  /**
   * Gives the model what the county answered since. Not while a request is under way: of two pushes at the same time the
   * later one may be heard first, and the model takes them in the county's order.
   */
  catchUp(): void {
    if (this.underWay > 0) return;
    for (const { push, answers } of this.wire.take()) this.problems.push(...this.model.take(push, answers));
    this.problems.push(...this.wire.takeLeaks());
  }

  private createDevice(person: Device['person'], index: number): Device {
    const { seed, storage, programs, countyId } = this.options;
    // SKEW-1: in some counties one office has not updated.
    const isOlder = index === 2 && seed % 4 === 3;
    const device: Device = new Device({
      name: `${countyId}-pc-${index}`,
      person,
      time: this.time,
      random: createRandom(seed * 31 + index),
      storage,
      isOlder,
      programs,
      deliver: (request) => this.deliver(device, request),
      onRequest: (request) => this.problems.push(...holesIn(device, request)),
      onRemembered: () => this.problems.push(...progress.note()),
      onStarted: (started) => {
        this.ledger.forgetVersions(started);
        progress.forgetVersions();
      },
      onSaved: (saved) => this.ledger.note(saved),
      onBadRemoval: (what) => this.problems.push(`GUARD-1: ${person.userName} ${what}`),
    });
    const progress = new Progress(device);
    return device;
  }

  private async deliver(device: Device, request: TransportRequest): Promise<WireReply | null> {
    const sender = this.senderOf(device);
    this.underWay += 1;
    try {
      const answer = await this.county.answer(request);
      this.wire.note(sender, device.person, request, answer);
      if (request.url.endsWith('/push')) this.ping();
      return answer.isHeard ? answer.reply : null;
    } finally {
      this.underWay -= 1;
      this.catchUp();
    }
  }

  /** STREAM-1: everybody is told of news, and most of it is lost: what polling cannot do must show. */
  private ping(): void {
    const { epoch, through } = this.wire.last;
    const text = `data: ${JSON.stringify({ epoch, through })}\n\n`;
    for (const { line } of this.devices) line.ping(text, this.random.chance(0.85));
  }

  private senderOf(device: Device): Sender {
    return {
      userId: device.person.id,
      role: device.person.role,
      scopeRootId: this.homeOf(device),
      isDraining: this.draining.has(device.name),
    };
  }

  private isOutOfScope({ scopeRootId }: Sender, { collection, id, document }: PulledItem): boolean {
    const orgUnitId = collection === 'orgUnits' ? id : String(document?.['orgUnitId']);
    return !isVisible(this.model.documents, scopeRootId, collection, orgUnitId);
  }

  private fail(error: unknown, step: Step): void {
    this.problems.push(`${formatStep(step)}: ${error instanceof Error ? error.stack : String(error)}`);
  }

  async end(): Promise<void> {
    for (const device of this.devices) device.switchOff();
    await this.county.close();
  }

  chance(): Random {
    return this.random;
  }
}

/** What happens to one device. */
function breakSomething(device: Device, { name, a, b }: Step): void {
  switch (name) {
    case 'crashNow':
      device.crash();
      break;
    case 'crashAtCall':
      device.disk.planCrash(1 + (a % 40), b % 2 === 0, () => device.crash());
      break;
    case 'failWrite':
      device.disk.failWrite(1 + (a % 12));
      break;
    case 'sleepNow':
      device.sleep((1 + (a % 40)) * 4000);
      break;
    case 'upgradeProgram':
      device.upgrade();
      break;
    case 'jumpClock':
      device.jumpClock(a, b);
      break;
    default:
      device.line.break(name, a);
  }
}
