/**
 * A session of the browser's own protocol with one page. Playwright's goes through its dispatcher and back, half a
 * millisecond for each message, and saves are timed over it.
 */
import type { Page } from '@playwright/test';

/** An event as the browser tells it; the protocol says what is in which. */
export type EventListener<P> = (parameters: P) => void;

export interface PageSession {
  /** The browser's name of the page, and of its top frame. */
  readonly targetId: string;
  on<P>(event: string, listener: EventListener<P>): void;
  /** Resolves with what the browser answers. @throws what it complains of */
  send(method: string, parameters?: object): Promise<unknown>;
}

interface Told {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** @param cdpPort where the browser listens */
export async function openPageSession(page: Page, cdpPort: number): Promise<PageSession> {
  const targetId = await targetIdOf(page);
  const socket = new WebSocket(`ws://127.0.0.1:${cdpPort}/devtools/page/${targetId}`);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error('the browser does not answer at its port'));
  });
  const listeners = new Map<string, EventListener<unknown>>();
  const waiting = new Map<number, (told: Told) => void>();
  let sent = 0;
  socket.onmessage = ({ data }) => {
    const told = JSON.parse(String(data)) as Told;
    if (told.method !== undefined) return listeners.get(told.method)?.(told.params);
    if (told.id !== undefined) waiting.get(told.id)?.(told);
    waiting.delete(told.id ?? 0);
  };
  socket.onclose = () => {
    for (const answer of waiting.values()) answer({ error: { message: 'the page is gone' } });
    waiting.clear();
  };
  return {
    targetId,
    on: (event, listener) => listeners.set(event, listener as EventListener<unknown>),
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        sent += 1;
        waiting.set(sent, ({ result, error }) =>
          error ? reject(new Error(error.message)) : resolve(result),
        );
        socket.send(JSON.stringify({ id: sent, method, params }));
      }),
  };
}

async function targetIdOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}
