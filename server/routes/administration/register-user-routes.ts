import { changeUserRequest, createUserRequest, userMessage, usersReply } from '@shared/sync/account-messages';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/authentication';
import { changeUser, createUser, describeUsers } from '../../services/accounts/keep-users';
import type { Environment } from '../../services/environment';
import { administrationPath, byId, keepers } from './access';

export function registerUserRoutes(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${administrationPath}/users`,
    { ...keepers, schema: { response: { 200: usersReply } } },
    async (request) => ({ items: await describeUsers(environment, callerOf(request)) }),
  );
  app.post(
    `${administrationPath}/users`,
    { ...keepers, schema: { body: createUserRequest, response: { 200: userMessage } } },
    (request) => createUser(environment, callerOf(request), request.body),
  );
  app.patch(
    `${administrationPath}/users/:id`,
    { ...keepers, schema: { params: byId, body: changeUserRequest, response: { 200: userMessage } } },
    (request) => changeUser(environment, callerOf(request), request.params.id, request.body),
  );
}
