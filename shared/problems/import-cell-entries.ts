/** Entries of the import catalogue about one cell or one record; see import-problems. */
import type { Severity } from './problem';

interface Found {
  readonly found: string;
}
type FoundAt = Found & { readonly label: string };

export const cellEntries = {
  errorCell: {
    severity: 'warning',
    text: ({ found }: Found) => `公式出错（${found}），这一格按未填处理，请补填。`,
  },
  notNumber: {
    severity: 'error',
    text: ({ found }: Found) => `“${found}”不是数字，这一格按未填处理，请改成数字。`,
  },
  notWhole: {
    severity: 'warning',
    text: ({ found }: Found) => `这一栏应为整数，“${found}”带小数，按未填处理，请核对。`,
  },
  negative: {
    severity: 'error',
    text: ({ found }: Found) => `“${found}”是负数，这一格按未填处理，请核对。`,
  },
  approximate: {
    severity: 'info',
    text: ({ found, value }: Found & { value: number }) =>
      `“${found}”是大约数，按${value}登记并保留原文，最好换成准数。`,
  },
  range: {
    severity: 'question',
    text: ({ found, value }: Found & { value: number }) =>
      `“${found}”是一个范围，暂按${value}登记并保留原文，请选准数。`,
  },
  phoneInText: {
    severity: 'info',
    text: ({ found, value }: Found & { value: string }) =>
      `“${found}”除了号码还有别的内容，只登记号码${value}，请核对。`,
  },
  sumOfParts: {
    severity: 'question',
    text: ({ found, value }: Found & { value: number }) =>
      `“${found}”写成相加的形式，按${value}登记并保留原文，请确认。`,
  },
  numberWithNote: {
    severity: 'info',
    text: ({ found, value, note }: Found & { value: number; note: string }) =>
      `“${found}”按${value}登记，说明“${note}”保留在填报说明里。`,
  },
  probationarySplit: {
    severity: 'info',
    text: ({ found, value, probationary }: Found & { value: number; probationary: number }) =>
      `“${found}”按党员${value}名、其中预备党员${probationary}名登记，请核对。`,
  },
  unitFactor: {
    severity: 'question',
    text: ({ found, label, proposed }: FoundAt & { proposed: number }) =>
      `“${found}”比同一列其他行大得多，像是把元填进了万元栏（${label}）。如确实如此请改为${proposed}。`,
  },
  dateAmbiguous: {
    severity: 'question',
    text: ({ found, year }: Found & { year: number }) =>
      `“${found}”是数字，可能是${year}年1月，也可能是${year}年10月（末尾的0被去掉了），请选择。`,
  },
  dateTwoDigitYear: {
    severity: 'question',
    text: ({ found, proposed }: Found & { proposed: string }) =>
      `“${found}”的年份只有两位，是不是${proposed}？请确认。`,
  },
  dateOrder: {
    severity: 'question',
    text: ({ found }: Found) => `日期“${found}”分不清年、月、日的先后，请选择。`,
  },
  dateWithNote: {
    severity: 'info',
    text: ({ found, value }: Found & { value: string }) =>
      `“${found}”按${value}登记，括号里的说明没有登记，需要时请写进备注。`,
  },
  dateRelative: {
    severity: 'question',
    text: ({ found, proposed }: Found & { proposed: string }) =>
      `“${found}”不是具体日期，是不是指${proposed}？请确认或填写准确时间。`,
  },
  dateUnreadable: {
    severity: 'error',
    text: ({ found }: Found) => `看不懂日期“${found}”，请改成“2021-03”或“2021-03-05”这样的写法。`,
  },
  dateImpossible: {
    severity: 'error',
    text: ({ found }: Found) => `“${found}”不是真实的日期，请核对。`,
  },
  dateFuture: {
    severity: 'warning',
    text: ({ found, label }: FoundAt) => `${label}“${found}”在今天之后，请核对。`,
  },
  dateTooOld: {
    severity: 'warning',
    text: ({ found, label }: FoundAt) => `${label}“${found}”早得不合常理，请核对。`,
  },
  notYesNo: {
    severity: 'question',
    text: ({ found }: Found) => `这一栏应填是或否，“${found}”看不出是哪个，请选择。`,
  },
  dittoWithoutAbove: {
    severity: 'question',
    text: ({ found }: Found) => `写着“${found}”，但上一行没有可以照抄的内容，请填写。`,
  },
  choiceUnknown: {
    severity: 'question',
    text: ({ found, label }: FoundAt) => `“${found}”不在“${label}”的选项里，请选择对应的一项。`,
  },
  choiceOldWord: {
    severity: 'question',
    text: ({ found, label, value }: FoundAt & { value: string }) =>
      `“${found}”是旧的或不确切的说法，${label}暂按“${value}”登记，请确认。`,
  },
  severalTicks: {
    severity: 'error',
    text: ({ labels }: { labels: readonly string[] }) =>
      `只能选一项，却勾了${labels.length}项（${labels.join('、')}），这一项按未填处理，请选择。`,
  },
  noTick: {
    severity: 'warning',
    text: ({ label }: { label: string }) => `“${label}”一项都没有勾，请补选。`,
  },
  tickWithText: {
    severity: 'question',
    text: ({ found, label }: FoundAt) => `“${label}”应打勾，却写着“${found}”，请确认是不是选这一项。`,
  },
  notPersonName: {
    severity: 'question',
    text: ({ found, label }: FoundAt) => `${label}“${found}”不像一个人的姓名，请核对。`,
  },
  tooLong: {
    severity: 'warning',
    text: ({ label, length }: { label: string; length: number }) =>
      `${label}有${length}个字，超过500字，只保留前500字，请精简。`,
  },
} as const satisfies Entries;

