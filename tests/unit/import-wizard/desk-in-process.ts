/** The import desk without its worker: the same work, in the realm of the test. */
import type { ImportDesk } from '@renderer/workers/import-desk/client';
import { Desk } from '@renderer/workers/import-desk/import-desk';
import { collectionNames } from '@shared/domain/collections';

let ids = 0;

export function openDeskInProcess(): ImportDesk {
  const desk = new Desk(() => `planned-${String(++ids).padStart(6, '0')}`);
  return {
    open: (file, onProgress) => desk.open(file, onProgress),
    read: async (context) => desk.read(context),
    texts: async (sheet) => desk.textsOf(sheet),
    plan: async (request, register) => {
      for (const name of collectionNames) desk.setRegister(name, register[name], true);
      return desk.planWith(request);
    },
    draftOf: async (key) => desk.draftOf(key),
    operations: async (kept) => desk.operations(kept),
    close: () => {},
  };
}
