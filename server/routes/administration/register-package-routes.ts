import {
  importedPackage,
  importPackageRequest,
  packageFile,
  packagesReply,
  seedReply,
  seedRequest,
} from '@shared/sync/package-messages';
import { maxPackageBytes } from '@shared/sync/packages/package-file';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/authentication';
import { realmOf } from '../../services/accounts/realm';
import type { Environment } from '../../services/environment';
import { describePackages, readReceipt } from '../../services/packages/describe-packages';
import { importReport } from '../../services/packages/import-report';
import { makeSeed } from '../../services/packages/make-seed';
import { administrationPath, byId, keepers } from './access';

/** The file as base64, and a little around it. */
const fileBodyLimit = Math.ceil(maxPackageBytes / 3) * 4 + 1024;

export function registerPackageRoutes(root: FastifyInstance, environment: Environment): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${administrationPath}/packages`,
    { ...keepers, schema: { response: { 200: packagesReply } } },
    async (request) => ({ items: await describePackages(environment, callerOf(request)) }),
  );
  app.post(
    `${administrationPath}/packages/import`,
    {
      ...keepers,
      bodyLimit: fileBodyLimit,
      schema: { body: importPackageRequest, response: { 200: importedPackage } },
    },
    (request) => {
      const caller = callerOf(request);
      const bytes = Buffer.from(request.body.file, 'base64');
      return importReport(environment, { realm: realmOf(caller), userId: caller.userId }, bytes);
    },
  );
  app.get(
    `${administrationPath}/packages/:id/receipt`,
    { ...keepers, schema: { params: byId, response: { 200: packageFile } } },
    (request) => readReceipt(environment, callerOf(request), request.params.id),
  );
  app.post(
    `${administrationPath}/packages/seed`,
    { ...keepers, schema: { body: seedRequest, response: { 200: seedReply } } },
    (request) => makeSeed(environment, callerOf(request), request.body),
  );
}
