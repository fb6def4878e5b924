/** A path two offices changed differently: both values kept until a person settles it (design of sync). */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import { id, instant, optionalInstant, optionalText, text } from './values';

export const conflictStates = codeList('冲突状态', { open: '待处理', settled: '已处理' });

const side = entity({
  value: field('值', z.unknown()),
  by: field('经办人', text),
  at: field('时间', instant),
  editId: field('编辑号', id),
});

export const conflictSchema = entity({
  ...documentFields,
  /** Not `collection`: the local database reserves that name. */
  documentCollection: field('台账', text),
  documentId: field('记录', id),
  path: field('字段', text),
  before: field('原值', z.unknown()),
  theirs: field('县级值', side),
  mine: field('本机值', side),
  state: field('冲突状态', conflictStates.schema),
  settledAt: field('处理时间', optionalInstant),
  settledBy: field('处理人', optionalText),
});
export type Conflict = z.infer<typeof conflictSchema>;
