/** What can be wrong with the county's database and its backups, said to the person who keeps the server. */
import { catalogue } from './problem';

export const serverProblems = catalogue('server', {
  folderInUse: {
    severity: 'error',
    text: ({ folder }: { readonly folder: string }) =>
      `数据文件夹“${folder}”正被另一个服务器程序使用。请先停止那个程序，再重试。`,
  },
  folderForeign: {
    severity: 'error',
    text: ({ folder }: { readonly folder: string }) =>
      `文件夹“${folder}”里有别的文件，不是本系统的数据库，没有动它。请换一个空文件夹。`,
  },
  folderUnreadable: {
    severity: 'error',
    text: ({ folder, reason }: { readonly folder: string; readonly reason: string }) =>
      `数据文件夹“${folder}”里的数据库打不开（${reason}）。请保留该文件夹，换一个空文件夹恢复最近的备份，并联系技术人员。`,
  },
  unreachable: {
    severity: 'error',
    text: ({ reason }: { readonly reason: string }) =>
      `连不上 PostgreSQL 数据库（${reason}）。请检查 DATABASE_URL 和数据库服务是否已启动。`,
  },
  migrationChanged: {
    severity: 'error',
    text: ({ name }: { readonly name: string }) =>
      `数据库升级步骤“${name}”与当初执行的内容不同，程序文件可能损坏或被改动，没有继续。请重新安装程序。`,
  },
  migrationUnknown: {
    severity: 'error',
    text: ({ name }: { readonly name: string }) =>
      `数据库已由更新版本的程序升级过（“${name}”），本版本不能使用。请换用新版本的程序。`,
  },
  migrationMissing: {
    severity: 'error',
    text: ({ name }: { readonly name: string }) =>
      `数据库缺少较早的升级步骤“${name}”，程序文件可能不完整，没有继续。请重新安装程序。`,
  },
  databaseBehind: {
    severity: 'error',
    text: ({ count }: { readonly count: number }) =>
      `数据库还有 ${count} 个升级步骤没有执行。请先运行 npm run server:migrate。`,
  },
  settingInvalid: {
    severity: 'error',
    text: ({ name, rule }: { readonly name: string; readonly rule: string }) =>
      `设置 ${name} 不正确：${rule}。请在环境变量或 server.env 文件中改正后重新启动。`,
  },
  settingFileUnreadable: {
    severity: 'error',
    text: ({ name, file }: { readonly name: string; readonly file: string }) =>
      `设置 ${name} 指的文件“${file}”读不出来。请检查路径和读取权限。`,
  },
  addressInUse: {
    severity: 'error',
    text: ({ port }: { readonly port: number }) =>
      `端口 ${port} 被其他程序占用或不允许使用。请关闭那个程序，或用设置 PORT 另选一个。`,
  },
  noCounty: {
    severity: 'error',
    text: () =>
      '数据库里还没有县。请先运行 npm run server:admin -- --county 县名 --name 管理员姓名，再启动服务器。',
  },
  demoBesideCounty: {
    severity: 'error',
    text: () => '数据库里已有内容，不能在上面打开演示。请去掉设置 DEMO，或换一个空的数据文件夹。',
  },
  otherCounty: {
    severity: 'error',
    text: ({ name }: { readonly name: string }) =>
      `数据库里已有“${name}”，一个数据库只建一个县。给它增设管理员时不要写 --county；另建一个县请换一个数据库。`,
  },
  chainBroken: {
    severity: 'error',
    text: ({ place, height }: { readonly place: string; readonly height: number }) =>
      `“${place}”的修改日志从第 ${height} 条起对不上：这一条被改过、删过，或者后面的被截掉了。`,
  },
  documentDiffers: {
    severity: 'error',
    text: ({ collection, id }: { readonly collection: string; readonly id: string }) =>
      `${collection} ${id}：现有内容与按修改日志推算的不一致。`,
  },
  historyDiffers: {
    severity: 'error',
    text: ({ collection, id }: { readonly collection: string; readonly id: string }) =>
      `${collection} ${id}：记录里的修改经过与修改日志不一致。`,
  },
  documentMisfiled: {
    severity: 'error',
    text: ({ collection, id }: { readonly collection: string; readonly id: string }) =>
      `${collection} ${id}：所在层级、流水号或删除标记与内容不一致。`,
  },
  documentLost: {
    severity: 'error',
    text: ({ collection, id }: { readonly collection: string; readonly id: string }) =>
      `${collection} ${id}：修改日志里有，数据库里没有，也不是到期清理的。`,
  },
  counterBehind: {
    severity: 'error',
    text: ({ counter, highest }: { readonly counter: number; readonly highest: number }) =>
      `流水号计数器是 ${counter}，但已经用到 ${highest}：再有上报会用重号码。请先停止服务器。`,
  },
  argumentInvalid: {
    severity: 'error',
    text: ({ usage }: { readonly usage: string }) => `命令写得不对。用法：${usage}`,
  },
  backupNotWritten: {
    severity: 'error',
    text: ({ file, reason }: { readonly file: string; readonly reason: string }) =>
      `备份没有写成“${file}”（${reason}），原有备份未动。请检查磁盘空间和写入权限后重试。`,
  },
  backupUnreadable: {
    severity: 'error',
    text: ({ file, reason }: { readonly file: string; readonly reason: string }) =>
      `备份文件“${file}”读不出来（${reason}），数据库未动。请检查路径、权限和存放备份的磁盘。`,
  },
  backupForeign: {
    severity: 'error',
    text: ({ file }: { readonly file: string }) =>
      `“${file}”不是县级数据库的备份文件，数据库未动。请选择 npm run server:backup 写出的文件。`,
  },
  backupNewer: {
    severity: 'error',
    text: ({ file }: { readonly file: string }) =>
      `备份文件“${file}”由更新版本的程序写出，本版本读不了，数据库未动。请换用新版本的程序再恢复。`,
  },
  backupDamaged: {
    severity: 'error',
    text: ({ file }: { readonly file: string }) =>
      `备份文件“${file}”不完整或被改动过，数据库未动。请重新拷贝一次，或换用另一天的备份。`,
  },
  backupOtherCounty: {
    severity: 'error',
    text: ({ name, own }: { readonly name: string; readonly own: string }) =>
      `这是“${name}”的备份，而数据库里是“${own}”，数据库未动。请核对备份文件，或恢复到空的数据库。`,
  },
  restoreNeedsYes: {
    severity: 'error',
    text: () => '没有确认，数据库未动。确实要恢复，请输入县名，或在命令后加 --yes。',
  },
});
