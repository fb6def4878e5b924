/** Why the county did not take an edit or could not be reached. Retired names stay listed so that no code is used twice. */
import { formatNumber } from '@shared/lib/format-number';
import { catalogue } from './problem';

interface FirstPull {
  readonly done: number;
  /** null = the county has not said yet. */
  readonly total: number | null;
  /** false: it waits for the network, for a login or for a person who stopped it. */
  readonly isRunning: boolean;
}

export const syncProblems = catalogue('sync', {
  unknownDocument: {
    severity: 'error',
    text: () => '县级没有这条记录，无法修改。请先上报该记录的新建，或在搁置箱中重新提交。',
  },
  contentMissing: {
    severity: 'error',
    text: () => '新建记录没有带内容，县级无法建档。请在搁置箱中重新提交。',
  },
  idTaken: {
    severity: 'error',
    text: () => '县级已有同一编号的另一条记录。请核对两条记录，另存为新记录后再上报。',
  },
  bookkeepingChanged: {
    severity: 'error',
    text: ({ path }: { readonly path: string }) =>
      `“${path}”由系统维护，不能上报修改。请在搁置箱中放弃这条修改。`,
  },
  outsideScope: {
    severity: 'error',
    text: () => '这条记录不在您负责的范围内。需要移交给其他乡镇的，请由县级办理。',
  },
  roleMayNot: {
    severity: 'error',
    text: ({ role }: { readonly role: string }) =>
      `“${role}”没有修改这类记录的权限。请联系县级管理员，或移交县级办理。`,
  },
  placeInsideItself: {
    severity: 'error',
    text: () => '不能把一个层级移到它自己或它的下级之下。请重新选择上级单位。',
  },
  staysOnDevice: {
    severity: 'error',
    text: () => '这类设置只在本机使用，县级不接收。请在搁置箱中放弃这条修改。',
  },
  invalidDocument: {
    severity: 'error',
    text: ({ label }: { readonly label: string }) =>
      `修改后的记录不符合要求（${label}）。请在搁置箱中改正后重新上报。`,
  },
  epochChanged: {
    severity: 'info',
    text: () => '县级数据库恢复过备份，本机正在重新核对。未上报的修改都保留着，不需要做什么。',
  },
  updateNeeded: {
    severity: 'error',
    text: () => '本机程序版本过旧，县级已不再接收。请先升级程序；未上报的修改都保留在本机。',
  },
  serverTooOld: {
    severity: 'error',
    text: () => '县级服务器的版本比本机旧，暂时不能同步。请联系县级管理员升级；未上报的修改都保留在本机。',
  },
  malformed: {
    severity: 'error',
    text: () => '县级看不懂本机发出的内容，没有收下任何修改。请升级程序后重试。',
  },
  tooLarge: {
    severity: 'error',
    text: () => '一次上报的内容太多，县级没有收下。程序会自动减少后重试。',
  },
  tooManyRequests: {
    severity: 'warning',
    text: () => '县级正忙，请稍候；程序会自动重试，未上报的修改都保留在本机。',
  },
  databaseTooSlow: {
    severity: 'warning',
    text: () =>
      '县级数据库这次算得太久，没有等到结果，什么也没有改。请缩小范围（少选几个乡镇、缩短时间）或过一会儿再试；总是这样的，请县级管理员检查数据库，或调大 STATEMENT_TIMEOUT。',
  },
  unreachable: {
    severity: 'warning',
    text: () => '连不上县级服务器，可以继续离线工作；网络恢复后会自动上报。',
  },
  timedOut: {
    severity: 'warning',
    text: () => '县级服务器没有按时答复，程序会自动重试；未上报的修改都保留在本机。',
  },
  unexpectedReply: {
    severity: 'warning',
    text: ({ status }: { readonly status: number }) =>
      `县级服务器的答复不正常（${status}），程序会自动重试；未上报的修改都保留在本机。如长时间不恢复，请联系县级管理员。`,
  },
  serverFailed: {
    severity: 'error',
    text: () => '县级服务器出错，这次没有收下。程序会自动重试；如长时间不恢复，请联系县级管理员。',
  },
  notKeptHere: {
    severity: 'error',
    text: ({ reason }: { readonly reason: string }) =>
      `从县级收到的内容没能写入本机，已有数据不受影响，程序会自动重试。磁盘空间不足的请先清理（${reason}）。`,
  },
  wrongAddress: {
    severity: 'error',
    text: () =>
      '县级服务器地址不正确。请填写完整地址，例如 https://liangxin.example.gov.cn 或 http://192.168.1.10:8080。',
  },
  removeDemoFirst: {
    severity: 'error',
    text: () => '本机还有演示数据，不能接入县级，以免虚构的单位报到县里。请先点“一键清除演示数据”。',
  },
  otherCounty: {
    severity: 'error',
    text: () =>
      '本机台账是另一个县(市、区)的，不能接入这个县级服务器。确需更换的，请先在“设置 · 备份”备份，再在“设置 · 数据”清空本机台账，再重新登记。',
  },
  placesToMatch: {
    severity: 'question',
    text: () => '本机台账是单独建的，请先核对乡镇、村与县级的对应关系，确认后才开始上报。本机记录都保留着。',
  },
  firstPullUnderWay: {
    severity: 'warning',
    text: ({ done, total, isRunning }: FirstPull) => {
      const state = isRunning ? '正在首次下载县级的台账' : '首次下载还没有完成';
      const goal = total === null ? '' : ` / ${formatNumber(total)}`;
      return `${state}：已接收 ${formatNumber(done)}${goal} 条。没有收完以前，各页的数字、名单和报表都不完整；收完自动补齐。`;
    },
  },
  clockDiffers: {
    severity: 'warning',
    text: ({ minutes }: { readonly minutes: number }) =>
      `本机时钟与县级相差约 ${minutes} 分钟。不影响上报，但请在系统设置中校准时间。`,
  },
  removalNeedsYes: {
    severity: 'question',
    text: ({ count, total }: { readonly count: number; readonly total: number }) =>
      `县级已没有本机 ${total} 条记录中的 ${count} 条。为防误删，本机没有动它们；请核实后选择“从本机移除”或“暂不处理”。`,
  },
});
