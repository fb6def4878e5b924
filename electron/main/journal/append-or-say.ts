import type { AppendResult } from '@shared/ipc/channels';
import { codeOf } from '../files/error-code';
import { log } from '../system/log';
import type { Journal } from './journal-folder';

/** The page hears why; it then saves nothing. */
export async function appendOrSay(journal: Journal, text: string): Promise<AppendResult> {
  try {
    await journal.append(text);
    return { status: 'written' };
  } catch (error) {
    const code = codeOf(error);
    log.error('the journal was not written', code);
    return { status: 'failed', reason: code === 'ENOSPC' || code === 'EDQUOT' ? '磁盘已满' : code };
  }
}
