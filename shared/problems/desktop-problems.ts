/** What can go wrong between the ledger and the computer it runs on. */
import { catalogue } from './problem';

export const desktopProblems = catalogue('desktop', {
  diskFull: {
    severity: 'error',
    text: ({ fileName }: { readonly fileName: string }) =>
      `磁盘空间不足，“${fileName}”没有保存。请清理磁盘或换一个位置后重试，原有文件没有改动。`,
  },
  notWritable: {
    severity: 'error',
    text: ({ fileName }: { readonly fileName: string }) =>
      `不能写入所选位置，“${fileName}”没有保存。请关闭正在使用该文件的程序，或换一个文件夹后重试。`,
  },
  notSaved: {
    severity: 'error',
    text: ({ fileName, reason }: { readonly fileName: string; readonly reason: string }) =>
      `“${fileName}”没有保存（${reason}）。请换一个位置后重试。`,
  },
  noSandbox: {
    severity: 'error',
    text: () =>
      '这台电脑的系统设置不允许程序隔离运行，为保护台账没有打开。请改用 .deb 安装包安装，或请管理员处理；台账数据没有变化。',
  },
  linkedRecordMissing: {
    severity: 'error',
    text: () => '链接指的记录不在这台电脑的台账里，可能属于别的单位，或者已经删除。请向发链接的人核对。',
  },
  pageStopped: {
    severity: 'error',
    text: () => '界面意外停止，已保存的内容不受影响。点“重新打开”继续。',
  },
});
