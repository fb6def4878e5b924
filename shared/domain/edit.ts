/**
 * An edit is the unit of history, undo and later of sync: documents are saved together with the edits that
 * made them, so nothing is ever known only as a final state.
 */
import { z } from 'zod';
import { entity, field } from './define';
import { countyNumber, id, instant, optionalId, optionalText, text } from './values';

/**
 * One path before and after. Paths are dotted field names; a map entry is `covers.<entryId>`. A missing `from`
 * or `to` means the map entry did not exist before or does not exist after; null is a value (未填).
 */
export const changeSchema = z.strictObject({ from: z.unknown().optional(), to: z.unknown().optional() });

const editFields = {
  editId: field('编号', id),
  /** `create` carries no changes: the first state is the present one with all later edits taken back. */
  op: field('动作', z.enum(['create', 'change'])),
  at: field('时间', instant),
  by: field('经办人', text),
  device: field('设备', text),
  changes: field('改动', z.record(z.string(), changeSchema)),
  /** Import batch or bulk action this edit belongs to; one click takes all of them back. */
  batchId: field('批次', optionalId),
  note: field('说明', optionalText),
};
export const editSchema = entity(editFields);

/** An edit as the county took it: `changes` holds what it applied, `kept` what it put aside as a conflict. */
export const answeredEditSchema = entity({
  ...editFields,
  seq: field('县级流水号', countyNumber),
  /** By the county's clock; `at` is by the device's. */
  receivedAt: field('县级收到时间', instant),
  /** Whose login delivered it; usually `by`. */
  sentBy: field('报送人', text),
  kept: field('待处理的改动', z.record(z.string(), changeSchema).default({})),
});

export type Change = z.infer<typeof changeSchema>;
export type Edit = z.infer<typeof editSchema>;
export type AnsweredEdit = z.infer<typeof answeredEditSchema>;
export type Changes = Edit['changes'];

/** Every known edit of a document: what the county took, then what it has not answered yet. */
export const editsOf = (document: {
  readonly history: readonly AnsweredEdit[];
  readonly pending: readonly Edit[];
}): readonly Edit[] =>
  document.history.length === 0 ? document.pending : [...document.history, ...document.pending];

/**
 * When an edit was made: by the device's clock, but never later than the county received it. A clock that runs ahead
 * would otherwise keep the edit out of every count until its day has come.
 */
export const madeAt = (edit: Edit | AnsweredEdit): string =>
  'receivedAt' in edit && edit.receivedAt < edit.at ? edit.receivedAt : edit.at;
