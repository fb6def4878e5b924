import { deviceMessage, devicesReply, revokeRequest } from '@shared/sync/account-messages';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/authentication';
import { describeDevices, revokeDevice } from '../../services/devices/keep-devices';
import type { Environment } from '../../services/environment';
import { administrationPath, byId, keepers } from './access';

export function registerDeviceRoutes(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${administrationPath}/devices`,
    { ...keepers, schema: { response: { 200: devicesReply } } },
    async (request) => ({ items: await describeDevices(environment, callerOf(request)) }),
  );
  app.post(
    `${administrationPath}/devices/:id/revoke`,
    { ...keepers, schema: { params: byId, body: revokeRequest, response: { 200: deviceMessage } } },
    (request) => revokeDevice(environment, callerOf(request), request.params.id, request.body.to),
  );
}
