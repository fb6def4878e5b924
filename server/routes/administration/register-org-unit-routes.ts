import {
  changeOrgUnitRequest,
  createOrgUnitRequest,
  orgUnitMessage,
  orgUnitsReply,
} from '@shared/sync/account-messages';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/authentication';
import { addPlace, changePlace, describePlaces } from '../../services/accounts/keep-places';
import type { Environment } from '../../services/environment';
import { administrationPath, byId, keepers } from './access';

export function registerOrgUnitRoutes(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${administrationPath}/org-units`,
    { ...keepers, schema: { response: { 200: orgUnitsReply } } },
    async (request) => ({ items: await describePlaces(environment, callerOf(request)) }),
  );
  app.post(
    `${administrationPath}/org-units`,
    { ...keepers, schema: { body: createOrgUnitRequest, response: { 200: orgUnitMessage } } },
    (request) => addPlace(environment, callerOf(request), request.body),
  );
  app.patch(
    `${administrationPath}/org-units/:id`,
    { ...keepers, schema: { params: byId, body: changeOrgUnitRequest, response: { 200: orgUnitMessage } } },
    (request) => changePlace(environment, callerOf(request), request.params.id, request.body),
  );
}
