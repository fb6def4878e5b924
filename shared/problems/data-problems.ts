/** Problems of keeping the register: refused values, failed saves, undo that had to leave something. */
import { catalogue } from './problem';

/** A value its field does not take. @param label of the field, @param what is wrong with it */
const refused = (label: string, what: string): string => `“${label}”${what}，没有保存。请改正后再保存。`;
interface Labelled {
  readonly label: string;
}

const fieldEntries = {
  invalidField: {
    severity: 'error',
    text: ({ label }: Labelled) => refused(label, '的内容不符合要求'),
  },
  fieldMissing: { severity: 'error', text: ({ label }: Labelled) => refused(label, '必须填写') },
  fieldEmpty: { severity: 'error', text: ({ label }: Labelled) => refused(label, '不能为空') },
  fieldNotWhole: { severity: 'error', text: ({ label }: Labelled) => refused(label, '必须是整数') },
  fieldWrongType: { severity: 'error', text: ({ label }: Labelled) => refused(label, '的内容类型不对') },
  fieldTooSmall: {
    severity: 'error',
    text: ({ label, limit }: Labelled & { limit: string }) => refused(label, `不能小于${limit}`),
  },
  fieldTooLarge: {
    severity: 'error',
    text: ({ label, limit }: Labelled & { limit: string }) => refused(label, `不能大于${limit}`),
  },
  fieldTooLong: {
    severity: 'error',
    text: ({ label, limit }: Labelled & { limit: string }) => refused(label, `不能超过${limit}个字`),
  },
  fieldFormat: { severity: 'error', text: ({ label }: Labelled) => refused(label, '的格式不对') },
  fieldNotOffered: { severity: 'error', text: ({ label }: Labelled) => refused(label, '不是可选的内容') },
  fieldUnknown: {
    severity: 'error',
    text: ({ label, names }: Labelled & { names: readonly string[] }) =>
      refused(label, `中没有“${names.join('、')}”这一项`),
  },
} as const;

export const dataProblems = catalogue('data', {
  ...fieldEntries,
  readOnlyField: {
    severity: 'error',
    text: (d: { path: string }) => `“${d.path}”由系统填写，不能直接修改。`,
  },
  missingDocument: {
    severity: 'error',
    text: (d: { collection: string; id: string }) =>
      `要修改的${d.collection}记录已不存在，没有保存。请刷新列表后重试。`,
  },
  duplicateId: {
    severity: 'error',
    text: (d: { collection: string; id: string }) => `${d.collection}中已有同一编号的记录，没有重复新建。`,
  },
  diskFull: {
    severity: 'error',
    text: () => '本机磁盘空间不足，这次改动没有保存。请清理磁盘后再试，已有数据不受影响。',
  },
  saveFailed: {
    severity: 'error',
    text: (d: { reason: string }) =>
      `保存失败，这次改动没有写入，已有数据不受影响。请重试；仍不成功请联系管理员（${d.reason}）。`,
  },
  journalFailed: {
    severity: 'error',
    text: (d: { reason: string }) =>
      `这次改动没有保存：修改日志写不进磁盘（${d.reason}）。已有数据不受影响，请清理或检查磁盘后再试。`,
  },
  partlySaved: {
    severity: 'error',
    text: (d: { count: number; reason: string }) =>
      `保存中断，有${d.count}条记录已写入且无法自动退回。请先不要关闭程序，核对后重试（${d.reason}）。`,
  },
  changedElsewhere: {
    severity: 'error',
    text: (d: { collection: string }) =>
      `另一个窗口刚改过同一条${d.collection}记录，两处改动合不到一起，没有保存。请核对后重做。`,
  },
  undoLeftSome: {
    severity: 'warning',
    text: (d: { label: string; count: number; examples: string }) =>
      `已撤销“${d.label}”，其中${d.count}处后来又改过，保留现值：${d.examples}。`,
  },
  openFailed: {
    severity: 'error',
    text: (d: { reason: string }) =>
      `本机数据打不开。请关闭其他窗口后重试；仍不成功请联系管理员（${d.reason}）。`,
  },
  otherVersion: {
    severity: 'error',
    text: () => '本机数据由另一版本的程序写成，这个版本打不开。请换用原来的版本，或联系管理员升级数据。',
  },
  foreignKey: {
    severity: 'error',
    text: () =>
      '本机台账是用另一把密钥加密的，现在的密钥打不开。数据没有改动；请把原来的密钥文件放回原处，或清空后从备份恢复、与县级同步。',
  },
  damagedRecords: {
    severity: 'error',
    text: ({ what }: { readonly what: string }) =>
      `有记录的加密内容已损坏，打不开：${what}。它们还在本机，没有删除，也不计入数字。请到“设置 · 备份”恢复最近的备份。`,
  },
  partNotLoaded: {
    severity: 'error',
    text: () => '程序的一部分没有读到，台账没有改动。请刷新页面后重试；仍不成功请联系管理员。',
  },
  storageBlocked: {
    severity: 'error',
    text: () => '浏览器不允许本网页保存数据（可能是无痕窗口或被策略禁用）。请换普通窗口或换浏览器打开。',
  },
});
