import type { AppDescription } from './channels';

/** What the preload script puts on `window.desktop`. Absent in the browser edition. */
export interface DesktopBridge {
  describeApp(): Promise<AppDescription>;
}
