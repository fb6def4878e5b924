import { accountProblems } from '@shared/problems/account-problems';
import { demoReply } from '@shared/sync/account-messages';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Demo } from '../../services/demo/demo-accounts';
import { Refusal } from '../../services/refusal';

/** The two ready accounts, shown on the start page of the demonstration. A real county answers `notFound`. */
export function registerDemoRoute(app: FastifyInstance, demo: Demo | null): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      `${apiPrefix}/demo`,
      { config: { access: 'open' }, schema: { response: { 200: demoReply } } },
      async () => {
        if (demo === null) throw new Refusal(accountProblems.notFound({}));
        return demo.reply;
      },
    );
}
