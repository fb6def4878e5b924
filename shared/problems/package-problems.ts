/** Why a 数据交换包 is not taken. Whatever the reason, nothing has changed on either side (SPEC.md, PACKAGE-8). */
import { catalogue } from './problem';

export const packageProblems = catalogue('package', {
  notPackage: {
    severity: 'error',
    text: () => '这不是数据交换包（扩展名一般是 .lxbao）。请重新选择文件。',
  },
  fileUnreadable: {
    severity: 'error',
    text: ({ file }: { readonly file: string }) => `打不开文件 ${file}。请核对路径，U 盘是不是插好了。`,
  },
  newerFormat: {
    severity: 'error',
    text: () => '这个交换包的格式比本程序新，读不了。请先升级程序，再导入一次。',
  },
  tooLarge: {
    severity: 'error',
    text: ({ limitMb }: { readonly limitMb: number }) =>
      `这个文件超过 ${limitMb} 兆，不像是数据交换包。请核对是不是选错了文件。`,
  },
  damaged: {
    severity: 'error',
    text: () => '交换包不完整或已损坏，没有导入任何内容。请从原来的电脑重新拷贝一次，拔 U 盘前先“弹出”。',
  },
  forged: {
    severity: 'error',
    text: ({ from }: { readonly from: string }) =>
      `交换包的签名不符，不能确认是“${from}”做的，没有导入任何内容。请与对方电话核实后，重新导出一个。`,
  },
  cannotOpen: {
    severity: 'error',
    text: () => '这个交换包不是给这里的，解不开，没有导入任何内容。请核对包上写的县和设备。',
  },
  notUnderstood: {
    severity: 'error',
    text: () => '交换包里有本程序看不懂的内容，没有导入任何内容。请把两边的程序升级到同一版本，再重新导出。',
  },
  otherCounty: {
    severity: 'error',
    text: ({ countyName }: { readonly countyName: string }) =>
      `这个交换包是“${countyName}”的，不是本县的，没有导入任何内容。请核对 U 盘。`,
  },
  otherDevice: {
    severity: 'error',
    text: ({ deviceName, placeName }: { readonly deviceName: string; readonly placeName: string }) =>
      `这个包是给${placeName}“${deviceName}”的，不是给这台电脑的，没有导入任何内容。请拿到那台电脑上导入。`,
  },
  reportElsewhere: {
    severity: 'error',
    text: () => '这是上报包，要拿到县级导入。本机要导入的是县级给的“回执包”或“首次数据包”。',
  },
  receiptElsewhere: {
    severity: 'error',
    text: () => '这是给乡镇电脑的包，要拿到那台电脑上导入。县级要导入的是乡镇导出的“上报包”。',
  },
  duplicate: {
    severity: 'info',
    text: ({ number }: { readonly number: number }) =>
      `第 ${number} 号包已经导入过，不用再导入，这次没有任何变化。`,
  },
  outdated: {
    severity: 'info',
    text: ({ number, last }: { readonly number: number; readonly last: number }) =>
      `这是较早的第 ${number} 号包，后面的第 ${last} 号已经导入，内容都在里面了，这次没有任何变化。如果那台电脑重装或恢复过系统，请重新登记后再导出。`,
  },
  unknownDevice: {
    severity: 'error',
    text: ({ deviceName }: { readonly deviceName: string }) =>
      `县级没有登记过“${deviceName}”这台设备，或者它不在您负责的范围内，没有导入任何内容。请先登记这台设备。`,
  },
  deviceWiped: {
    severity: 'error',
    text: ({ deviceName }: { readonly deviceName: string }) =>
      `“${deviceName}”已被停用并清除，它的包不再接收，没有导入任何内容。需要继续使用，请重新登记。`,
  },
  deviceWithoutKeys: {
    severity: 'error',
    text: () => '这台电脑登记时还没有交换密钥，不能用 U 盘交换。请用登记码重新登记一次，本机记录都保留着。',
  },
  unknownPerson: {
    severity: 'error',
    text: () =>
      '上报包的登记人没有在那台设备上登录过，或者账号已停用、调离，没有导入任何内容。请核对账号，再重新导出。',
  },
  olderProgram: {
    severity: 'error',
    text: () =>
      '上报包是较旧版本的程序做的，县级已不再接收，没有导入任何内容。请先升级乡镇的程序，再重新导出。',
  },
  newerProgram: {
    severity: 'error',
    text: () => '上报包是较新版本的程序做的，没有导入任何内容。请先升级县级服务器，再导入一次。',
  },
  notEnrolled: {
    severity: 'error',
    text: () => '这台电脑还没有在县级登记，不能用 U 盘交换。请先连接县级，或导入县级给的首次数据包。',
  },
  firstDataMissing: {
    severity: 'error',
    text: () => '这台电脑还没有收过县级的数据，不能导出上报包。请先请县级做一个“首次数据包”，在这里导入。',
  },
  doesNotFit: {
    severity: 'error',
    text: () =>
      '这个包接不上本机现有的数据（本机可能恢复过备份），没有导入任何内容。请重新导出上报包，交县级导入后再拿新的回执包。',
  },
  placesFirst: {
    severity: 'error',
    text: () =>
      '本机已有单独建的台账，要先与县级核对乡镇、村的对应关系，不能直接导入首次数据包。请连接一次县级网络办理，或在没有数据的电脑上导入。',
  },
  codeNeeded: {
    severity: 'question',
    text: () => '这是首次数据包，要用县级给的开包码打开。请输入开包码。',
  },
  wrongCode: {
    severity: 'error',
    text: () => '开包码不对，打不开首次数据包。请核对后重新输入；丢失的请县级重新做一个。',
  },
  enrolledAlready: {
    severity: 'error',
    text: () =>
      '这台电脑已经登记过，没有导入任何内容。带开包码的首次数据包只能在还没有登记的电脑上用；这台电脑请县级另做一个。',
  },
});
