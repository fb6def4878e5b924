import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import { createBrowserPlatform } from './browser';
import { createDesktopPlatform } from './desktop';
import type { Platform } from './platform';

declare global {
  interface Window {
    /** Set by electron/preload; absent in a browser. */
    readonly desktop?: DesktopBridge;
  }
}

/** The edition this page runs in. The only place that looks. */
export const platform: Platform =
  window.desktop === undefined ? createBrowserPlatform() : createDesktopPlatform(window.desktop);
