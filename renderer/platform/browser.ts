import type { Platform } from './platform';

export const browserPlatform: Platform = {
  describeApp: () => Promise.resolve({ version: import.meta.env.VITE_APP_VERSION, runtime: '浏览器' }),
};
