/** Fields every stored document has (domain reference B, conventions). */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { answeredEditSchema, editSchema } from './edit';
import { count, id, instant, mapOf, optionalCountyNumber, optionalId, optionalInstant, text } from './values';

export const sources = codeList('来源', {
  manual: '手工录入',
  import: '表格导入',
  sync: '同步下发',
  demo: '演示数据',
});

/** A warning somebody looked at and left as it is, with the reason (superiors may approve exceptions). */
export const keptWarning = entity({
  reason: field('理由', text),
  by: field('经办人', text),
  at: field('时间', instant),
});

export const attachment = entity({
  fileId: field('文件编号', id),
  name: field('文件名', text),
  sizeBytes: field('大小', count),
});

export const documentFields = {
  id: field('编号', id),
  orgUnitId: field('所属单位', id),
  createdAt: field('建档时间', instant),
  createdBy: field('建档人', text),
  updatedAt: field('修改时间', instant),
  updatedBy: field('修改人', text),
  /** Grows by one with every edit on this device. */
  rev: field('修改次数', count),
  /** Soft delete; null = live. */
  deletedAt: field('删除时间', optionalInstant),
  source: field('来源', sources.schema),
  importBatchId: field('导入批次', optionalId),
  attachments: field('附件', mapOf(attachment)),
  /** Warnings kept with a reason, by `keptKey` of the problem. */
  kept: field('已说明的提醒', mapOf(keptWarning)),
  /** Fields of a newer version, carried along untouched. */
  ext: field('扩展', z.record(z.string(), z.unknown()).default({})),
  /** Edits the county took, in its order; empty while the office works alone. */
  history: field('县级已收的变更', z.array(answeredEditSchema).default([])),
  /** County number of the last change of this document (SPEC, PULL-1); null = the county does not have it. */
  seq: field('县级流水号', optionalCountyNumber),
  /** Edits made here that the county has not answered yet, oldest first. */
  pending: field('未上报的变更', z.array(editSchema).default([])),
  isPending: field('待上报', z.boolean().default(false)),
};

/** Names of the bookkeeping fields: never edited by people, never part of an edit's changes (except deletedAt). */
export const bookkeepingFields = new Set<string>([
  'id',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'rev',
  'source',
  'importBatchId',
  'history',
  'seq',
  'pending',
  'isPending',
]);

export type LedgerDocument = z.infer<ReturnType<typeof documentEntity>>;
const documentEntity = () => entity(documentFields);
