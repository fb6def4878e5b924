/**
 * A second copy of the keyring, beside the journal: without it nobody could open the journal once the browser has thrown
 * its databases away. Written twice, one after the other, so that a power cut spoils at most one of them.
 */
import { sha256OfText } from '@shared/lib/sha256';
import { type PartFolder, textFrom, withHandle, writeAndFlush } from './part-folder';

const slots = ['keyring-1', 'keyring-2'] as const;

/** null = there is none that is whole. */
export async function readKeyringCopy(folder: PartFolder): Promise<string | null> {
  for (const slot of slots) {
    const handle = await folder.open(slot, 'existing');
    const stored = handle && withHandle(handle, (open) => textFrom(open, 0));
    const cut = stored?.indexOf(' ') ?? -1;
    if (!stored || cut < 0) continue;
    const text = stored.slice(cut + 1);
    if (stored.slice(0, cut) === sha256OfText(text)) return text;
  }
  return null;
}

/** @param text null = none is to be kept */
export async function writeKeyringCopy(folder: PartFolder, text: string | null): Promise<void> {
  for (const slot of slots) {
    if (text === null) {
      await folder.remove(slot);
      continue;
    }
    const handle = await folder.open(slot, 'create');
    if (handle === null) throw new Error('no slot');
    withHandle(handle, (open) => {
      open.truncate(0);
      writeAndFlush(open, `${sha256OfText(text)} ${text}`, 0);
    });
  }
}
