/** Everything an importer has to say about sheets, columns, rows and cells. Row and column stand beside the text. */
import { cellEntries, recordEntries } from './import-cell-entries';
import { catalogue } from './problem';

interface Found {
  readonly found: string;
}
interface Heading {
  readonly heading: string;
}
type FoundAt = Found & { readonly label: string };

const sheetEntries = {
  headerNotFound: {
    severity: 'error',
    text: ({ sheet }: { sheet: string }) =>
      `在工作表“${sheet}”里没有找到表头（如“企业名称、信用代码、从业人员”那一行），请在向导里指出表头是第几行，或不导入这张表。`,
  },
  tableTurned: {
    severity: 'info',
    text: ({ sheet }: { sheet: string }) =>
      `工作表“${sheet}”的项目写在左边，一列是一条，已转过来读取；下面说的第几行，是原表的第几列（A列为第1列）。`,
  },
  kindUnknown: {
    severity: 'question',
    text: ({ sheet }: { sheet: string }) =>
      `看不出工作表“${sheet}”登记的是什么，请选择：非公企业、社会组织、党组织、指导员、阵地、党员名册，或不导入。`,
  },
  keyColumnMissing: {
    severity: 'error',
    text: ({ label }: { label: string }) => `没有找到“${label}”这一列，请在列对应里指定。`,
  },
  columnUnknown: {
    severity: 'info',
    text: ({ heading }: Heading) =>
      `“${heading}”这一列没有对应的台账项目，暂不导入；需要时可在列对应里指定。`,
  },
  columnGuessed: {
    severity: 'question',
    text: ({ heading, label }: Heading & { label: string }) =>
      `“${heading}”这一列按“${label}”导入，请确认对不对。`,
  },
  columnDuplicate: {
    severity: 'question',
    text: ({ heading, other, label }: Heading & { other: string; label: string }) =>
      `“${heading}”与“${other}”两列都像“${label}”，现在只导入“${other}”一列，请确认。`,
  },
  headingCopied: {
    severity: 'question',
    text: ({ heading, group, label }: Heading & { group: string; label: string }) =>
      `“${group}”下面出现“${heading}”，像是表头抄错了，打勾的按“${label}”导入，请确认。`,
  },
  hiddenSheet: {
    severity: 'question',
    text: ({ sheet }: { sheet: string }) => `工作表“${sheet}”在原文件里是隐藏的，请确认是否导入。`,
  },
  hiddenColumn: {
    severity: 'question',
    text: ({ heading }: Heading) => `“${heading}”这一列在原文件里是隐藏的，内容照常读取，请确认是否导入。`,
  },
  filtered: {
    severity: 'info',
    text: ({ count }: { count: number }) =>
      `这张表开着筛选，有${count}行被筛掉看不见；这些行照常读取并逐行列出，请确认。`,
  },
  placeCarried: {
    severity: 'question',
    text: ({ heading }: Heading) =>
      `“${heading}”只写在每个村（社区）的第一行，下面空着的行按同一个村读取，请确认。`,
  },
  villageFromSheetName: {
    severity: 'question',
    text: ({ village }: { village: string }) =>
      `表内没有村（社区）一栏，按工作表名称把各行归到“${village}”，请确认。`,
  },
} as const;