export const recordEntries = {
  orgNameProposed: {
    // The usual name of a unit's own branch: most ledgers leave it out, so it is told, not asked.
    severity: 'info',
    text: ({ name }: { name: string }) => `表里没有党组织名称，按惯例定为“${name}”，名称不同的请改。`,
  },
  jointUnnamed: {
    severity: 'question',
    text: ({ name, alike }: { name: string; alike: readonly number[] }) =>
      `联合组建但没有党组织名称，暂单独记为“${name}”。` +
      (alike.length === 0
        ? '请确认它与哪些单位同属一个联合支部。'
        : `第${alike.slice(0, 8).join('、')}${alike.length > 8 ? `等${alike.length}` : ''}行的书记和成立时间相同，可能同属一个联合支部，请确认是否合并。`),
  },
  orgDetailsDiffer: {
    severity: 'question',
    text: ({ org, label, values }: { org: string; label: string; values: readonly string[] }) =>
      `同一个党组织“${org}”在各行的${label}不一致（${values.join('、')}），请确认以哪个为准。`,
  },
  personDetailsDiffer: {
    severity: 'question',
    text: ({ name, otherRow, label, values }: PersonDetails) =>
      `“${name}”在第${otherRow}行和这一行的${label}不一致（${values.join('、')}），暂按第${otherRow}行，请确认是不是同一个人。`,
  },
  builtContradiction: {
    severity: 'question',
    text: ({ found }: Found) => `写着没有建立党组织，却填了${found}，请确认到底建没建。`,
  },
  reasonContradiction: {
    severity: 'question',
    text: ({ found }: Found) => `写着已建立党组织，却填了未建原因“${found}”，请确认到底建没建。`,
  },
  soloCoversMany: {
    severity: 'question',
    text: ({ org, count }: { org: string; count: number }) =>
      `“${org}”写的是单独组建，却有${count}家单位都填它，请确认是不是联合组建。`,
  },
  membersOverStaff: {
    severity: 'warning',
    text: ({ members, staff }: { members: number; staff: number }) =>
      `党员${members}名比从业人员${staff}名还多，请核对是哪个数填错了。`,
  },
  partOverWhole: {
    severity: 'warning',
    text: ({ part, partLabel, whole, wholeLabel }: PartOfWhole) =>
      `${partLabel}${part}大于${wholeLabel}${whole}，请核对。`,
  },
  tooYoung: {
    severity: 'warning',
    text: ({ age }: { age: number }) => `按出生日期只有${age}岁，不满18周岁，请核对。`,
  },
  datesOutOfOrder: {
    severity: 'warning',
    text: ({ first, firstLabel, second, secondLabel }: DatesInOrder) =>
      `${secondLabel}${second}早于${firstLabel}${first}，请核对先后。`,
  },
  termTooLong: {
    severity: 'warning',
    text: ({ years }: { years: number }) => `任期${years}年不合规定（一般3年或5年），请核对。`,
  },
  birthDiffers: {
    severity: 'warning',
    text: ({ birthOn, fromId }: { birthOn: string; fromId: string }) =>
      `出生日期${birthOn}与身份证号里的${fromId}不一致，请核对。`,
  },
  genderDiffers: {
    severity: 'warning',
    text: ({ gender, fromId }: { gender: string; fromId: string }) =>
      `性别“${gender}”与身份证号显示的“${fromId}”不一致，请核对。`,
  },
} as const satisfies Entries;

interface PersonDetails {
  readonly name: string;
  readonly otherRow: number;
  readonly label: string;
  readonly values: readonly string[];
}
interface PartOfWhole {
  readonly part: number;
  readonly partLabel: string;
  readonly whole: number;
  readonly wholeLabel: string;
}
interface DatesInOrder {
  readonly first: string;
  readonly firstLabel: string;
  readonly second: string;
  readonly secondLabel: string;
}

type Entries = Record<string, { severity: Severity; text: (details: never) => string }>;
