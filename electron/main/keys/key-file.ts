/** The keyring: a text of the page, kept beside the journal, because the browser's own storage can be thrown away. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppendResult } from '@shared/ipc/channels';
import { app } from 'electron';
import { codeOf } from '../files/error-code';
import { writeWhole } from '../files/write-whole';
import { log } from '../system/log';

const keyFile = (): string => join(app.getPath('userData'), 'keys.json');

/**
 * null only when there is none.
 * @throws when it is there and cannot be read: the page must not write a new one over it
 */
export async function readKeyFile(): Promise<string | null> {
  try {
    return await readFile(keyFile(), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    log.error('the keyring was not read', codeOf(error));
    throw error;
  }
}

export async function writeKeyFile(text: string): Promise<AppendResult> {
  try {
    // Others at this computer would have all the time they like to try passwords.
    await writeWhole(keyFile(), new TextEncoder().encode(text), 0o600);
    return { status: 'written' };
  } catch (error) {
    const code = codeOf(error);
    log.error('the keyring was not written', code);
    return { status: 'failed', reason: code === 'ENOSPC' || code === 'EDQUOT' ? '磁盘已满' : code };
  }
}
