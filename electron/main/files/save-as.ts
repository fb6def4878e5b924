import { extname, join } from 'node:path';
import type { SaveResult } from '@shared/ipc/channels';
import { desktopProblems } from '@shared/problems/desktop-problems';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import { log } from '../system/log';
import { codeOf } from './error-code';
import { writeWhole } from './write-whole';

/** Names of the file types people meet here, for the dialog's list. */
const typeNames: Readonly<Record<string, string>> = {
  '.xlsx': 'Excel 工作簿',
  '.csv': 'CSV 表格',
  '.pdf': 'PDF 文件',
  '.docx': 'Word 文档',
  '.png': 'PNG 图片',
  '.svg': 'SVG 图片',
  '.json': '台账备份',
  '.lxbak': '台账备份（加密）',
};

/** Asks a person where to put a file and writes it there. The page never learns the path. */
export async function saveAs(
  page: WebContents,
  name: string,
  content: () => Uint8Array | Promise<Uint8Array>,
): Promise<SaveResult> {
  const extension = extname(name);
  const options = {
    title: '保存',
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: typeNames[extension] ?? '文件', extensions: [extension.slice(1) || '*'] }],
  };
  const window = BrowserWindow.fromWebContents(page);
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  if (canceled || filePath === '') return { status: 'cancelled' };
  try {
    await writeWhole(filePath, await content());
    return { status: 'saved' };
  } catch (error) {
    log.warn('a file was not saved', codeOf(error));
    return { status: 'failed', text: problemOf(error, name).text };
  }
}

function problemOf(error: unknown, fileName: string) {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return desktopProblems.diskFull({ fileName });
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
    case 'EROFS':
      return desktopProblems.notWritable({ fileName });
    default:
      return desktopProblems.notSaved({ fileName, reason: codeOf(error) });
  }
}
