/** Settings of the register: rules, import batches and what importing taught, saved views, frozen report figures. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import { criteriaSetBody, ruleSetBody } from './rule-set';
import {
  count,
  day,
  id,
  idList,
  instant,
  mapOf,
  optionalId,
  optionalInstant,
  optionalText,
  text,
  year,
} from './values';

export const settingKinds = codeList('设置类别', {
  office: '填报单位',
  ruleSet: '规则',
  criteriaSet: '评估标准',
  importBatch: '导入批次',
  columnMemory: '导入列记忆',
  savedView: '常用视图',
  snapshot: '报表快照',
  holidays: '节假日',
  boardNote: '看板批注',
  auditLog: '操作日志',
});
const snapshotFigure = entity({
  numerator: field('分子', count),
  denominator: field('分母', count),
  unitIds: field('单位', idList),
});

export const settingSchemas = {
  /** The office that uses this register; exactly one live document. */
  office: entity({
    ...documentFields,
    kind: field('类别', z.literal('office')),
    name: field('填报单位', text),
    countyName: field('县（市、区）', optionalText),
    homeOrgUnitId: field('本级单位', id),
    filler: field('填报人', optionalText),
    reviewer: field('审核人', optionalText),
    phone: field('联系电话', optionalText),
    isDemo: field('演示数据', z.boolean()),
    /** Code of the criteria set 六有 is judged by; null = the one that comes with the program. */
    criteriaCode: field('六有标准', optionalText),
  }),
  ruleSet: entity({ ...documentFields, kind: field('类别', z.literal('ruleSet')), ...ruleSetBody }),
  criteriaSet: entity({
    ...documentFields,
    kind: field('类别', z.literal('criteriaSet')),
    ...criteriaSetBody,
  }),
  importBatch: entity({
    ...documentFields,
    kind: field('类别', z.literal('importBatch')),
    fileName: field('文件名', text),
    fileSha256: field('文件指纹', text),
    fileSizeBytes: field('文件大小', count),
    fileId: field('原文件', optionalId),
    importedAt: field('导入时间', instant),
    undoneAt: field('撤销时间', optionalInstant),
    /** Counts by outcome: created, changed, unchanged, skipped, problems. */
    counts: field('统计', z.record(z.string(), count)),
    /** Touched document ids by collection. */
    touched: field('涉及记录', z.record(z.string(), z.array(id))),
    sheets: field('工作表', z.array(text)),
    /** Questions of this import and the answers taken, so that the next one need not ask again. */
    answers: field('答复', z.record(z.string(), z.string()).default({})),
  }),
  /** A correction of the column map an office made once: heading path → field path. */
  columnMemory: entity({
    ...documentFields,
    kind: field('类别', z.literal('columnMemory')),
    sheetKind: field('表类', text),
    columns: field('列对应', z.record(z.string(), z.string())),
  }),
  savedView: entity({
    ...documentFields,
    kind: field('类别', z.literal('savedView')),
    name: field('名称', text),
    table: field('台账', text),
    state: field('状态', z.record(z.string(), z.unknown())),
  }),
  snapshot: entity({
    ...documentFields,
    kind: field('类别', z.literal('snapshot')),
    reportCode: field('报表', text),
    asOf: field('统计时点', day),
    ruleSetVersion: field('规则版本', text),
    figures: field('数字', mapOf(snapshotFigure)),
  }),
  holidays: entity({
    ...documentFields,
    kind: field('类别', z.literal('holidays')),
    year: field('年度', year),
    daysOff: field('放假日', z.array(day)),
    workdays: field('调休上班日', z.array(day)),
  }),
  /** What people should know who look at a figure or at a day of its history, in the place it belongs to and below. */
  boardNote: entity({
    ...documentFields,
    kind: field('类别', z.literal('boardNote')),
    /** Code of a figure; null = about the day itself. */
    figure: field('指标', optionalText),
    on: field('日期', day),
    words: field('批注', text),
  }),
  auditLog: entity({
    ...documentFields,
    kind: field('类别', z.literal('auditLog')),
    action: field('操作', text),
    subject: field('对象', text),
    at: field('时间', instant),
    detail: field('详情', optionalText),
  }),
};
export const settingSchema = z.discriminatedUnion('kind', [
  settingSchemas.office,
  settingSchemas.ruleSet,
  settingSchemas.criteriaSet,
  settingSchemas.importBatch,
  settingSchemas.columnMemory,
  settingSchemas.savedView,
  settingSchemas.snapshot,
  settingSchemas.holidays,
  settingSchemas.boardNote,
  settingSchemas.auditLog,
]);
export type Setting = z.infer<typeof settingSchema>;
export type BoardNote = z.infer<typeof settingSchemas.boardNote>;
export type Office = z.infer<typeof settingSchemas.office>;
export type ImportBatch = z.infer<typeof settingSchemas.importBatch>;
