/** What matching a file against the register has to say: questions with answers to choose from, and notes. */
import { catalogue } from './problem';

interface Named {
  readonly name: string;
}
interface Pair extends Named {
  readonly other: string;
}
interface OtherRow extends Named {
  readonly otherRow: number;
  readonly other: string;
}

const unitEntries = {
  sameUnitInFile: {
    severity: 'question',
    text: ({ name, otherRow, other }: OtherRow) =>
      `“${name}”与第${otherRow}行“${other}”像是同一家单位，请选择合并成一条；不是同一家的，名称须写得不同才能分开登记。`,
  },
  sameCodeOtherName: {
    severity: 'question',
    text: ({ name, other }: Pair) =>
      `“${name}”的信用代码已登记在“${other}”名下。单位更名就合并（旧名记为曾用名），代码录错就作为新单位或跳过。`,
  },
  codeOfAnother: {
    severity: 'question',
    text: ({ name, other }: Pair) =>
      `台账中有“${name}”，但表中的信用代码是“${other}”的。请对照证照核对：合并只更新其他内容，代码不改。`,
  },
  sameNameOtherCode: {
    severity: 'question',
    text: ({ name, code, otherCode }: Named & { code: string; otherCode: string }) =>
      `台账中的“${name}”信用代码是${otherCode}，表中是${code}。同名单位只能有一家：是同一家就合并并改用表中代码，不是就先改正名称。`,
  },
  severalUnits: {
    severity: 'question',
    text: ({ name, count }: Named & { count: number }) =>
      `台账中有${count}家单位可能是“${name}”，请选择是哪一家。`,
  },
  similarUnit: {
    severity: 'question',
    text: ({ name, other }: Pair) => `“${name}”与台账中的“${other}”很像，请确认是不是同一家单位。`,
  },
  otherTownship: {
    severity: 'question',
    text: ({ name, township }: Named & { township: string }) =>
      `“${name}”登记在${township}名下。已经迁来就合并，不是同一家就作为新单位。`,
  },
  unitNotFound: {
    severity: 'question',
    text: ({ name }: Named) => `台账和表中都没有单位“${name}”，请选择是哪一家，或登记为新单位，或不关联。`,
  },
  codeTaken: {
    severity: 'warning',
    text: ({ name, other, code }: Pair & { code: string }) =>
      `信用代码${code}已登记在“${other}”名下，没有写入“${name}”，请核对是谁的代码。`,
  },
  mergedBefore: {
    severity: 'info',
    text: ({ otherRow }: { otherRow: number }) => `与第${otherRow}行是同一条记录，此前已经合并。`,
  },
  rowsDisagree: {
    severity: 'warning',
    text: ({ otherRow, paths }: { otherRow: number; paths: readonly string[] }) =>
      `与第${otherRow}行是同一条记录，有${paths.length}处内容不一样，以第${otherRow}行为准，请核对。`,
  },
  orgInRegister: {
    severity: 'warning',
    text: ({ org }: { org: string }) =>
      `表中写未建立党组织，台账中本单位由“${org}”覆盖。没有改动台账，请核对；确已撤销的请在党组织中办理撤销。`,
  },
} as const;

const otherEntries = {
  similarPlace: {
    severity: 'question',
    text: ({ name, others }: Named & { others: readonly string[] }) =>
      `“${name}”与已有的${others.map((other) => `“${other}”`).join('、')}很像，请选择是哪一个，或登记为新的。`,
  },
  placeKindUnknown: {
    severity: 'question',
    text: ({ name }: Named) => `台账中没有“${name}”，请选择它是村（社区）、园区还是楼宇，或不登记。`,
  },
  orgRenamed: {
    severity: 'question',
    text: ({ name, other }: Pair) =>
      `单位已由“${other}”覆盖，表中党组织是“${name}”。请选择：是同一个党组织（改用表中名称），或另建一个。`,
  },
  severalOrgs: {
    severity: 'question',
    text: ({ name, count }: Named & { count: number }) =>
      `有${count}个党组织可能是“${name}”，请选择是哪一个。`,
  },
  coveredElsewhere: {
    severity: 'warning',
    text: ({ unit, other }: { unit: string; other: string }) =>
      `“${unit}”在台账中还由“${other}”覆盖，两处都保留，请核对是否要止于今日。`,
  },
  secretaryReplaced: {
    severity: 'info',
    text: ({ before, after, on }: { before: string; after: string; on: string }) =>
      `书记由“${before}”变为“${after}”，按${on}交接记录，日期不对请在党组织中修改。`,
  },
  waitsForUnit: {
    severity: 'info',
    text: () => '对应的单位还没有决定如何处理，决定后这一条会一并更新。',
  },
  samePhoneOtherName: {
    severity: 'question',
    text: ({ name, other, phone }: Pair & { phone: string }) =>
      `“${name}”的电话${phone}在台账中是“${other}”的。请选择是同一个人（改用表中姓名），还是另一个人。`,
  },
  maybeSamePerson: {
    severity: 'question',
    text: ({ name, detail }: Named & { detail: string }) =>
      `台账中已有“${name}”（${detail}），请确认是不是同一个人。`,
  },
  sameIdOtherName: {
    severity: 'question',
    text: ({ name, other }: Pair) =>
      `“${name}”的身份证号在台账中是“${other}”的。请选择是同一个人（改用表中姓名），还是跳过待查。`,
  },
  samePersonInFile: {
    severity: 'question',
    text: ({ name, otherRow }: Named & { otherRow: number }) =>
      `“${name}”与第${otherRow}行像是同一个人，请选择合并，还是分开登记。`,
  },
  sameRoom: {
    severity: 'question',
    text: ({ name, address }: Named & { address: string }) =>
      `台账中已有“${name}”，地址是“${address}”，请确认是不是同一处阵地。`,
  },
  hiddenRow: {
    severity: 'question',
    text: () => '这一行在原文件里是隐藏的，请选择导入还是跳过。',
  },
  fileAgain: {
    severity: 'info',
    text: ({ fileName, importedOn }: { fileName: string; importedOn: string }) =>
      `这个文件（${fileName}）在${importedOn}已经导入过，下面只列出与台账现在的差别。`,
  },
  answeredBefore: {
    severity: 'info',
    text: ({ count }: { count: number }) =>
      `有${count}条以前导入时问过，已按当时的答复处理；要改的，在“需您决定”里重新选择。`,
  },
  nothingNew: {
    severity: 'info',
    text: ({ count, skipped }: { count: number; skipped: number }) =>
      `表中${count}条记录与台账完全一致${skipped > 0 ? `，${skipped}条不导入` : ''}，没有需要写入的内容。`,
  },
} as const;

export const matchingProblems = catalogue('matching', { ...unitEntries, ...otherEntries });
