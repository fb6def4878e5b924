/** "Something up to n is new", as server-sent events (SPEC.md, STREAM-1). */
import { PassThrough } from 'node:stream';
import { type PingMessage, pingMessage } from '@shared/sync/messages';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { callerOf, everyRole } from '../../plugins/authentication';
import type { Environment } from '../../services/environment';
import { type ChangeFeed, createChangeFeed } from '../../services/stream/change-feed';

export interface StreamTimes {
  /** A line that says nothing for longer is taken for dead by devices and by proxies in between. */
  readonly heartbeatMs: number;
  /** The device then asks again, and is checked again: a session that has ended does not listen on. */
  readonly lifetimeMs: number;
}
/** One window of a device listens; lines that died unnoticed may be left beside it. The oldest make room. */
const linesPerDevice = 4;
export const usualStreamTimes: StreamTimes = { heartbeatMs: 20_000, lifetimeMs: 15 * 60_000 };

export function registerStreamRoute(
  app: FastifyInstance,
  environment: Environment,
  times: StreamTimes,
): void {
  const feed = createChangeFeed(environment.database);
  /** By device, the oldest first. */
  const lines = new Map<PassThrough, string>();
  app.get(
    `${apiPrefix}/stream`,
    { config: { access: { roles: everyRole }, isStream: true }, schema: { produces: ['text/event-stream'] } },
    async (request, reply) => {
      const { countyId, deviceId } = callerOf(request);
      const line = await openLine(feed, countyId, times);
      lines.set(line, deviceId);
      line.once('close', () => lines.delete(line));
      const own = [...lines].filter(([, owner]) => owner === deviceId);
      for (const [older] of own.slice(0, -linesPerDevice)) older.end();
      return sendLine(reply, line);
    },
  );
  // A server that stops would otherwise wait for devices that never hang up.
  app.addHook('preClose', async () => {
    for (const line of lines.keys()) line.end();
    await feed.close();
  });
}

/** Ends by itself, or when the device hangs up; both clean up after it. */
async function openLine(feed: ChangeFeed, countyId: string, times: StreamTimes): Promise<PassThrough> {
  const line = new PassThrough();
  const say = (text: string) => {
    // A device that does not read misses a message and hears the next.
    if (!line.writableNeedDrain && !line.writableEnded) line.write(text);
  };
  const leave = await feed.follow(countyId, (ping) => say(eventOf(ping)));
  const heartbeat = setInterval(() => say(':\n\n'), times.heartbeatMs);
  const end = setTimeout(() => line.end(), times.lifetimeMs);
  line.once('close', () => {
    leave();
    clearInterval(heartbeat);
    clearTimeout(end);
  });
  return line;
}

const eventOf = (ping: PingMessage): string => `data: ${JSON.stringify(pingMessage.parse(ping))}\n\n`;

const sendLine = (reply: FastifyReply, line: PassThrough): FastifyReply =>
  reply
    .type('text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    // nginx would otherwise keep messages until it has a buffer full.
    .header('x-accel-buffering', 'no')
    .send(line);
