/** Entries of the domain catalogue about members and instructors. */
export const domainPersonEntries = {
  sameIdNo: {
    severity: 'error',
    text: ({ name }: { name: string }) => `身份证号与“${name}”相同，请核对号码，或合并为一人。`,
  },
  idNoBirth: {
    severity: 'error',
    text: ({ birthOn, idBirthOn }: { birthOn: string; idBirthOn: string }) =>
      `出生日期${birthOn}与身份证号中的${idBirthOn}不一致，请核对。`,
  },
  idNoGender: {
    severity: 'error',
    text: ({ label }: { label: string }) => `性别与身份证号不一致，按身份证号应为${label}，请核对。`,
  },
  underAge: {
    severity: 'error',
    text: ({ age, limit, what }: { age: number; limit: number; what: string }) =>
      `${what}时${age}岁，应年满${limit}岁，请核对出生日期。`,
  },
  fullTooEarly: {
    severity: 'error',
    text: ({ joinedOn, earliest }: { joinedOn: string; earliest: string }) =>
      `预备期为一年：${joinedOn}入党，最早${earliest}转正，请核对转正日期。`,
  },
  probationOver: {
    severity: 'warning',
    text: ({ joinedOn, due }: { joinedOn: string; due: string }) =>
      `${joinedOn}入党，预备期已于${due}满，请办理转正或登记延长。`,
  },
  exitMissing: {
    severity: 'warning',
    text: (_: object) => '身份为“已减少”，请填写减少方式和时间。',
  },
  noRelation: {
    severity: 'warning',
    text: (_: object) => '没有填写组织关系所在党组织，目前按工作单位统计。',
  },
  loadOver: {
    severity: 'warning',
    text: ({ units, limit }: { units: number; limit: number }) =>
      `联系${units}家单位，一般不超过${limit}家，请分给其他指导员，或说明理由。`,
  },
  assignedOutOfScope: {
    severity: 'warning',
    text: ({ name, status }: { name: string; status: string }) =>
      `派驻单位“${name}”已${status}，请结束这条选派。`,
  },
  assignedAfterLeaving: {
    severity: 'warning',
    text: ({ leftOn, units }: { leftOn: string; units: number }) =>
      `已于${leftOn}离任，还有${units}条选派没有结束，请结束或改派。`,
  },
  assignmentExpired: {
    severity: 'warning',
    text: ({ name, plannedTo }: { name: string; plannedTo: string }) =>
      `派驻“${name}”的任期已于${plannedTo}到期，请续派或结束。`,
  },
  notFullMember: {
    severity: 'warning',
    text: ({ role }: { role: string }) => `${role}应为正式党员，请核对政治面貌。`,
  },
} as const;
