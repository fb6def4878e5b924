/**
 * What happens in a simulated county, as plain data: a step names its device and the numbers its choices are drawn
 * from, never a record, so that leaving out any other step leaves it meaningful.
 */
import { createRandom } from '@shared/demo/random';

/** How often each step is drawn, relative to the others. */
const weights = {
  // What clerks do.
  editFields: 260,
  addEntry: 40,
  removeEntry: 25,
  changeEntry: 35,
  createRecord: 60,
  deleteRecord: 25,
  undeleteRecord: 15,
  undo: 12,
  settleConflict: 50,
  resendParked: 12,
  discardParked: 8,
  handOverParked: 5,
  importRows: 0.4,
  // What the county does.
  moveRecord: 30,
  createPlace: 3,
  moveClerk: 4,
  drainDevice: 1,
  upgradeProgram: 3,
  // What breaks.
  loseRequest: 25,
  loseReply: 30,
  duplicateRequest: 15,
  delayRequests: 20,
  hangRequest: 8,
  answerBadly: 20,
  cutReply: 12,
  emptyReply: 12,
  goOffline: 25,
  goOnline: 35,
  sleepNow: 5,
  crashNow: 8,
  crashAtCall: 22,
  failWrite: 15,
  jumpClock: 8,
  jamRecord: 6,
  crashServerBeforeCommit: 8,
  crashServerAfterCommit: 8,
  backUpServer: 4,
  restoreServer: 1.5,
  purge: 4,
  // Nothing but time.
  wait: 60,
} as const;
export type StepName = keyof typeof weights | 'quiet';

export interface Step {
  readonly name: StepName;
  readonly device: number;
  readonly a: number;
  readonly b: number;
  /** After the step before. */
  readonly afterMs: number;
}

export interface PlanSize {
  readonly devices: number;
  readonly steps: number;
}

/** Steps between two points where the network heals and everything is compared. */
const quietEvery = 150;

export function planOf(seed: number, { devices, steps }: PlanSize): Step[] {
  const random = createRandom(seed);
  // Object.entries forgets the key type of a literal record.
  const choices = Object.entries(weights) as [StepName, number][];
  return Array.from({ length: steps }, (_, index): Step => {
    const step = {
      name: random.weighted(choices),
      device: random.int(0, devices - 1),
      a: random.int(0, 9999),
      b: random.int(0, 9999),
      afterMs: pauseMs(random),
    };
    return (index + 1) % quietEvery === 0 ? { ...step, name: 'quiet' } : step;
  });
}

/** Mostly at once or within seconds, so that much happens while a request is under way. */
function pauseMs(random: ReturnType<typeof createRandom>): number {
  const length = random.next();
  if (length < 0.35) return 0;
  if (length < 0.75) return random.int(1, 300);
  if (length < 0.985) return random.int(300, 2000);
  return random.int(5000, 40_000);
}

/** As it is printed and kept; `parseStep` reads it back. */
export const formatStep = ({ name, device, a, b, afterMs }: Step): string =>
  `+${afterMs} ms ${name} device=${device} a=${a} b=${b}`;

/** @throws when the text is no step */
export function parseStep(text: string): Step {
  const found = /^\+(\d+) ms (\w+) device=(\d+) a=(\d+) b=(\d+)$/.exec(text);
  const [, afterMs, name, device, a, b] = found ?? [];
  if (name === undefined || !isStepName(name)) throw new Error(`not a step: ${text}`);
  return { name, device: Number(device), a: Number(a), b: Number(b), afterMs: Number(afterMs) };
}

const isStepName = (name: string): name is StepName => name === 'quiet' || name in weights;
