/** The keeping of accounts, devices, codes, places and packages. */
import { auditQuery, auditReply } from '@shared/sync/account-messages';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/authentication';
import { describeAudit } from '../../services/accounts/describe-audit';
import type { Environment } from '../../services/environment';
import { administrationPath } from './access';
import { registerCodeRoutes } from './register-code-routes';
import { registerDeviceRoutes } from './register-device-routes';
import { registerOrgUnitRoutes } from './register-org-unit-routes';
import { registerPackageRoutes } from './register-package-routes';
import { registerUserRoutes } from './register-user-routes';

export function registerAdministrationRoutes(app: FastifyInstance, environment: Environment): void {
  registerUserRoutes(app, environment);
  registerDeviceRoutes(app, environment);
  registerCodeRoutes(app, environment);
  registerOrgUnitRoutes(app, environment);
  registerPackageRoutes(app, environment);
  app.withTypeProvider<ZodTypeProvider>().get(
    `${administrationPath}/audit`,
    {
      config: { access: { roles: ['administrator'] } },
      schema: { querystring: auditQuery, response: { 200: auditReply } },
    },
    async (request) => ({ items: await describeAudit(environment, callerOf(request), request.query) }),
  );
}
