/** Push, pull, agreement, history, held edits and the stream (SPEC.md). */
import {
  documentParams,
  heldReply,
  historyReply,
  settleHeldReply,
  settleHeldRequest,
} from '@shared/sync/county-messages';
import {
  agreementReply,
  fetchReply,
  fetchRequest,
  listingReply,
  pullQuery,
  pullReply,
  pushReply,
  pushRequest,
} from '@shared/sync/messages';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf, everyRole } from '../../plugins/authentication';
import { fetchDocumentsText, listNumbers, readAgreement } from '../../services/agreement/agreement';
import type { Environment } from '../../services/environment';
import { listHeld, settleHeld } from '../../services/held/settle-held';
import { readHistory } from '../../services/history/document-history';
import { pullPageText } from '../../services/pull/pull-page';
import { pushEdits } from '../../services/push/push-edits';
import { registerStreamRoute, type StreamTimes, usualStreamTimes } from './register-stream-route';

const reading = { config: { access: { roles: everyRole } } } as const;
/** Auditors may push too: every edit is answered, with the reason why it was not taken (ROLE-3, PUSH-3). */
const pushing = { config: { access: { roles: everyRole, whileDraining: true } } } as const;
const settling = { config: { access: { roles: ['organizer'] } } } as const;

export function registerSyncRoutes(
  root: FastifyInstance,
  environment: Environment,
  streamTimes: StreamTimes = usualStreamTimes,
): void {
  registerPushAndPull(root, environment);
  registerAgreement(root, environment);
  registerHeld(root, environment);
  registerStreamRoute(root, environment, streamTimes);
}

function registerPushAndPull(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.post(
    `${apiPrefix}/push`,
    { ...pushing, schema: { body: pushRequest, response: { 200: pushReply } } },
    async (request, reply) =>
      reply
        .type('application/json; charset=utf-8')
        // Made field by field of what the schema names; checking hundreds of documents again takes as long as making them.
        .serializer(JSON.stringify)
        .send(await pushEdits(environment, callerOf(request), request.body)),
  );
  app.get(
    `${apiPrefix}/changes`,
    { ...reading, schema: { querystring: pullQuery, response: { 200: pullReply } } },
    async (request, reply) =>
      sendJson(reply, await pullPageText(environment, callerOf(request), request.query)),
  );
}

function registerAgreement(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${apiPrefix}/agreement`,
    { ...reading, schema: { response: { 200: agreementReply } } },
    (request) => readAgreement(environment, callerOf(request)),
  );
  app.get(
    `${apiPrefix}/agreement/:collection`,
    {
      ...reading,
      schema: { params: documentParams.pick({ collection: true }), response: { 200: listingReply } },
    },
    (request) => listNumbers(environment, callerOf(request), request.params.collection),
  );
  app.post(
    `${apiPrefix}/documents/fetch`,
    { ...reading, schema: { body: fetchRequest, response: { 200: fetchReply } } },
    async (request, reply) =>
      sendJson(reply, await fetchDocumentsText(environment, callerOf(request), request.body)),
  );
  app.get(
    `${apiPrefix}/documents/:collection/:id/history`,
    { ...reading, schema: { params: documentParams, response: { 200: historyReply } } },
    (request) => readHistory(environment, callerOf(request), request.params),
  );
}

function registerHeld(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.get(`${apiPrefix}/held`, { ...settling, schema: { response: { 200: heldReply } } }, (request) =>
    listHeld(environment, callerOf(request)),
  );
  app.post(
    `${apiPrefix}/held`,
    { ...settling, schema: { body: settleHeldRequest, response: { 200: settleHeldReply } } },
    (request) => settleHeld(environment, callerOf(request), request.body),
  );
}

/** The text is JSON already, in the shape the route's schema describes. */
const sendJson = (reply: FastifyReply, text: string): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .serializer((whole: string) => whole)
    .send(text);
