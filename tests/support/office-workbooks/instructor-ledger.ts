/**
 * A ledger of instructors or liaison officers as some other office keeps it: one person over several units by
 * merged cells, by empty cells, repeated on every row, or with all units in one cell.
 */
import { inventFirm, inventName, inventPhone } from './invented';
import { type Seeded, seeded } from './seeded';
import { type DraftCell, SheetDraft, toBytes } from './sheet-draft';
import type { OfficeWorkbook, TrueProblem, TrueRecord, TrueSheet } from './truth';

interface Officer {
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly isFullTime: boolean;
  readonly office: string;
  readonly post: string;
  readonly phone: string;
  readonly units: readonly string[];
  readonly from: string;
  readonly planned: number;
  readonly done: readonly number[];
}
interface Column {
  readonly path: readonly string[];
  /** Of the person (merged over the rows) or of the assignment. */
  readonly isPersonal: boolean;
  readonly cell: (officer: Officer, unit: number) => DraftCell;
  readonly key?: string;
}
type Layout = 'merged' | 'empty' | 'repeated' | 'oneCell';

const inventOfficer = (random: Seeded, n: number): Officer => {
  const units = Array.from({ length: 1 + random.below(4) }, (_, i) => inventFirm(random, n * 5 + i));
  return {
    name: inventName(random),
    gender: random.pick(['male', 'female'] as const),
    isFullTime: random.chance(0.6),
    office: random.pick([
      '云岭镇党建办',
      '云岭镇组织办',
      '县市场监管局',
      '河东社区党总支',
      '县税务局第二分局',
    ]),
    post: random.pick(['干部', '组织委员', '副科长', '副书记', '科员']),
    phone: inventPhone(random),
    units,
    from: `${2019 + random.below(7)}-${String(1 + random.below(12)).padStart(2, '0')}`,
    planned: random.pick([4, 12, 24]),
    done: units.map(() => random.below(12)),
  };
};

