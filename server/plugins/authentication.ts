/**
 * Who may call what. Every address below /api states its rule in `config.access`; one that does not cannot be
 * registered, so a new route is closed until somebody has thought about it.
 */
import { accountProblems } from '@shared/problems/account-problems';
import type { Role } from '@shared/sync/access';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../services/caller';
import type { Environment } from '../services/environment';
import { Refusal } from '../services/refusal';
import { identifyCaller } from '../services/sessions/identify-caller';

export interface SignedIn {
  readonly roles: readonly Role[];
  /** Also for a device that is being drained (DEVICE-2); for all other routes it is `deviceDraining`. */
  readonly whileDraining?: true;
  /** Also with the password the administrator gave (ROLE-5); for all other routes it is `mustChangePassword`. */
  readonly withGivenPassword?: true;
}
/** `open`: no session is asked for. */
export type Access = 'open' | SignedIn;

export const everyRole: readonly Role[] = ['clerk', 'lead', 'organizer', 'auditor', 'administrator'];

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on open routes. */
    caller: Caller | null;
  }
  interface FastifyInstance {
    /** The rule of every route below /api, by `METHOD /path`: what the tests go through. */
    readonly accessRules: ReadonlyMap<string, Access>;
  }
  interface FastifyContextConfig {
    access?: Access;
  }
}

/**
 * Sending what is asked may take two minutes; who was revoked, moved or closed meanwhile is not the caller any more. After
 * this long she is looked at again.
 */
const slowMs = 1000;

export type Authenticate = (request: FastifyRequest) => Promise<void>;

/** Adds the check to all routes registered from now on. */
export function addAuthentication(app: FastifyInstance, environment: Environment): Authenticate {
  app.decorateRequest('caller', null);
  const accessRules = new Map<string, Access>();
  app.decorate('accessRules', accessRules);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!url.startsWith(`${apiPrefix}/`)) return;
    const access = config?.access;
    if (access === undefined) {
      throw new Error(`${url} does not say who may call it: give it config.access`);
    }
    for (const one of [method].flat()) accessRules.set(`${one} ${url}`, access);
  });
  const askedAt = new WeakMap<FastifyRequest, string>();
  const sinceMs = (request: FastifyRequest): number =>
    Date.parse(environment.now()) - Date.parse(askedAt.get(request) ?? '');
  const authenticate: Authenticate = async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'open' || request.caller !== null) return;
    askedAt.set(request, environment.now());
    request.caller = await requireCaller(environment, request, access);
  };
  app.addHook('onRequest', authenticate);
  app.addHook('preHandler', async (request) => {
    if (request.caller === null || sinceMs(request) < slowMs) return;
    request.caller = null;
    await authenticate(request);
  });
  return authenticate;
}

async function requireCaller(
  environment: Environment,
  request: FastifyRequest,
  access: SignedIn,
): Promise<Caller> {
  const caller = await identifyCaller(environment, requireToken(request));
  if (caller.mustChangePassword && access.withGivenPassword !== true) {
    throw new Refusal(accountProblems.mustChangePassword({}));
  }
  if (caller.deviceState === 'draining' && access.whileDraining !== true) {
    throw new Refusal(accountProblems.deviceDraining({}));
  }
  if (!access.roles.includes(caller.role)) throw new Refusal(accountProblems.notAllowed({}));
  return caller;
}

/** The session token as it was sent. @throws Refusal `notLoggedIn` */
export function requireToken(request: FastifyRequest): string {
  const [, token] = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) throw new Refusal(accountProblems.notLoggedIn({}));
  return token;
}

/** The caller of a route that is not open. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error(`${request.routeOptions.url} is open and has no caller`);
  return request.caller;
}
