import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import { createBrowserPlatform } from './browser';
import type { Platform } from './platform';

/** The desktop page is a Chromium page: whatever the bridge does not offer, the web way serves as well. */
export function createDesktopPlatform(bridge: DesktopBridge): Platform {
  return {
    ...createBrowserPlatform(),
    editionName: '桌面版',
    describeApp: () => bridge.describeApp(),
  };
}
