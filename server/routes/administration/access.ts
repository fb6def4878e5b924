import { id } from '@shared/domain/values';
import { apiPrefix } from '@shared/sync/protocol';
import { z } from 'zod';

export const administrationPath = `${apiPrefix}/administration`;
/** Routes for administrators and organizers; what an organizer reaches is decided in the services, by her place. */
export const keepers = {
  config: { access: { roles: ['administrator', 'organizer'] } },
  bodyLimit: 16 * 1024,
} as const;
export const byId = z.strictObject({ id });
