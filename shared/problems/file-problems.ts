/** Why a file as a whole cannot be read. Each sentence says what to do next; the register is never touched. */
import { catalogue } from './problem';

const untouched = '台账没有任何改动。';

export const fileProblems = catalogue('file', {
  empty: {
    severity: 'error',
    text: ({ fileName }: { fileName: string }) =>
      `“${fileName}”是空文件，里面没有内容，请重新选择文件。${untouched}`,
  },
  tooLarge: {
    severity: 'error',
    text: ({ fileName, sizeMb, limitMb }: { fileName: string; sizeMb: number; limitMb: number }) =>
      `“${fileName}”有${sizeMb}兆，超过${limitMb}兆的上限，台账表格一般只有几兆。请删去图片或拆成几个文件再导入。${untouched}`,
  },
  tooLargeUnpacked: {
    severity: 'error',
    text: ({ fileName, sizeMb, limitMb }: { fileName: string; sizeMb: number; limitMb: number }) =>
      `“${fileName}”展开后有${sizeMb}兆，超过${limitMb}兆的上限，不像台账表格。请把要导入的工作表复制到新文件，另存后再导入。${untouched}`,
  },
  notSpreadsheet: {
    severity: 'error',
    text: ({ fileName, looksLike }: { fileName: string; looksLike: string | null }) =>
      `“${fileName}”不是表格文件${looksLike === null ? '' : `（看起来是${looksLike}）`}，请选择 .xlsx、.xls、.et 或 .csv 文件。${untouched}`,
  },
  encrypted: {
    severity: 'error',
    text: ({ fileName }: { fileName: string }) =>
      `“${fileName}”设有打开密码，无法读取。请用 Excel 或 WPS 打开，去掉密码另存后再导入。${untouched}`,
  },
  damaged: {
    severity: 'error',
    text: ({ fileName }: { fileName: string }) =>
      `“${fileName}”不完整或已损坏（可能没有下载完）。请用 Excel 或 WPS 试着打开并另存，或请对方重新发送。${untouched}`,
  },
  noContent: {
    severity: 'error',
    text: ({ fileName }: { fileName: string }) =>
      `“${fileName}”里的工作表都是空的，请确认选对了文件。${untouched}`,
  },
  unreadable: {
    severity: 'error',
    text: ({ fileName }: { fileName: string }) =>
      `“${fileName}”打不开或没有读取权限。请确认文件还在原处、没有被别的程序占用，再试一次。${untouched}`,
  },
  stopped: {
    severity: 'error',
    text: ({ fileName }: { fileName: string }) =>
      `读取“${fileName}”时程序意外中断，请重试；仍不行时请把表格另存为 .xlsx 再导入。${untouched}`,
  },
});
