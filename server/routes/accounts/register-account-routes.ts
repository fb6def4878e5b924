/** Enrolling a device, logging in and out, and what a device says about itself. */
import {
  deviceReport,
  doneReply,
  enrolReply,
  enrolRequest,
  loginReply,
  loginRequest,
  me,
  passwordRequest,
} from '@shared/sync/account-messages';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf, everyRole, requireToken } from '../../plugins/authentication';
import { describeCaller } from '../../services/accounts/describe-me';
import { reportDevice, reportWiped } from '../../services/devices/own-device';
import { enrol, type StandingCodes } from '../../services/enrolment/enrol';
import type { Environment } from '../../services/environment';
import { changeOwnPassword } from '../../services/sessions/change-own-password';
import { endSession } from '../../services/sessions/end-session';
import { logIn } from '../../services/sessions/log-in';
import { UnknownNames } from '../../services/sessions/unknown-names';

const bodyLimit = 16 * 1024;
/** What stays open to everybody who is logged in: the own password and the way out. */
const always = { roles: everyRole, whileDraining: true, withGivenPassword: true } as const;
const signedIn = { config: { access: { roles: everyRole, whileDraining: true } }, bodyLimit } as const;

export function registerAccountRoutes(
  root: FastifyInstance,
  environment: Environment,
  standingCodes: StandingCodes,
): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const unknownNames = new UnknownNames();
  app.post(
    `${apiPrefix}/enrol`,
    {
      config: { access: 'open', scarce: 'enrolments' },
      bodyLimit,
      schema: { body: enrolRequest, response: { 200: enrolReply } },
    },
    ({ body }) => enrol(environment, standingCodes, body),
  );
  app.post(
    `${apiPrefix}/session`,
    {
      config: { access: 'open', scarce: 'logins' },
      bodyLimit,
      schema: { body: loginRequest, response: { 200: loginReply } },
    },
    ({ body }) => logIn(environment, unknownNames, body),
  );
  app.delete(
    `${apiPrefix}/session`,
    { config: { access: always }, bodyLimit, schema: { response: { 200: doneReply } } },
    async (request) => {
      await endSession(environment, requireToken(request));
      return {};
    },
  );
  app.get(`${apiPrefix}/me`, { ...signedIn, schema: { response: { 200: me } } }, (request) =>
    describeCaller(environment, callerOf(request)),
  );
  app.post(
    `${apiPrefix}/session/password`,
    {
      config: { access: always, scarce: 'logins' },
      bodyLimit,
      schema: { body: passwordRequest, response: { 200: doneReply } },
    },
    async (request) => {
      const own = { caller: callerOf(request), token: requireToken(request) };
      await changeOwnPassword(environment, unknownNames, own, request.body);
      return {};
    },
  );
  registerOwnDeviceRoutes(root, environment);
}

function registerOwnDeviceRoutes(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.put(
    `${apiPrefix}/devices/self`,
    { ...signedIn, schema: { body: deviceReport, response: { 200: doneReply } } },
    async (request) => {
      await reportDevice(environment, callerOf(request), request.body);
      return {};
    },
  );
  app.post(
    `${apiPrefix}/devices/self/wiped`,
    { ...signedIn, schema: { response: { 200: doneReply } } },
    async (request) => {
      await reportWiped(environment, callerOf(request));
      return {};
    },
  );
}
