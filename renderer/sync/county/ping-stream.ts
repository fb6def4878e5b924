/** The county's "something up to n is new" (SPEC, STREAM-1). Losing it costs time only, so every trouble ends in trying again. */
import { type PingMessage, pingMessage } from '@shared/sync/messages';
import { waitAfter } from '../back-off';
import type { RandomNumber, Timers } from '../clock';
import { type Access, requestOf } from './county-client';
import type { Transport } from './transport';

/** The county says at least a heartbeat this often; a line that is silent for longer is dead. */
const silenceMs = 75_000;

export interface PingOptions {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly random: RandomNumber;
  readonly access: Access;
  readonly onPing: (ping: PingMessage) => void;
}

/** @returns stops following */
export function followPings(options: PingOptions): () => void {
  const stopped = new AbortController();
  let cancelWait: () => void = () => {};
  let failures = 0;
  const connect = async () => {
    await listenOnce(options, stopped.signal, () => {
      failures = 0;
    });
    failures += 1;
    if (!stopped.signal.aborted)
      cancelWait = options.timers.after(waitAfter(failures, null, options.random), () => void connect());
  };
  void connect();
  return () => {
    stopped.abort();
    cancelWait();
  };
}

/** Never rejects. */
async function listenOnce(
  { transport, timers, access, onPing }: PingOptions,
  stopped: AbortSignal,
  onAlive: () => void,
): Promise<void> {
  const line = new AbortController();
  const hangUp = () => line.abort();
  stopped.addEventListener('abort', hangUp);
  let cancelSilence = timers.after(silenceMs, hangUp);
  const read = readEvents((data) => {
    const ping = pingMessage.safeParse(data);
    if (ping.success && !line.signal.aborted) onPing(ping.data);
  });
  const ended = new Promise<void>((resolve) => line.signal.addEventListener('abort', () => resolve()));
  const listening = transport
    .listen(
      requestOf(access, { method: 'GET', path: '/stream', body: undefined }),
      (text) => {
        cancelSilence();
        cancelSilence = timers.after(silenceMs, hangUp);
        onAlive();
        read(text);
      },
      line.signal,
    )
    .then(
      () => {},
      () => {},
    );
  await Promise.race([listening, ended]);
  cancelSilence();
  stopped.removeEventListener('abort', hangUp);
  hangUp();
}

/** Cuts the text of an event stream into the JSON of its `data` lines, whatever pieces it comes in. */
export function readEvents(onData: (data: unknown) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data:')) continue;
      try {
        onData(JSON.parse(line.slice(5)));
      } catch {
        // Not ours; the next poll brings whatever it announced.
      }
    }
  };
}
