/**
 * A device's own copy of the program: register, sync and RxDB, evaluated anew at every start.
 *
 * RxDB counts open collections and keeps its clock in module variables, so five whole registers do not fit into
 * one copy. Each start of a device evaluates the built program as a function whose parameters stand for the global
 * names: it gets a clock, timers and chance of its own, nothing of an earlier start is left, and everything still
 * runs in one thread, where the order of events is ours. (Workers would cost a message per step and a scheduler
 * that guesses when they have come to rest.)
 */
import { hash } from 'node:crypto';
import { compileFunction } from 'node:vm';
import type { Random } from '@shared/demo/random';
import { build, type Plugin, type Rollup } from 'vite';
import { aliases } from '../../../vite.config';
import type { DeviceProgram } from './device-program';
import { olderProgram } from './older-program';
import type { Planned, VirtualTime } from './virtual-time';

const globalName = 'deviceProgram';

export interface Realm {
  readonly program: DeviceProgram;
  /** The process dies: no timer of it fires any more. */
  kill(): void;
}

export interface RealmOptions {
  readonly time: VirtualTime;
  readonly random: Random;
  /** How far this device's clock is off; asked at every look at it. */
  readonly clockOffsetMs: () => number;
  /** Instant until which no timer fires, whatever it was set to: the computer sleeps. */
  readonly asleepUntilMs: () => number;
  /** Names the program sees beside the usual ones, for instance an IndexedDB. */
  readonly globals: Readonly<Record<string, unknown>>;
}
export type StartRealm = (options: RealmOptions) => Realm;

const names = [
  'globalThis',
  'self',
  'window',
  'document',
  'navigator',
  'localStorage',
  'Date',
  'Math',
  'crypto',
  'performance',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'requestIdleCallback',
  'queueMicrotask',
  'BroadcastChannel',
  'fetch',
  'indexedDB',
  'IDBKeyRange',
  'WeakRef',
  'FinalizationRegistry',
] as const;

/** Both programs of a county: the present one, and that of one model before. */
export interface Programs {
  readonly present: StartRealm;
  readonly older: StartRealm;
}

export async function buildPrograms(): Promise<Programs> {
  const [present, older] = await Promise.all([buildRealms([]), buildRealms([olderProgram()])]);
  return { present, older };
}

/** Builds a program once; every realm is an evaluation of it. */
async function buildRealms(plugins: Plugin[]): Promise<StartRealm> {
  const result = await build({
    configFile: false,
    plugins,
    logLevel: 'error',
    resolve: { alias: aliases },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: new URL('device-program.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: globalName,
      },
    },
  });
  // `write: false` without `watch` gives the output of each format; one format was asked for.
  const [output] = result as Rollup.RollupOutput[];
  const chunk = output?.output[0];
  if (!chunk) throw new Error('the device program was not built');
  const evaluate = compileFunction(`${chunk.code}\nreturn ${globalName}.program;`, [...names]);
  return (options) => startRealm(evaluate, options);
}

// biome-ignore lint/complexity/noBannedTypes: that is what compileFunction gives
function startRealm(evaluate: Function, options: RealmOptions): Realm {
  const timers = createTimers(options);
  const values: Record<string, unknown> = {
    Promise,
    ...timers.globals,
    ...quietGlobals,
    Date: dateOf(() => options.time.now() + options.clockOffsetMs()),
    Math: Object.create(Math, { random: { value: options.random.next } }),
    crypto: cryptoOf(options),
    performance: { now: () => options.time.now() },
    ...options.globals,
  };
  const globals = Object.create(globalThis) as object;
  values['globalThis'] = globals;
  values['self'] = globals;
  // Dexie looks for a Promise of the window's own.
  for (const name of [...names, 'Promise'])
    Object.defineProperty(globals, name, { value: values[name], writable: true, configurable: true });
  const program = evaluate(...names.map((name) => values[name])) as DeviceProgram;
  return { program, kill: timers.stop };
}

/** One window per device, alone: what it tells other windows reaches nobody. */
class SilentChannel {
  onmessage: unknown = null;
  constructor(readonly name: string) {}
  postMessage(): void {}
  addEventListener(): void {}
  removeEventListener(): void {}
  close(): void {}
}

/**
 * RxDB keeps documents as long as somebody else does, and reads the others from the disk again. When memory is collected
 * must not decide at which call a device dies.
 */
class StrongRef<T> {
  constructor(private readonly target: T) {}
  deref(): T {
    return this.target;
  }
}
class IdleRegistry {
  register(): void {}
  unregister(): boolean {
    return false;
  }
}

const quietGlobals = {
  navigator: { onLine: true, userAgent: 'simulated' },
  BroadcastChannel: SilentChannel,
  WeakRef: StrongRef,
  FinalizationRegistry: IdleRegistry,
  // RxDB advertises at every start.
  console: { log: () => {}, warn: () => {}, error: console.error },
  queueMicrotask: globalThis.queueMicrotask,
  fetch: () => {
    throw new Error('a simulated device has no network but its transport');
  },
};

function createTimers({ time, asleepUntilMs }: RealmOptions) {
  const running = new Map<number, Planned>();
  let lastId = 0;
  const plan = (
    callback: (...args: unknown[]) => void,
    delayMs = 0,
    args: unknown[],
    isRepeated: boolean,
  ) => {
    const id = ++lastId;
    const arm = (waitMs: number) => {
      running.set(
        id,
        time.after(waitMs, () => {
          const sleepMs = asleepUntilMs() - time.now();
          if (sleepMs > 0) return arm(sleepMs);
          running.delete(id);
          if (isRepeated) arm(delayMs);
          callback(...args);
        }),
      );
    };
    arm(delayMs);
    return id;
  };
  const clear = (id: number) => {
    const planned = running.get(id);
    if (planned) planned.isCancelled = true;
    running.delete(id);
  };
  type Callback = (...args: unknown[]) => void;
  return {
    globals: {
      setTimeout: (callback: Callback, ms?: number, ...args: unknown[]) => plan(callback, ms, args, false),
      setInterval: (callback: Callback, ms?: number, ...args: unknown[]) => plan(callback, ms, args, true),
      clearTimeout: clear,
      clearInterval: clear,
    },
    stop: () => {
      for (const planned of running.values()) planned.isCancelled = true;
      running.clear();
    },
  };
}

function dateOf(nowMs: () => number): DateConstructor {
  return class extends Date {
    constructor(...args: [] | [number | string | Date]) {
      if (args.length === 0) super(nowMs());
      else super(...args);
    }
    static override now(): number {
      return nowMs();
    }
    // The other statics are inherited; calling Date without `new` is not done anywhere.
  } as unknown as DateConstructor;
}

/** Digests are ready at once: a thread that makes them elsewhere would be done sooner or later from run to run. */
function cryptoOf({ random }: RealmOptions) {
  return {
    getRandomValues: <T extends Uint8Array>(into: T): T => {
      for (let i = 0; i < into.length; i++) into[i] = random.int(0, 255);
      return into;
    },
    subtle: {
      digest: (name: string, data: ArrayBuffer | Uint8Array) =>
        Promise.resolve(Uint8Array.from(hash(name.replace('-', ''), asBytes(data), 'buffer')).buffer),
    },
  };
}

const asBytes = (data: ArrayBuffer | Uint8Array): Uint8Array =>
  data instanceof Uint8Array ? data : new Uint8Array(data);
