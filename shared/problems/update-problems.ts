/** Why a new version of the program is not taken. Nothing on the computer has changed in any of these cases. */
import { catalogue } from './problem';

const unchanged = '程序没有改动。';

export const updateProblems = catalogue('update', {
  noKeys: {
    severity: 'error',
    text: () =>
      `这个程序没有内置发布单位的公钥，无法核对升级包的真伪，不能在程序里升级。请向发布单位要安装文件。`,
  },
  notFound: {
    severity: 'error',
    text: ({ place }: { readonly place: string }) =>
      `${place}没有升级包（release.json）。请选择发布单位给的那个文件夹。${unchanged}`,
  },
  unreachable: {
    severity: 'error',
    text: () => `现在连不上县级服务器，没有查到新版本。请检查网络后再查，或改用 U 盘升级。${unchanged}`,
  },
  unreadable: {
    severity: 'error',
    text: () => `升级包不完整或已损坏，读不出来。请重新拷贝一份再试。${unchanged}`,
  },
  notSigned: {
    severity: 'error',
    text: () =>
      `升级包的签名不对：不是发布单位发出的，或者中途被改过。请不要使用，并告诉县级管理员。${unchanged}`,
  },
  older: {
    severity: 'error',
    text: ({ version, current }: { readonly version: string; readonly current: string }) =>
      `这是 ${version} 版，比本机的 ${current} 版旧。为防止用有漏洞的旧版替换，不能换回旧版本。${unchanged}`,
  },
  otherSystem: {
    severity: 'error',
    text: ({ version }: { readonly version: string }) =>
      `升级包（${version} 版）里没有适合这台电脑的安装文件。请向发布单位要本系统的安装文件。${unchanged}`,
  },
  damaged: {
    severity: 'error',
    text: ({ fileName }: { readonly fileName: string }) =>
      `安装文件“${fileName}”不完整或被改过，与签名的内容不符，已删除。请重新拷贝或下载。${unchanged}`,
  },
  noRoom: {
    severity: 'error',
    text: () => `磁盘空间不足，放不下安装文件。请清理磁盘后再试。${unchanged}`,
  },
  notStarted: {
    severity: 'error',
    text: ({ reason }: { readonly reason: string }) =>
      `安装程序没有启动（${reason}）。请重启电脑后再试，或直接双击安装文件。${unchanged}`,
  },
});
