import { createIdGenerator, type NewId } from '@shared/lib/ids';

/** Ids of documents, edits and files made on this device. */
export const newId: NewId = createIdGenerator(
  () => Date.now(),
  (bytes) => crypto.getRandomValues(bytes),
);
