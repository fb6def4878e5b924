/** Whatever goes wrong, the answer is a `refusalMessage` with a sentence for people (SPEC.md, SCOPE-8: and nothing else). */
import type { Socket } from 'node:net';
import { accountProblems } from '@shared/problems/account-problems';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DatabaseBusy, QueryError } from '../db/database';
import { Refusal } from '../services/refusal';

/** HTTP status of each problem a service may raise; 400 for all others. */
const statuses: Readonly<Record<string, number>> = {
  'account.notLoggedIn': 401,
  'account.sessionExpired': 401,
  'account.wrongLogin': 401,
  'account.unknownDevice': 401,
  'account.lockedOut': 403,
  'account.mustChangePassword': 403,
  'account.deviceDraining': 403,
  'account.deviceWiped': 403,
  'account.notAllowed': 403,
  'account.placesApart': 403,
  'account.notFound': 404,
  'account.nameTaken': 409,
  'account.lastAdministrator': 409,
  'sync.epochChanged': 409,
  'sync.otherCounty': 409,
  'sync.updateNeeded': 426,
  'sync.serverTooOld': 426,
  'sync.tooLarge': 413,
  'sync.tooManyRequests': 429,
  'sync.serverFailed': 500,
};

export function addRefusals(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Refusal>((error, request, reply) => refuse(error, request, reply));
  app.setNotFoundHandler((_request, reply) => {
    sendProblem(reply, 404, accountProblems.notFound({}));
  });
}

/** Answers an address Fastify cannot even read, before any route is known. */
export const refuseUnreadable = (_error: unknown, _request: FastifyRequest, reply: FastifyReply): void => {
  sendProblem(reply, 400, syncProblems.malformed({}));
};

/** Answers what is no HTTP, too long in its headers or too slow, on the bare line, and hangs up. */
export function refuseLine(this: FastifyInstance, error: NodeJS.ErrnoException, line: Socket): void {
  if (error.code === 'ECONNRESET' || !line.writable) {
    line.destroy();
    return;
  }
  const status = lineStatuses[error.code ?? ''] ?? '400 Bad Request';
  const body = JSON.stringify({ problem: syncProblems.malformed({}) });
  const headers = `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}`;
  line.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${headers}\r\n\r\n${body}`);
}
const lineStatuses: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

function refuse(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof Refusal) {
    if (error.retryAfterSeconds !== null) reply.header('retry-after', String(error.retryAfterSeconds));
    sendProblem(reply, statuses[error.problem.code] ?? 400, error.problem);
    return;
  }
  if (error instanceof DatabaseBusy) {
    reply.header('retry-after', String(busySeconds));
    sendProblem(reply, 429, syncProblems.tooManyRequests({}));
    return;
  }
  if (isCutShort(error)) {
    request.log.error({ err: error }, 'a statement took too long');
    reply.header('retry-after', String(busySeconds));
    sendProblem(reply, 503, syncProblems.databaseTooSlow({}));
    return;
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    sendProblem(reply, 400, syncProblems.malformed({}, fieldOf(error.validation[0]?.instancePath)));
    return;
  }
  const status = error.statusCode ?? (isUnstorable(error) ? 400 : 500);
  if (status === 413) sendProblem(reply, 413, syncProblems.tooLarge({}));
  else if (status >= 400 && status < 500) sendProblem(reply, status, syncProblems.malformed({}));
  else {
    request.log.error({ err: error }, 'failed');
    sendProblem(reply, 500, syncProblems.serverFailed({}));
  }
}

/** Devices add a random part of their own, so that they do not all come back at once. */
const busySeconds = 5;

/** The database gave a statement up (STATEMENT_TIMEOUT); its transaction is taken back. */
const isCutShort = (error: Error): boolean => error instanceof QueryError && error.code === '57014';

/** SQLSTATE class 22: the values themselves cannot be kept, a NUL in a text for example. No failure of the server. */
const isUnstorable = (error: Error): boolean => error instanceof QueryError && error.code.startsWith('22');

/** `/userName` as `userName`. */
const fieldOf = (instancePath: string | undefined): string | null =>
  instancePath?.replace(/^\//, '').replaceAll('/', '.') || null;

function sendProblem(reply: FastifyReply, status: number, problem: Problem): void {
  // A response schema of the route must not judge this body: it is complete as it is.
  reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ problem });
}
