/** Boards and walls: sums, lists and movements (shared/insights/messages.ts). Questions are long, so they are posted. */
import {
  flowQuestion,
  flowReply,
  recordsQuestion,
  recordsReply,
  sitesQuestion,
  sitesReply,
  sumsQuestion,
  sumsReply,
  unitsQuestion,
  unitsReply,
} from '@shared/insights/messages';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/authentication';
import type { Environment } from '../../services/environment';
import { createInsights } from '../../services/insights/insights';

/** ROLE-4: administrators keep accounts and places; whom the figures count is none of their business. */
const reading = {
  config: { access: { roles: ['clerk', 'lead', 'organizer', 'auditor'] } },
  bodyLimit: 16 * 1024,
} as const;

export function registerInsightRoutes(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const insights = createInsights(environment);
  app.post(
    `${apiPrefix}/insights/sums`,
    { ...reading, schema: { body: sumsQuestion, response: { 200: sumsReply } } },
    (request) => insights.sums(callerOf(request), request.body),
  );
  app.post(
    `${apiPrefix}/insights/units`,
    { ...reading, schema: { body: unitsQuestion, response: { 200: unitsReply } } },
    (request) => insights.units(callerOf(request), request.body),
  );
  app.post(
    `${apiPrefix}/insights/sites`,
    { ...reading, schema: { body: sitesQuestion, response: { 200: sitesReply } } },
    (request) => insights.sites(callerOf(request), request.body),
  );
  app.post(
    `${apiPrefix}/insights/records`,
    { ...reading, schema: { body: recordsQuestion, response: { 200: recordsReply } } },
    (request) => insights.records(callerOf(request), request.body),
  );
  app.post(
    `${apiPrefix}/insights/flow`,
    { ...reading, schema: { body: flowQuestion, response: { 200: flowReply } } },
    (request) => insights.flow(callerOf(request), request.body),
  );
}
