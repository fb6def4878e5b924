import { deviceMessage, devicesReply, revokeRequest } from '@shared/sync/account-messages';
import {
  unlockAnswer,
  unlockAnswerRequest,
  unlockRequest,
  unlockRequestReply,
} from '@shared/sync/unlock-help';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/authentication';
import { answerUnlockRequest, describeUnlockRequest } from '../../services/devices/help-unlock';
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
  app.post(
    `${administrationPath}/unlock-requests`,
    { ...keepers, schema: { body: unlockRequest, response: { 200: unlockRequestReply } } },
    (request) => describeUnlockRequest(environment, callerOf(request), request.body),
  );
  app.post(
    `${administrationPath}/unlock-requests/answer`,
    { ...keepers, schema: { body: unlockAnswerRequest, response: { 200: unlockAnswer } } },
    (asked) => {
      const { request, checked } = asked.body;
      return answerUnlockRequest(environment, callerOf(asked), request, checked);
    },
  );
}