const rowEntries = {
  hiddenRow: {
    severity: 'question',
    text: () => '这一行在原文件里是隐藏的，请确认是否导入。',
  },
  nameMissing: {
    severity: 'error',
    text: ({ label }: { label: string }) =>
      `这一行有内容但没有填“${label}”，请补填；不需要的行请选择不导入。`,
  },
  rowAfterFooter: {
    severity: 'question',
    text: () => '这一行在“填报人、审核人”等落款之后，但像是正常内容，已照常读取，请确认是否导入。',
  },
  formerName: {
    severity: 'question',
    text: ({ name, former }: { name: string; former: readonly string[] }) =>
      `名称里带有旧名：按“${name}”登记，“${former.join('、')}”记为曾用名，请确认。`,
  },
  severalUnits: {
    severity: 'question',
    text: ({ names }: { names: readonly string[] }) =>
      `一行里写了${names.length}家单位（${names.join('、')}），已拆成${names.length}家，人数、代码等暂记在第一家，请逐家核对。`,
  },
  severalPeople: {
    severity: 'question',
    text: ({ label, names }: { label: string; names: readonly string[] }) =>
      `“${label}”一格里写了${names.length}个人（${names.join('、')}），已拆开登记，请确认。`,
  },
  orgNameInUnit: {
    severity: 'question',
    text: ({ found, name }: Found & { name: string | null }) =>
      name === null
        ? `单位名称栏里写的是党组织“${found}”，已按党组织读取，请指出它覆盖哪些单位。`
        : `单位名称栏里写的是党组织“${found}”，单位按“${name}”登记，请确认。`,
  },
  sameUscc: {
    severity: 'error',
    text: ({ otherRow, otherName, found }: Found & { otherRow: number; otherName: string }) =>
      `信用代码“${found}”与第${otherRow}行“${otherName}”相同。是同一家就合并，不是就请改正其中一个代码。`,
  },
  sameName: {
    severity: 'question',
    text: ({ otherRow, otherName }: { otherRow: number; otherName: string }) =>
      `名称与第${otherRow}行“${otherName}”相同或只差“有限公司”等字样，请确认是不是同一家。`,
  },
  samePerson: {
    severity: 'question',
    text: ({ otherRow, label }: { otherRow: number; label: string }) =>
      `与第${otherRow}行是同一个人（${label}相同），请确认保留哪一行。`,
  },
  struckOut: {
    severity: 'question',
    text: ({ name }: { name: string }) =>
      `“${name}”这一行被划掉或标成红色，请确认单位是否已停产、注销或迁出；仍在经营的选“正常经营”。`,
  },
  markedCell: {
    severity: 'question',
    text: ({ found }: Found) => `“${found}”被划掉了，请确认这一格是否作废。`,
  },
  coloured: {
    severity: 'question',
    text: ({ name }: { name: string }) => `“${name}”这一行标了颜色，请确认原来是什么意思，需要时改经营状态。`,
  },
  comment: {
    severity: 'question',
    text: ({ comment }: { comment: string }) => `这一格有批注：“${comment}”，请看是否影响登记内容。`,
  },
  nameStatus: {
    severity: 'question',
    text: ({ found, label }: FoundAt) => `名称里写着“${found}”，像是说单位${label}，请确认经营状态。`,
  },
  remarkStatus: {
    severity: 'question',
    text: ({ found, label }: FoundAt) => `“${found}”像是说单位${label}，请确认经营状态。`,
  },
  remarkJoint: {
    severity: 'question',
    text: ({ found }: Found) => `备注“${found}”说明是联合组建，请确认联合支部覆盖哪些单位。`,
  },
  mergedNumber: {
    severity: 'question',
    text: ({ found, top, bottom }: Found & { top: number; bottom: number }) =>
      `“${found}”是第${top}至${bottom}行合并的格子，分不清各占多少，只记在第${top}行，请分开填写。`,
  },
  carriedName: {
    severity: 'question',
    text: ({ name, fromRow }: { name: string; fromRow: number }) =>
      `这一行没有姓名，按接着第${fromRow}行“${name}”读取，请确认。`,
  },
  totalDiffers: {
    severity: 'warning',
    text: ({ written, counted, label }: { written: number; counted: number; label: string }) =>
      `${label}写的是${written}，各行相加是${counted}，相差${Math.abs(Math.round((written - counted) * 100) / 100)}。请核对是合计错了还是少了行，两个数都会保留。`,
  },
} as const;

export const importProblems = catalogue('import', {
  ...sheetEntries,
  ...rowEntries,
  ...cellEntries,
  ...recordEntries,
});
