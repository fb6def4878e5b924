/**
 * What waits for a person: a path two offices changed differently (made by the county), and an edit the county did
 * not take (搁置箱; made on the device, known to the county only once it was handed over).
 */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import { editSchema } from './edit';
import { id, instant, optionalInstant, optionalText, text } from './values';

export const conflictKinds = codeList('类别', { conflict: '冲突', parked: '搁置' });
export const conflictStates = codeList('处理状态', { open: '待处理', settled: '已处理' });
export const conflictChoices = codeList('处理结果', {
  theirs: '采用县级值',
  mine: '采用本机值',
  other: '另填新值',
});
export const parkedOutcomes = codeList('搁置结果', {
  resent: '修改后重报',
  discarded: '放弃',
  handedOver: '移交县级',
});

const side = entity({
  value: field('值', z.unknown()),
  by: field('经办人', text),
  at: field('时间', instant),
  /** null = the value it was created with. */
  editId: field('编辑号', id.nullable().default(null)),
});

const common = {
  ...documentFields,
  /** Not `collection`: the local database reserves that name. */
  documentCollection: field('台账', text),
  documentId: field('记录', id),
  state: field('处理状态', conflictStates.schema),
  settledAt: field('处理时间', optionalInstant),
  settledBy: field('处理人', optionalText),
};

export const conflictSchemas = {
  conflict: entity({
    ...common,
    kind: field('类别', z.literal('conflict')),
    path: field('字段', text),
    before: field('原值', z.unknown()),
    theirs: field('县级值', side),
    mine: field('本机值', side),
    choice: field('处理结果', conflictChoices.schema.nullable().default(null)),
  }),
  parked: entity({
    ...common,
    kind: field('类别', z.literal('parked')),
    edit: field('改动', editSchema),
    /** What a refused creation would have created; null for changes. */
    content: field('内容', z.record(z.string(), z.unknown()).nullable().default(null)),
    problemCode: field('原因代码', text),
    problemText: field('原因', text),
    outcome: field('搁置结果', parkedOutcomes.schema.nullable().default(null)),
    /** Why it was given up; must be there when it was. */
    reason: field('理由', optionalText),
  }),
};
export const conflictSchema = z.discriminatedUnion('kind', [
  conflictSchemas.conflict,
  conflictSchemas.parked,
]);
export type Conflict = z.infer<typeof conflictSchemas.conflict>;
export type ParkedEdit = z.infer<typeof conflictSchemas.parked>;
