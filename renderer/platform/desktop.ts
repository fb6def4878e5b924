import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import type { Platform } from './platform';

export function desktopPlatform(bridge: DesktopBridge): Platform {
  return {
    describeApp: () => bridge.describeApp(),
  };
}
