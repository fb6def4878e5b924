/** Problems of reading a backup file back. */
import { catalogue } from './problem';

/** Where backups go, in the words the page uses. */
interface Place {
  readonly place: string;
}

export const backupProblems = catalogue('backup', {
  notABackup: {
    severity: 'error',
    text: () => '这不是本系统的备份文件，没有读入。请选择“两新台账备份”开头的 .lxbak 或 .json 文件。',
  },
  newerFormat: {
    severity: 'error',
    text: () => '这份备份由更新的版本导出，本版本读不了。请先升级软件再恢复。',
  },
  damagedDocument: {
    severity: 'error',
    text: (d: { collection: string; name: string; reason: string }) =>
      `备份里的${d.collection}“${d.name}”内容损坏（${d.reason}），没有恢复，现有数据未动。请换一份备份。`,
  },
  sealBroken: {
    severity: 'error',
    text: () => '这份备份打不开：文件已损坏，或不是用这把密钥加密的。没有读入，现有数据未动，请换一份备份。',
  },
  notAsSaid: {
    severity: 'error',
    text: () => '这份备份的条数或摘要与它自己登记的对不上，没有读入，现有数据未动。请换一份备份。',
  },
  gone: { severity: 'error', text: () => '这份备份已经不在了，可能被删除或 U 盘已拔出。请刷新列表后再选。' },
  wrongPassword: {
    severity: 'error',
    text: () => '口令不对，打不开这份备份。要用做备份那台电脑当时的本机口令，请核对后再试，或改用恢复单。',
  },
  wrongCode: {
    severity: 'error',
    text: () =>
      '这张恢复单打不开这份备份：可能是另一台电脑的，或做备份以后又打印过新的。请换一张，或改用口令。',
  },
  noWayIn: {
    severity: 'error',
    text: () =>
      '这份备份在别的电脑上打不开：做备份时那台电脑还没有设本机口令，也没有恢复单。请回原来的电脑恢复，或与县级同步。',
  },
  folderMissing: {
    severity: 'error',
    text: ({ place }: Place) =>
      `备份失败：找不到${place}，U 盘可能拔了或换了一个。插好原来的 U 盘再备份，或另选一个文件夹。台账照常使用，不受影响。`,
  },
  folderFull: {
    severity: 'error',
    text: ({ place }: Place) =>
      `备份失败：${place}满了。请腾出空间再备份，或另选一个文件夹。以前的备份都还在，台账照常使用。`,
  },
  folderNotWritable: {
    severity: 'error',
    text: ({ place }: Place) =>
      `备份失败：${place}不能写入，U 盘可能有写保护。请检查后再备份，或另选一个文件夹。台账照常使用，不受影响。`,
  },
  folderFailed: {
    severity: 'error',
    text: ({ place }: Place) =>
      `备份失败：${place}读写出错。请重新插好 U 盘再备份，或另选一个文件夹。台账照常使用，不受影响。`,
  },
  notReadBack: {
    severity: 'error',
    text: ({ place }: Place) =>
      `备份失败：写进${place}的备份读出来不一样，U 盘可能坏了。请换一个 U 盘或文件夹。以前的备份没有动。`,
  },
  cannotSeal: {
    severity: 'error',
    text: () => '这个网址不能加密（不是 https 开头），所以没有自动备份。请用“备份到文件”，或改用桌面版。',
  },
  writeFailed: {
    severity: 'error',
    text: (d: { reason: string }) => `恢复没有完成，已退回原来的数据。请检查磁盘空间后重试（${d.reason}）。`,
  },
  notBegun: {
    severity: 'error',
    text: (d: { reason: string }) =>
      `恢复没有开始，本机现有的数据没有动。磁盘可能满了，请腾出空间后重试（${d.reason}）。`,
  },
  leftHalf: {
    severity: 'error',
    text: (d: { reason: string }) =>
      `恢复没有完成，台账暂时不能用。恢复前的数据和备份的内容都好好存着，请检查磁盘空间，重新打开台账后再选一次（${d.reason}）。`,
  },
  stageStays: {
    severity: 'error',
    text: (d: { reason: string }) =>
      `为这次恢复存着的内容删不掉，台账先不打开，数据没有少。请关掉其他两新台账窗口，检查磁盘能不能写，再点一次刚才选的那一项；还不行的，重新启动电脑后再试（${d.reason}）。`,
  },
  stageBroken: {
    severity: 'error',
    text: () =>
      '为这次恢复存着的内容读不出来，磁盘可能坏了。请选另一项；两项都读不出来的，再打开台账从备份恢复。',
  },
});
