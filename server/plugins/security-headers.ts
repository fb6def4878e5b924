import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import contentSecurityPolicy from '../../resources/content-security-policy.json' with { type: 'json' };

/** The same strict policy as in every edition; `resources` holds the one definition. */
export async function addSecurityHeaders(app: FastifyInstance, isTls: boolean): Promise<void> {
  const directives = Object.fromEntries(
    Object.entries(contentSecurityPolicy).map(([name, value]) => [name, value.split(' ')]),
  );
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // On plain http in an office network this would lock people out once a certificate was tried and taken away.
    strictTransportSecurity: isTls ? { maxAge: 180 * 24 * 3600, includeSubDomains: false } : false,
  });
}
