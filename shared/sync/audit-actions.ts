/** What the county writes down about the keeping of accounts, devices and places. */
import { codeList } from '@shared/domain/define';

export const auditActions = codeList('操作', {
  createCounty: '建立县级数据库',
  createUser: '新建账号',
  changeUser: '修改账号',
  resetPassword: '重置密码',
  changePassword: '本人修改密码',
  lockOut: '密码连续输错，暂时锁定',
  createCode: '发放登记码',
  withdrawCode: '收回登记码',
  enrolDevice: '登记设备',
  revokeDevice: '停用设备',
  wipeDevice: '清除设备',
  helpUnlock: '协助设备解锁',
  createOrgUnit: '新建组织层级',
  changeOrgUnit: '修改组织层级',
  importPackage: '导入上报包',
  makeSeed: '制作首次数据包',
});
