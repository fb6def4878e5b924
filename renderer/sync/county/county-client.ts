/** The county's interface as typed calls. An answer is a value or a failure; nothing here throws. */
import type { CollectionName } from '@shared/domain/collections';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import {
  type DeviceReport,
  doneReply,
  type EnrolRequest,
  enrolReply,
  loginReply,
  type Me,
  me,
} from '@shared/sync/account-messages';
import {
  agreementReply,
  fetchReply,
  listingReply,
  type PullQuery,
  type PushRequest,
  pullReply,
  pushReply,
  refusalMessage,
} from '@shared/sync/messages';
import { apiPrefix, modelVersion, protocolVersion } from '@shared/sync/protocol';
import { z } from 'zod';
import type { Timers } from '../clock';
import type { Transport, TransportReply, TransportRequest } from './transport';

export interface Failure {
  readonly problem: Problem;
  /** null: no answer came. */
  readonly status: number | null;
  /** How long the county asked to wait; null = it did not say. */
  readonly retryAfterMs: number | null;
}
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** Where the county is and who asks. */
export interface Access {
  readonly serverUrl: string;
  /** null where no login is asked for. */
  readonly sessionToken: string | null;
}

/** An answer that takes longer is no longer waited for. Pages and pushes of a thin line take their time. */
const patienceMs = { quick: 20_000, bulk: 90_000 } as const;

interface Call<T> {
  readonly method: TransportRequest['method'];
  readonly path: string;
  readonly body?: unknown;
  readonly reply: z.ZodType<T>;
  readonly patience?: keyof typeof patienceMs;
}

export type CountyClient = ReturnType<typeof createCountyClient>;
/** What a round of the exchange asks: of the county over the network, or of a package. */
export type ExchangeClient = ReturnType<typeof exchangeCalls>;

/** @param stopped aborts what is under way when the engine stops */
export function createCountyClient(transport: Transport, timers: Timers, stopped: AbortSignal) {
  const call: Caller = async (access, { reply, patience = 'quick', ...request }) => {
    const waitMs = patienceMs[patience];
    const answer = await sendInTime(transport, timers, stopped, requestOf(access, request), waitMs);
    return 'problem' in answer
      ? { ok: false, failure: { problem: answer.problem, status: null, retryAfterMs: null } }
      : readReply(answer, reply);
  };
  return {
    ...exchangeCalls(call),
    ...accountCalls(call),
    /** Whatever the administration page asks; the caller knows the shape of the answer. */
    ask: (access: Access, method: TransportRequest['method'], path: string, body?: unknown) =>
      call(access, { method, path, body, reply: z.unknown() }),
  };
}

type Caller = <T>(access: Access, call: Call<T>) => Promise<Reply<T>>;

function exchangeCalls(call: Caller) {
  const patience = 'bulk';
  const get = <T>(access: Access, path: string, query: Record<string, string>, reply: z.ZodType<T>) =>
    call(access, { method: 'GET', path: pathWith(path, query), reply, patience });
  const versions = { protocol: String(protocolVersion), model: String(modelVersion) };
  return {
    push: (access: Access, body: PushRequest) =>
      call(access, { method: 'POST', path: '/push', body, reply: pushReply, patience }),
    pull: (access: Access, { epoch, scope, since, limit }: Omit<PullQuery, 'protocol' | 'model'>) =>
      get(
        access,
        '/changes',
        { ...versions, epoch, scope, since: String(since), limit: String(limit) },
        pullReply,
      ),
    agreement: (access: Access) => get(access, '/agreement', {}, agreementReply),
    listing: (access: Access, collection: CollectionName) =>
      get(access, `/agreement/${collection}`, {}, listingReply),
    fetch: (access: Access, collection: CollectionName, ids: readonly string[]) =>
      call(access, {
        method: 'POST',
        path: '/documents/fetch',
        body: { collection, ids },
        reply: fetchReply,
        patience,
      }),
  };
}

function pathWith(path: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
}

function accountCalls(call: Caller) {
  return {
    enrol: (access: Access, body: EnrolRequest) =>
      call(access, { method: 'POST', path: '/enrol', body, reply: enrolReply }),
    login: (access: Access, body: { deviceToken: string; userName: string; password: string }) =>
      call(access, { method: 'POST', path: '/session', body, reply: loginReply }),
    logout: (access: Access) => call(access, { method: 'DELETE', path: '/session', reply: doneReply }),
    me: (access: Access): Promise<Reply<Me>> => call(access, { method: 'GET', path: '/me', reply: me }),
    changePassword: (access: Access, body: { oldPassword: string; newPassword: string }) =>
      call(access, { method: 'POST', path: '/session/password', body, reply: doneReply }),
    reportDevice: (access: Access, body: DeviceReport) =>
      call(access, { method: 'PUT', path: '/devices/self', body, reply: doneReply }),
    reportWiped: (access: Access) =>
      call(access, { method: 'POST', path: '/devices/self/wiped', reply: doneReply }),
  };
}

export function requestOf(
  { serverUrl, sessionToken }: Access,
  { method, path, body }: Pick<Call<unknown>, 'method' | 'path' | 'body'>,
): TransportRequest {
  return {
    method,
    url: `${serverUrl}${apiPrefix}${path}`,
    headers: {
      ...(sessionToken === null ? {} : { authorization: `Bearer ${sessionToken}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  };
}

async function sendInTime(
  transport: Transport,
  timers: Timers,
  stopped: AbortSignal,
  request: TransportRequest,
  waitMs: number,
): Promise<TransportReply | { readonly problem: Problem }> {
  const abort = new AbortController();
  const giveUp = () => abort.abort();
  let isLate = false;
  const stop = timers.after(waitMs, () => {
    isLate = true;
    giveUp();
  });
  stopped.addEventListener('abort', giveUp);
  if (stopped.aborted) giveUp();
  // A transport may never come back from an answer that hangs, whatever the signal says.
  const gaveUp = new Promise<never>((_resolve, reject) =>
    abort.signal.addEventListener('abort', () => reject(new Error('gave up'))),
  );
  try {
    return await Promise.race([transport.send(request, abort.signal), gaveUp]);
  } catch {
    return { problem: isLate ? syncProblems.timedOut({}) : syncProblems.unreachable({}) };
  } finally {
    stop();
    stopped.removeEventListener('abort', giveUp);
    gaveUp.catch(() => {});
  }
}

function readReply<T>(answer: TransportReply, reply: z.ZodType<T>): Reply<T> {
  const { status } = answer;
  const body = parseJson(answer.text);
  if (status >= 200 && status < 300) {
    const value = reply.safeParse(body);
    return value.success
      ? { ok: true, value: value.data }
      : failure(answer, syncProblems.unexpectedReply({ status }));
  }
  const refusal = refusalMessage.safeParse(body);
  if (refusal.success) return failure(answer, refusal.data.problem);
  // A proxy in between answers with pages of its own; two of its answers say enough by their number.
  if (status === 413) return failure(answer, syncProblems.tooLarge({}));
  if (status === 429) return failure(answer, syncProblems.tooManyRequests({}));
  return failure(answer, syncProblems.unexpectedReply({ status }));
}

const failure = (answer: TransportReply, problem: Problem) => ({
  ok: false as const,
  failure: { problem, status: answer.status, retryAfterMs: retryAfterMs(answer.header('retry-after')) },
});

/** Seconds; the other form of the header, a date, is of no use to a device whose clock may be wrong. */
function retryAfterMs(header: string | null): number | null {
  const seconds = Number(header);
  return header !== null && header.trim() !== '' && Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds, 3600) * 1000
    : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
