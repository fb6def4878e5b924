/** Copies of imported workbooks hold whole ledgers of people: sealed like everything else that identifies them. */
import { platform } from '@renderer/platform/current-platform';
import type { Platform } from '@renderer/platform/platform';
import { keyDesk } from './current-desk';
import type { Bytes, Sealer } from './sealer';

/** What a sealed copy begins with; no workbook does. */
const mark = new TextEncoder().encode('sealed file\n');
const about = 'file';

const isSealed = (bytes: Bytes): boolean => mark.every((byte, i) => bytes[i] === byte);

/** null where the page cannot encrypt; nobody keeps or reads a file before the register is open. */
async function fileSealer(): Promise<Sealer | null> {
  const state = keyDesk.get();
  return state.status === 'open' ? state.keys.sealerFor('files') : null;
}

export const keptFiles: Pick<Platform, 'keepFile' | 'readKeptFile'> = {
  async keepFile(bytes) {
    const sealer = await fileSealer();
    if (sealer === null) return platform.keepFile(bytes);
    const sealed = await sealer.seal(bytes, about);
    const whole = new Uint8Array(mark.length + sealed.length);
    whole.set(mark);
    whole.set(sealed, mark.length);
    return platform.keepFile(whole);
  },
  /** @throws BrokenSeal when the copy is damaged or of another key */
  async readKeptFile(id) {
    const bytes = await platform.readKeptFile(id);
    const sealer = await fileSealer();
    if (bytes === null || sealer === null || !isSealed(bytes)) return bytes;
    return sealer.open(bytes.subarray(mark.length), about);
  },
};
