/**
 * A list of social organizations as some other office exports it: one line of headings in a .csv of any encoding
 * and separator, or the two-row form with ticks in an .xlsx.
 */
import { inventName, inventUscc } from './invented';
import { type Seeded, seeded } from './seeded';
import { type DraftCell, SheetDraft, toBytes } from './sheet-draft';
import { encodeText, type TextEncoding } from './text-bytes';
import type { OfficeWorkbook, TrueProblem, TrueRecord, TrueSheet } from './truth';

interface Social {
  readonly name: string;
  readonly socialType: 'association' | 'nonEnterprise' | 'foundation';
  readonly uscc: string;
  readonly annualCheck: 'passed' | 'basic' | 'failed' | 'absent';
  readonly staff: number;
  readonly staffFullTime: number;
  readonly members: number;
  readonly formation: 'solo' | 'joint' | null;
  readonly secretary: string | null;
  readonly remarks: string;
}
const typeWords = { association: '社会团体', nonEnterprise: '民办非企业单位', foundation: '基金会' };
const checkWords = { passed: '合格', basic: '基本合格', failed: '不合格', absent: '未参检' };
const prefixes = { association: '51', nonEnterprise: '52', foundation: '53' };
const trades = [
  '舞蹈培训学校',
  '老年公寓',
  '茶叶协会',
  '幼儿园',
  '商会',
  '书法学会',
  '社工服务站',
  '中医诊所',
  '救援队',
  '羽绒行业协会',
];

function inventSocial(random: Seeded, n: number): Social {
  const socialType = random.pick(['association', 'nonEnterprise', 'foundation'] as const);
  const members = random.below(7);
  const formation = members >= 3 ? random.pick(['solo', 'joint'] as const) : null;
  const staff = members + 3 + random.below(40);
  return {
    name: `云岭镇${random.pick(['明德', '春晖', '同心', '启明', '长青'])}${random.pick(trades)}${n + 1}`,
    socialType,
    uscc: inventUscc(random, prefixes[socialType]),
    annualCheck: random.pick(['passed', 'basic', 'failed', 'absent'] as const),
    staff,
    staffFullTime: random.below(staff),
    members,
    formation,
    secretary: formation ? inventName(random) : null,
    remarks: random.pick(['', '', '无', '2024年换届，\n新任会长到位', '含"分会"两个，需核实']),
  };
}

interface Column {
  readonly path: readonly string[];
  readonly cell: (social: Social) => DraftCell;
}
const tickUnder = (group: string, leaf: string, test: (social: Social) => boolean): Column => ({
  path: [group, leaf],
  cell: (social) => (test(social) ? '√' : null),
});

function plainColumns(random: Seeded): Column[] {
  const say = (...variants: string[]): string[] => [random.pick(variants)];
  return [
    {
      path: say('名称', '社会组织名称', '单位名称', '组织名称', '机构名称', '社会组织全称'),
      cell: (s) => s.name,
    },
    ...random.shuffle<Column>([
      {
        path: say('类别', '社会组织类别', '组织类型', '类型', '登记类型', '社会组织类型'),
        cell: (s) => typeWords[s.socialType],
      },
      {
        path: say('统一社会信用代码', '信用代码', '社会信用代码', '统一代码', '统一社会信用代码（18位）'),
        cell: (s) => s.uscc,
      },
      {
        path: say('业务主管单位', '主管单位', '业务主管部门', '主管部门', '行业主管部门'),
        cell: () => '县民政局',
      },
      {
        path: say('年检', '年检结果', '年检情况', '2025年度年检结论', '年检结论', '年度检查结果'),
        cell: (s) => checkWords[s.annualCheck],
      },
      {
        path: say('从业人员总数', '从业人员', '从业人数', '工作人员数', '职工总数', '从业人员数（人）'),
        cell: (s) => s.staff,
      },
      {
        path: say('专职', '专职人员', '专职人数', '专职工作人员数', '其中专职', '其中：专职'),
        cell: (s) => s.staffFullTime,
      },
      {
        path: say('党员', '党员数', '党员人数', '党员总数', '中共党员数', '党员数（人）'),
        cell: (s) => s.members,
      },
      {
        path: say(
          '是否成立党组织',
          '是否建立党组织',
          '是否组建党组织',
          '有无党组织',
          '党组织是否建立',
          '是否已建党组织',
        ),
        cell: (s) => (s.formation ? '是' : '否'),
      },
      {
        path: say('组建形式', '组建方式', '党组织组建方式', '建立方式', '设置方式'),
        cell: (s) => (s.formation ? { solo: '单独', joint: '联合' }[s.formation] : ''),
      },
      {
        path: say('书记', '书记姓名', '党组织书记', '支部书记', '党组织负责人'),
        cell: (s) => s.secretary ?? '',
      },
      { path: say('备注', '备注说明'), cell: (s) => s.remarks },
    ]),
  ];
}

