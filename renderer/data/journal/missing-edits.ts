/** Which edits of the journal the register lacks. Pure. */
import type { JournalEvent, JournaledEdit } from './journal-lines';

/**
 * @param isKnown whether the register has the edit: pending, taken by the county, or in the parking bay
 * @returns edits in the order they were made
 */
export function missingEdits(
  events: readonly JournalEvent[],
  isKnown: (edit: JournaledEdit) => boolean,
): readonly JournaledEdit[] {
  let open = new Map<string, JournaledEdit>();
  for (const event of events) {
    switch (event.kind) {
      case 'edits':
        for (const edit of event.edits) open.set(edit.edit.editId, edit);
        break;
      case 'withdrawn':
      case 'settled':
        for (const editId of event.editIds) open.delete(editId);
        break;
      case 'cleared':
        open = new Map();
        break;
    }
  }
  return [...open.values()].filter((edit) => !isKnown(edit));
}