/** Spellings of a month; a decimal number would lose the zero of October and is therefore left to text. */
function spell(random: Seeded, month: string): DraftCell {
  const [year = '', m = ''] = month.split('-');
  const short = String(Number(m));
  const serial = (Date.UTC(Number(year), Number(m) - 1, 1) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return random.pick<DraftCell>([
    `${year}.${short}`,
    `${year}年${short}月`,
    `${year}-${m}-01`,
    `${year}/${short}/1`,
    `${year}.${m}`,
    `${year}${m}`,
    `${year}年${m}月1日`,
    { t: 'n', v: serial, z: 'yyyy/m/d' },
    { t: 'n', v: serial, z: 'yyyy"年"m"月"' },
    Number(`${year}${m}`),
  ]);
}

function columnsOf(random: Seeded, isLiaison: boolean): Column[] {
  const who = isLiaison ? '联络员' : '指导员';
  const say = (...variants: string[]): string[] => random.pick(variants).split('/');
  const phoneStyle = random.below(3);
  const personal = (path: readonly string[], cell: Column['cell'], key?: string): Column => ({
    path,
    isPersonal: true,
    cell,
    ...(key ? { key } : {}),
  });
  const perUnit = (path: readonly string[], cell: Column['cell'], key?: string): Column => ({
    path,
    isPersonal: false,
    cell,
    ...(key ? { key } : {}),
  });
  const office = random.chance(0.5)
    ? [
        personal(
          say('派出单位及职务', '工作单位及职务', '单位及职务', '现工作单位及职务', '所在单位、职务'),
          (o) => `${o.office}${random.pick(['', ' ', '　', '、'])}${o.post}`,
        ),
      ]
    : [
        personal(
          say('派出单位', '工作单位', '所在单位', '选派单位', '原工作单位'),
          (o) => o.office,
          'officeOnly',
        ),
        personal(say('职务', '现任职务', '职务职级'), (o) => o.post, 'post'),
      ];
  const visits = random.chance(0.5)
    ? [
        perUnit(
          [random.pick(['走访频次(计划/实际)', '走访次数（计划/实际）', '走访情况(计划/实际)'])],
          (o, i) => `${o.planned}/${o.done[i]}`,
        ),
      ]
    : [
        perUnit(say('走访频次/计划', '走访次数/计划', '计划走访次数', '走访情况/计划'), (o) => o.planned),
        perUnit(
          say('走访频次/实际', '走访次数/实际', '实际走访次数', '走访情况/实际'),
          (o, i) => o.done[i] ?? 0,
        ),
      ];
  return [
    personal(
      say(
        '姓名',
        `${who}姓名`,
        `党建${who}姓名`,
        `党建${who}`,
        `基本情况/姓名`,
        `${who}基本情况/姓名`,
        `${who}/姓名`,
        `党建工作${who}`,
      ),
      (o) => o.name,
      'name',
    ),
    personal(say('性别'), (o) => (o.gender === 'male' ? '男' : '女')),
    personal(say('政治面貌'), () => '中共党员'),
    personal([random.pick(['专/兼职', '专职或兼职', '专职/兼职', '是否专职', '专兼职情况'])], (o) =>
      o.isFullTime ? '专职' : '兼职',
    ),
    ...office,
    personal(
      say('联系电话', '手机号码', '联系方式', '电话', '手机', '本人手机'),
      (o) =>
        phoneStyle === 0
          ? Number(o.phone)
          : phoneStyle === 1
            ? o.phone
            : `${o.phone.slice(0, 3)} ${o.phone.slice(3, 7)} ${o.phone.slice(7)}`,
      'phone',
    ),
    perUnit(
      say(
        '派驻单位',
        '派驻企业',
        '联系企业',
        '派驻单位名称',
        '所联系企业',
        '指导单位',
        '服务企业名称',
        '联系单位',
        '派驻情况/单位名称',
        '所派驻的非公企业',
        '挂钩联系企业',
        '包保企业',
        '结对企业',
        '联系两新组织名称',
      ),
      (o, i) => o.units[i] ?? null,
      'unit',
    ),
    perUnit(
      say(
        '选派时间',
        '派驻时间',
        '派驻日期',
        '选派日期',
        '起始时间',
        '派驻起始时间',
        '开始时间',
        '派驻情况/时间',
        '下派时间',
      ),
      (o) => spell(random, o.from),
      'from',
    ),
    ...visits,
  ];
}

export function instructorLedger(seed: number): OfficeWorkbook {
  const random = seeded(seed + 9000);
  const isLiaison = random.chance(0.4);
  const who = isLiaison ? '联络员' : '指导员';
  const columns = columnsOf(random, isLiaison);
  const draft = new SheetDraft(random.pick([`${who}`, `党建${who}`, 'Sheet1', `${who}台账`]));
  const paths = [['序号'], ...columns.map(({ path }) => path), ['备注']];
  draft.add([
    random.pick([`云岭镇党建${who}选派台账`, `云岭镇2026年党建工作${who}花名册`, `党建${who}一览表`]),
  ]);
  draft.merge(1, 0, 1, paths.length - 1);
  if (random.chance(0.6)) draft.add(['填报单位：', '云岭镇', ...Array(5).fill(null), '填报时间：2026年9月']);
  draft.blank(random.below(3));
  const headerRows = draft.heading(paths, random.chance(0.8));
  const layout = random.pick<Layout>(['merged', 'merged', 'empty', 'repeated', 'oneCell']);
  const written = writeOfficers(draft, random, columns, layout, isLiaison);
  return {
    fileName: `云岭镇${who}-${seed}.xlsx`,
    bytes: toBytes([draft], random.pick(['xlsx', 'xlsx', 'biff8'] as const)),
    sheets: [{ name: draft.name, kind: 'instructors', headerRows, ...written }],
  };
}

type Written = Pick<TrueSheet, 'instructors' | 'skippedRows' | 'problems'>;

function writeOfficers(
  draft: SheetDraft,
  random: Seeded,
  columns: readonly Column[],
  layout: Layout,
  isLiaison: boolean,
): Written {
  const instructors: TrueRecord[] = [];
  const problems: TrueProblem[] = [];
  const skippedRows: number[] = [];
  const separator = random.pick(['、', '\n', '；', '，']);
  let units = 0;
  const names = new Set<string>();
  for (let n = 0; n < 5 + random.below(5); n++) {
    const officer = inventOfficer(random, n);
    if (names.has(officer.name)) continue;
    names.add(officer.name);
    units += officer.units.length;
    const first = draft.rows.length + 1;
    const count = layout === 'oneCell' ? 1 : officer.units.length;
    for (let i = 0; i < count; i++) {
      const values = columns.map((column): DraftCell => {
        if (column.isPersonal && i > 0 && layout !== 'repeated') return null;
        if (column.key === 'unit' && layout === 'oneCell') return officer.units.join(separator);
        return column.cell(officer, i);
      });
      const isNumbered = i === 0 || layout === 'repeated';
      draft.add([isNumbered ? n + 1 : null, ...values, null]);
    }
    if (layout === 'merged')
      columns.forEach(({ isPersonal }, i) => {
        if (isPersonal) draft.merge(first, i + 1, first + count - 1, i + 1);
      });
    instructors.push({ row: first, fields: truthOf(officer, isLiaison) });
  }
  if (random.chance(0.4))
    skippedRows.push(draft.add(['合计', null, ...Array(columns.length - 1).fill(null), `${units}家`]));
  if (random.chance(0.4)) draft.blank(1);
  if (random.chance(0.6))
    skippedRows.push(
      draft.add([`填表人：${inventName(random)}`, null, null, null, `审核人：${inventName(random)}`]),
    );
  return { instructors, problems, skippedRows };
}

const truthOf = (officer: Officer, isLiaison: boolean): TrueRecord['fields'] => ({
  name: officer.name,
  role: isLiaison ? 'liaison' : 'instructor',
  gender: officer.gender,
  politicalStatus: '01',
  isFullTime: officer.isFullTime,
  fromUnit: officer.office,
  post: officer.post,
  phone: officer.phone,
  from: officer.from,
  units: officer.units,
});
