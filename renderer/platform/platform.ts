import type { AppDescription } from '@shared/ipc/channels';
import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import { browserPlatform } from './browser';
import { desktopPlatform } from './desktop';

/** Everything that differs between the two editions. No other file may ask which one it runs in. */
export interface Platform {
  describeApp(): Promise<AppDescription>;
}

declare global {
  interface Window {
    /** Set by electron/preload; absent in a browser. */
    readonly desktop?: DesktopBridge;
  }
}

export const platform: Platform =
  window.desktop === undefined ? browserPlatform : desktopPlatform(window.desktop);
