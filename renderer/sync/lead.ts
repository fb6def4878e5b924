/** Which window syncs, what wakes it, and how the others ask it to. */
import type { OpenedRegister } from '@renderer/data/open-register';
import { z } from 'zod';
import type { RoundRunner } from './round-runner';
import type { Memory, SyncLists, SyncMemory } from './sync-memory';
import type { Windows } from './windows';

/** What the computer says about its network and its user. */
export interface Surroundings {
  /** Calls when the network came back or the page is looked at again. @returns stops listening */
  onAwake(listener: () => void): () => void;
}

export interface LeadOptions {
  readonly register: OpenedRegister;
  readonly windows: Windows;
  readonly surroundings?: Surroundings;
  readonly memory: Memory<SyncMemory | null>;
  readonly lists: Memory<SyncLists>;
  readonly runner: RoundRunner;
  readonly onLead: () => void;
  readonly onPause: () => void;
}

const wishMessage = z.object({ kind: z.literal('wish'), wish: z.enum(['syncNow', 'pause']) });
type Wish = z.infer<typeof wishMessage>['wish'];

export function createLead(options: LeadOptions) {
  const { windows, runner } = options;
  let isLeading = false;
  let release: () => void = () => {};
  let stops: readonly (() => void)[] = [];
  const grant = (wish: Wish) => (wish === 'pause' ? options.onPause() : runner.now());
  const begin = () => {
    isLeading = true;
    options.onLead();
    stops = [
      ...wakers(options),
      windows.hear((message) => {
        const heard = wishMessage.safeParse(message);
        if (heard.success) grant(heard.data.wish);
      }),
    ];
    runner.start();
  };
  return {
    take(): void {
      release = windows.lead(begin);
    },
    leave(): void {
      for (const stop of stops) stop();
      release();
    },
    ask(wish: Wish): void {
      if (isLeading) grant(wish);
      else windows.tell({ kind: 'wish', wish });
    },
  };
}

/** @returns what stops listening */
function wakers({ register, surroundings, memory, lists, runner }: LeadOptions): (() => void)[] {
  const { unsentCount } = register.county;
  let unsent = unsentCount.get();
  let who = wakefulPart(memory.get());
  return [
    unsentCount.subscribe(() => {
      const now = unsentCount.get();
      if (now > unsent) runner.soon();
      unsent = now;
    }),
    memory.subscribe(() => {
      const now = wakefulPart(memory.get());
      if (now !== who && memory.get() !== null) runner.now();
      who = now;
    }),
    lists.subscribe(() => {
      if (lists.get().removal?.answer === 'remove') runner.now();
    }),
    surroundings?.onAwake(() => runner.now()) ?? (() => {}),
  ];
}

/** Changes of these, made by a person in some window, are worth a round at once. */
const wakefulPart = (memory: SyncMemory | null): string =>
  JSON.stringify([
    memory?.sessionToken,
    memory?.deviceToken,
    memory?.joining,
    memory?.heldUntil,
    memory?.me?.mustChangePassword,
  ]);
