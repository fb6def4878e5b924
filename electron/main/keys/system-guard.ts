/** The key store of the system (DPAPI, Keychain, libsecret, KWallet) over Electron's asynchronous safeStorage. */
import type { GuardResult, OpenedGuard } from '@shared/ipc/channels';
import { safeStorage } from 'electron';
import { log } from '../system/log';

const nameOfSystem: Partial<Record<NodeJS.Platform, string>> = { win32: 'dpapi', darwin: 'keychain' };

/** On Linux Electron falls back, without a word, to a password that is the same everywhere. */
const worthless: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

const backend = (): string => nameOfSystem[process.platform] ?? safeStorage.getSelectedStorageBackend();

export async function guardKey(key: string): Promise<GuardResult> {
  const by = backend();
  if (worthless.has(by) || !(await safeStorage.isAsyncEncryptionAvailable())) {
    log.warn('no key store worth the name', by);
    return { status: 'refused', by };
  }
  log.info('the key is guarded by', by);
  return { status: 'guarded', text: await sealed(key), by };
}

export async function openGuardedKey(text: string): Promise<OpenedGuard | null> {
  try {
    const opened = await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'));
    return { key: opened.result, text: opened.shouldReEncrypt ? await sealed(opened.result) : text };
  } catch {
    // The reason names nothing a person could act on; which store it was does.
    log.error('the key store does not open the key', backend());
    return null;
  }
}

const sealed = async (key: string): Promise<string> =>
  (await safeStorage.encryptStringAsync(key)).toString('base64');
