/** For somebody who can no longer open the register of this computer: what would be lost, and starting from nothing. */
import { collectionNames } from '@shared/domain/collections';
import { restoreStageOf } from './backups/restore-stage';
import { type DatabaseOptions, openDatabase } from './storage/open-database';

/** Records with edits the county has not got. Needs no key: that they wait is no secret. */
export async function countUnsent(options: DatabaseOptions): Promise<number> {
  // A restore that was cut off has emptied part of the tables; of one that is damaged what is left is counted.
  const staged = await restoreStageOf(options.name).facts();
  if (staged !== null && staged !== 'damaged') return staged.unsentCount;
  const database = await openDatabase(options);
  try {
    let count = 0;
    // The index of the outbox; each collection has it.
    for (const name of collectionNames)
      count += (await database[name].find({ selector: { isPending: { $eq: true } } }).exec()).length;
    return count;
  } finally {
    await database.close();
  }
}

/** Removes the whole register, and what sync remembered of this device. No window may have it open. */
export async function eraseRegister(options: DatabaseOptions): Promise<void> {
  const database = await openDatabase(options);
  await database.remove();
  await restoreStageOf(options.name).remove();
}
