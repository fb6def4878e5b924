/** The keyring as a file beside the journal, and the key store of the system, both through the main process. */
import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import { bytesOfText, textOfBytes } from './bytes-text';
import { amongWindows, type KeyStore } from './key-store';

export function createDesktopKeyStore(bridge: DesktopBridge): KeyStore {
  return {
    read: () => bridge.readKeyring(),
    async write(text) {
      const result = await bridge.writeKeyring(text);
      if (result.status === 'failed') throw new Error(result.reason);
    },
    guard: {
      kind: 'system',
      guard: (key) => bridge.guardKey(textOfBytes(key)),
      async open(text) {
        const opened = await bridge.openGuardedKey(text);
        return opened && { key: bytesOfText(opened.key), text: opened.text };
      },
      // What the system sealed lies in the keyring alone; it is gone when that is written without it.
      forget: () => Promise.resolve(),
    },
    ...amongWindows(),
  };
}
