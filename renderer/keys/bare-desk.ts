/** Where nothing can be encrypted there is nothing to open, and no password would mean anything. */
import type { KeyDesk, KeyState } from './key-state';

const bare: KeyState = { status: 'bare' };
const cannot = () => Promise.reject(new Error('this page cannot encrypt'));

export const bareDesk = (): KeyDesk => ({
  get: () => bare,
  subscribe: () => () => {},
  start: () => Promise.resolve(),
  lock: () => Promise.resolve(),
  unlock: cannot,
  recover: cannot,
  protect: cannot,
  startAnew: cannot,
  addUser: cannot,
  removeUser: cannot,
  changePassword: cannot,
  newSheet: cannot,
  setIdleMinutes: cannot,
  followCounty: () => Promise.resolve(),
  askCounty: cannot,
});
