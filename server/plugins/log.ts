/**
 * The server's log: one JSON line per request and per failure, fit to be sent to somebody for help. It holds no
 * personal data by construction: routes are logged by their pattern, never by the address that was asked for, and errors
 * by code and place in the program, never by their message, because messages quote what people typed.
 */
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DestinationStream, type LogFn, type Logger, pino, stdTimeFunctions } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export const createLog = (level: LogLevel, destination?: DestinationStream): FastifyBaseLogger =>
  pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      hooks: { logMethod: writeWithoutMessage },
      // Everything Fastify and its plugins hand to the log goes through these.
      serializers: {
        err: describeError,
        error: describeError,
        req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
        res: (reply: FastifyReply) => ({ statusCode: reply.statusCode }),
      },
    },
    destination ?? pino.destination({ sync: false }),
  );

/** pino takes an error's message for the text of the line when none is given. */
function writeWithoutMessage(this: Logger, args: Parameters<LogFn>, write: LogFn): void {
  const [first, text, ...rest] = args;
  const isError = first instanceof Error;
  write.apply(this, [
    isError ? { err: first } : first,
    text ?? (isTextless(first) ? 'error' : text),
    ...rest,
  ]);
}

/** Nothing to say of its own: an error, alone or inside an object. */
const isTextless = (logged: unknown): boolean =>
  logged instanceof Error ||
  (typeof logged === 'object' &&
    logged !== null &&
    Object.values(logged).some((one) => one instanceof Error));

/** The pattern of the route, for example `/api/v1/administration/users/:id`; `-` when none fits. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions?.url ?? '-';

/** One line per answered request, at `info`; failures of the server itself are logged where they are caught. */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: routeOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        device: request.caller?.deviceId,
      },
      'answered',
    );
  });
}

interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly at: readonly string[];
}

/** Kind, code and program lines of an error and of what caused it; nothing of its message. */
export function describeError(error: unknown): LoggedError & { readonly cause?: LoggedError } {
  const own = describeOne(error);
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? own : { ...own, cause: describeOne(cause) };
}

function describeOne(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 12),
  };
}
