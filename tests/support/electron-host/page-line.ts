/**
 * The way of messages between the page and the host: a binding of the browser itself, because with those of Playwright an
 * answer keeps the thread of the page for 2 ms, and saves are timed over it.
 */
import { originOf, toApp } from './browser';
import type { PageSession } from './page-session';

/** Where a message came from, as `senderFrame` tells it. */
export interface SenderFrame {
  readonly origin: string;
  /** null = the top frame. */
  readonly parent: object | null;
}

export type Answerer = (sender: SenderFrame, channel: string, args: readonly unknown[]) => Promise<unknown>;

/** Scripts of one frame, until it goes elsewhere. */
interface World {
  readonly id: number;
  /** As the browser calls it: https. */
  readonly origin: string;
  readonly isTop: boolean;
}

interface BindingCall {
  readonly name: string;
  readonly payload: string;
  readonly executionContextId: number;
}
interface ContextBegin {
  readonly context: {
    readonly id: number;
    readonly origin: string;
    readonly auxData?: { readonly frameId?: string };
  };
}

/**
 * Opens the line before the page's scripts run.
 * @param binding what the preload script finds its end of the line by
 */
export async function openLine(session: PageSession, binding: string, answer: Answerer): Promise<void> {
  const worlds = await watchWorlds(session);
  session.on<BindingCall>('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    const world = worlds.get(executionContextId);
    if (name === binding && world) void answerOne(session, { binding, world, payload }, answer);
  });
  await session.send('Runtime.addBinding', { name: binding });
}

async function watchWorlds(session: PageSession): Promise<ReadonlyMap<number, World>> {
  const worlds = new Map<number, World>();
  session.on<ContextBegin>('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    // A page and its top frame go by the same name.
    worlds.set(id, { id, origin, isTop: auxData?.frameId === session.targetId });
  });
  session.on<{ readonly executionContextId: number }>('Runtime.executionContextDestroyed', (gone) =>
    worlds.delete(gone.executionContextId),
  );
  session.on('Runtime.executionContextsCleared', () => worlds.clear());
  await session.send('Runtime.enable');
  return worlds;
}

interface Call {
  readonly binding: string;
  readonly world: World;
  readonly payload: string;
}

async function answerOne(session: PageSession, { binding, world, payload }: Call, answer: Answerer) {
  const [id, channel, args] = JSON.parse(payload, revive) as [number, string, unknown[]];
  const sender = { origin: originOf(toApp(`${world.origin}/`)), parent: world.isTop ? null : {} };
  const outcome = await answer(sender, channel, args).then(
    (value) => ({ value }),
    (error: unknown) => ({ error: String(error) }),
  );
  const given = [id, JSON.stringify(outcome, replace)].map((value) => ({ value }));
  // The same words each time: the page compiles them once.
  const functionDeclaration = `(id, text) => window[${JSON.stringify(`${binding}Answer`)}](id, text)`;
  const call = { functionDeclaration, arguments: given, executionContextId: world.id, silent: true };
  // A page that is gone or has gone elsewhere waits for nothing.
  await session.send('Runtime.callFunctionOn', call).catch(() => {});
}

/** JSON has no bytes; everything else that crosses is plain. The page does the same in `page-runtime.ts`. */
function replace(this: unknown, key: string, value: unknown): unknown {
  // Not `value`: a Buffer has turned itself into a list of numbers there.
  const own = (this as Record<string, unknown>)[key];
  return own instanceof Uint8Array ? { base64: Buffer.from(own).toString('base64') } : value;
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
  return new Uint8Array(Buffer.from(String(value.base64), 'base64'));
}
