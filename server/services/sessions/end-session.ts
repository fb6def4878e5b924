import { deleteSession } from '../../repositories/accounts/session-repository';
import type { Environment } from '../environment';
import { digestOfSecret } from './secrets';

/** Logging out. Doing it twice is no error. */
export const endSession = ({ database }: Environment, token: string): Promise<void> =>
  deleteSession(database, digestOfSecret(token));
