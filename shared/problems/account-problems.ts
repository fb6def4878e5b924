/** What can be wrong with logging in, enrolling a device or keeping accounts. */
import { catalogue } from './problem';

export const accountProblems = catalogue('account', {
  notLoggedIn: { severity: 'error', text: () => '请先登录。' },
  sessionExpired: { severity: 'error', text: () => '登录已过期，请重新登录。未上报的修改都保留在本机。' },
  /** Says the same whether the name or the password is wrong. */
  wrongLogin: { severity: 'error', text: () => '用户名或密码不正确，请核对后重试。' },
  lockedOut: {
    severity: 'error',
    text: ({ minutes }: { readonly minutes: number }) =>
      `密码连续输错，账号在这台电脑上暂时不能登录，请 ${minutes} 分钟后再试，或请县级管理员重置密码。`,
  },
  weakPassword: {
    severity: 'error',
    text: ({ minLength }: { readonly minLength: number }) =>
      `密码至少 ${minLength} 位，并且不能与用户名相同。请换一个再试。`,
  },
  samePassword: { severity: 'error', text: () => '新密码与原密码相同。请换一个只有您自己知道的。' },
  mayOnlyRead: {
    severity: 'error',
    text: ({ role }: { readonly role: string }) =>
      `您以“${role}”身份登录，可以查看、导出、打印，不能修改台账，没有保存。需要修改的，请联系县级组织员。`,
  },
  mustChangePassword: {
    severity: 'error',
    text: () => '现在的密码是管理员给的初始密码。请先改成只有您自己知道的密码，再继续办理。',
  },
  wrongCode: {
    severity: 'error',
    text: () => '登记码不正确、已用过或已过期。请核对，或请县级管理员重新发放。',
  },
  unknownDevice: {
    severity: 'error',
    text: () => '这台设备没有在县级登记。请用登记码重新登记；本机的记录都保留着。',
  },
  deviceDraining: {
    severity: 'warning',
    text: () => '县级已停用这台设备。未上报的修改会先交给县级保管，然后清除本机数据。',
  },
  /** DEVICE-2, between emptying the register and the county's word that it heard of it. */
  deviceBeingWiped: {
    severity: 'error',
    text: () =>
      '县级已停用这台设备，本机的台账正在清除，刚才的修改没有保存。请抄下要改的内容，换一台设备录入，或者联系县级管理员重新登记。',
  },
  deviceWiped: {
    severity: 'error',
    text: () => '这台设备已被县级停用，数据已清除。需要继续使用，请联系县级管理员重新登记。',
  },
  notAllowed: { severity: 'error', text: () => '您的账号没有这项权限。需要办理，请联系县级管理员。' },
  /** SCOPE-1: the person or a place was moved, and neither place lies below the other any more. */
  placesApart: {
    severity: 'error',
    text: (d: { readonly name: string; readonly place: string; readonly devicePlace: string }) =>
      `${d.name}的账号现在属于${d.place}，这台电脑登记在${d.devicePlace}，两处没有上下级关系，所以不能在这里收发台账。没有上报的修改都保留在本机。要在这台电脑上做${d.place}的台账，请向县级要一个${d.place}的登记码重新登记；调错了的，请联系县级管理员。`,
  },
  notFound: { severity: 'error', text: () => '没有找到，可能已被删除或不在您负责的范围内。请刷新后再看。' },
  nameTaken: {
    severity: 'error',
    text: ({ name }: { readonly name: string }) => `用户名“${name}”已有人使用，请换一个。`,
  },
  unlockRequestUnknown: {
    severity: 'error',
    text: () =>
      '没有查到这个求助码。请对方再念一遍；还是查不到的，请对方在锁定画面保存求助文件，拷过来打开。',
  },
  unlockRequestForeign: {
    severity: 'error',
    text: () => '这个求助文件不是本县的，或者已经损坏，打不开。请对方在锁定画面重新保存一份。',
  },
  unlockOfWiped: {
    severity: 'error',
    text: () => '这台设备已经停用并清除，不能再协助解锁。需要继续使用，请重新登记。',
  },
  lastAdministrator: {
    severity: 'error',
    text: () => '这是最后一个可用的系统管理员账号，不能停用或改为其他角色。请先另设一个。',
  },
});
