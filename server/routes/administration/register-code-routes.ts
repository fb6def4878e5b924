import { codeMessage, codesReply, createCodeRequest, withdrawnCode } from '@shared/sync/account-messages';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/authentication';
import { createCode, describeCodes, withdrawCode } from '../../services/enrolment/keep-codes';
import type { Environment } from '../../services/environment';
import { administrationPath, byId, keepers } from './access';

export function registerCodeRoutes(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${administrationPath}/codes`,
    { ...keepers, schema: { response: { 200: codesReply } } },
    async (request) => ({ items: await describeCodes(environment, callerOf(request)) }),
  );
  app.post(
    `${administrationPath}/codes`,
    { ...keepers, schema: { body: createCodeRequest, response: { 200: codeMessage } } },
    (request) => createCode(environment, callerOf(request), request.body),
  );
  app.post(
    `${administrationPath}/codes/:id/withdraw`,
    { ...keepers, schema: { params: byId, response: { 200: withdrawnCode } } },
    (request) => withdrawCode(environment, callerOf(request), request.params.id),
  );
}
