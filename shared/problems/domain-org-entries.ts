/** Entries of the domain catalogue about Party organizations (limits of the branch rules). */
interface Members {
  readonly members: number;
  readonly limit: number;
}
interface Units {
  readonly units: number;
  readonly limit: number;
}

export const domainOrgEntries = {
  branchTooFew: {
    severity: 'warning',
    text: ({ members, limit }: Members) =>
      `支部应有正式党员${limit}名以上，现有${members}名；可联合组建，或在达到以前说明理由。`,
  },
  branchTooMany: {
    severity: 'warning',
    text: ({ members, limit }: Members) => `支部党员一般不超过${limit}名，现有${members}名，可分设支部。`,
  },
  needsGeneralBranch: {
    severity: 'warning',
    text: ({ members, limit }: Members) => `党员${members}名，达到${limit}名，应设党总支。`,
  },
  needsCommittee: {
    severity: 'warning',
    text: ({ members, limit }: Members) => `党员${members}名，达到${limit}名，应设党委。`,
  },
  committeeNotElected: {
    severity: 'warning',
    text: ({ members, limit }: Members) =>
      `正式党员${members}名，达到${limit}名，应设支部委员会（3至5人，最多7人）。`,
  },
  committeeTooLarge: {
    severity: 'warning',
    text: ({ members, limit }: Members) => `支部委员会有${members}人，最多${limit}人，请核对班子。`,
  },
  jointTooMany: {
    severity: 'warning',
    text: ({ units, limit }: Units) => `联合支部一般不超过${limit}家单位，现覆盖${units}家，可分设。`,
  },
  jointTooFew: {
    severity: 'warning',
    text: ({ units }: Units) => `联合支部只覆盖${units}家单位，请补选覆盖单位，或改为单独组建。`,
  },
  soloCovers: {
    severity: 'warning',
    text: ({ units }: Units) =>
      `单独组建应只覆盖1家单位，现覆盖${units}家；请改组建方式，或去掉多余的覆盖单位。`,
  },
  noOpenCover: {
    severity: 'warning',
    text: (_: object) => '没有覆盖任何单位，请选择覆盖单位。',
  },
  hostNotCovered: {
    severity: 'warning',
    text: ({ name }: { name: string }) => `依托单位“${name}”不在覆盖单位里，请补上或改依托单位。`,
  },
  coverOutOfScope: {
    severity: 'warning',
    text: ({ name, status }: { name: string; status: string }) =>
      `覆盖单位“${name}”已${status}，请结束这条覆盖，并转出党员或撤销组织。`,
  },
  noSecretary: {
    severity: 'warning',
    text: (_: object) => '没有在任书记，请填写书记。',
  },
  termOverdue: {
    severity: 'warning',
    text: ({ termEnd }: { termEnd: string }) =>
      `本届已于${termEnd}届满，应当换届；经批准延期的，请填写“延期至”。`,
  },
  termSoon: {
    severity: 'info',
    text: ({ termEnd }: { termEnd: string }) => `本届将于${termEnd}届满，请准备换届。`,
  },
  termTooLong: {
    severity: 'warning',
    text: ({ years, limit }: { years: number; limit: number }) =>
      `任期${years}年超过规定的${limit}年，请核对。`,
  },
  postponedTooLong: {
    severity: 'warning',
    text: ({ termEnd, latest }: { termEnd: string; latest: string }) =>
      `${termEnd}届满，延期一般不超过1年（${latest}），请核对。`,
  },
  noSuperior: {
    severity: 'warning',
    text: (_: object) => '没有填写上级党组织。',
  },
  nameStart: {
    severity: 'info',
    text: (_: object) => '党组织名称一般以“中共”开头，请核对全称。',
  },
  dissolvedUndated: {
    severity: 'warning',
    text: (_: object) => '已撤销，请填写撤销时间，否则以前的统计也会少算。',
  },
} as const;