function tickColumns(random: Seeded): Column[] {
  const check = random.pick(['年检', '年检情况', '年检结果']);
  const form = random.pick(['组建形式', '组建方式']);
  const staff = random.pick(['从业人员', '从业人员情况', '工作人员']);
  return [
    { path: [random.pick(['名称', '社会组织名称', '单位名称'])], cell: (s) => s.name },
    { path: [random.pick(['类别', '社会组织类别', '性质'])], cell: (s) => typeWords[s.socialType] },
    { path: ['统一社会信用代码'], cell: (s) => s.uscc },
    { path: [random.pick(['登记机关', '登记机构', '登记管理机关'])], cell: () => '县民政局' },
    { path: [random.pick(['业务主管单位', '业务主管部门'])], cell: () => '县教育局' },
    ...Object.entries(checkWords).map(([code, word]) =>
      tickUnder(check, word, (s) => s.annualCheck === code),
    ),
    { path: [staff, random.pick(['总数', '合计', '人数'])], cell: (s) => s.staff },
    { path: [staff, '专职'], cell: (s) => s.staffFullTime },
    { path: [staff, '兼职'], cell: (s) => s.staff - s.staffFullTime },
    { path: [staff, random.pick(['党员', '党员数'])], cell: (s) => s.members },
    { path: ['党组织', random.pick(['是否成立', '是否建立'])], cell: (s) => (s.formation ? '是' : '否') },
    tickUnder(form, '单独', (s) => s.formation === 'solo'),
    tickUnder(form, '联合', (s) => s.formation === 'joint'),
    { path: ['书记', '姓名'], cell: (s) => s.secretary },
  ];
}

function truthOf(social: Social): TrueRecord['fields'] {
  return {
    name: social.name,
    uscc: social.uscc,
    unitType: 'socialOrg',
    socialType: social.socialType,
    annualCheck: social.annualCheck,
    staff: social.staff,
    staffFullTime: social.staffFullTime,
    membersHere: social.members,
    orgBuilt: social.formation !== null,
    formation: social.formation,
    secretary: social.secretary,
  };
}

interface Body {
  readonly units: readonly TrueRecord[];
  readonly skippedRows: readonly number[];
  readonly problems: readonly TrueProblem[];
}

function writeBody(draft: SheetDraft, random: Seeded, columns: readonly Column[], hasNumbers: boolean): Body {
  const units: TrueRecord[] = [];
  const problems: TrueProblem[] = [];
  const count = 10 + random.below(10);
  const wrongAt = random.below(count);
  for (let i = 0; i < count; i++) {
    const social = inventSocial(random, i);
    const isWrong = i === wrongAt;
    const shown = isWrong
      ? { ...social, uscc: `${social.uscc.slice(0, 17)}${social.uscc.endsWith('1') ? '2' : '1'}` }
      : social;
    const row = draft.add([...(hasNumbers ? [i + 1] : []), ...columns.map(({ cell }) => cell(shown))]);
    units.push({ row, fields: { ...truthOf(social), ...(isWrong ? { uscc: null } : {}) } });
    if (isWrong) problems.push({ row, column: null, mess: 'wrong check character' });
  }
  const skippedRows: number[] = [];
  if (random.chance(0.4)) skippedRows.push(draft.add(['合计', ...(hasNumbers ? [`${count}家`] : [])]));
  return { units, skippedRows, problems };
}

const quoted = (value: DraftCell, separator: string): string => {
  const text = value === null ? '' : String(value);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function socialCsv(seed: number): OfficeWorkbook {
  const random = seeded(seed + 30_000);
  const columns = plainColumns(random);
  const hasNumbers = random.chance(0.5);
  const separator = random.pick([',', ',', ',', '\t', ';']);
  const encoding = random.pick<TextEncoding>(['gb18030', 'gb18030', 'utf-8', 'utf-8-bom', 'utf-16le']);
  const stem = `云岭镇社会组织-${seed}`;
  const draft = new SheetDraft(stem);
  if (random.chance(0.4)) draft.add(['云岭镇社会组织党建工作情况']);
  if (random.chance(0.2)) draft.add(['填报单位：云岭镇党建办', '', '2026年9月']);
  if (random.chance(0.2)) draft.add([]);
  const headerRows = draft.heading(
    [...(hasNumbers ? [['序号']] : []), ...columns.map(({ path }) => path)],
    false,
  );
  const body = writeBody(draft, random, columns, hasNumbers);
  const width = columns.length + (hasNumbers ? 1 : 0);
  // Excel pads short lines to the full width, other programs do not.
  const isPadded = random.chance(0.5);
  const lines = draft.rows.map((row) =>
    (isPadded ? Array.from({ length: width }, (_, i) => row[i] ?? '') : row)
      .map((value) => quoted(value, separator))
      .join(separator),
  );
  const lineEnd = random.pick(['\r\n', '\n']);
  const bytes = encodeText(lines.join(lineEnd) + (random.chance(0.7) ? lineEnd : ''), encoding);
  return { fileName: `${stem}.csv`, bytes, sheets: [sheetTruth(stem, headerRows, body)] };
}

export function socialForm(seed: number): OfficeWorkbook {
  const random = seeded(seed + 40_000);
  const columns = tickColumns(random);
  const draft = new SheetDraft(random.pick(['社会组织', '社会组织台账', 'Sheet1']));
  draft.add(['云岭镇社会组织党建工作台账']);
  draft.merge(1, 0, 1, columns.length);
  draft.blank(random.below(3));
  const headerRows = draft.heading([['序号'], ...columns.map(({ path }) => path)], random.chance(0.8));
  const body = writeBody(draft, random, columns, true);
  return {
    fileName: `云岭镇社会组织台账-${seed}.xlsx`,
    bytes: toBytes([draft]),
    sheets: [sheetTruth(draft.name, headerRows, body)],
  };
}

const sheetTruth = (name: string, headerRows: readonly number[], body: Body): TrueSheet => ({
  name,
  kind: 'units',
  headerRows,
  ...body,
});
