/** A base ledger with one sheet per village (.xls), as some other office keeps it: one heading row, branches by name. */
import { utils, write } from '@e965/xlsx';
import { inventFirm, inventName, inventUscc } from './invented';
import { type Seeded, seeded } from './seeded';
import type { OfficeWorkbook, TrueProblem, TrueRecord, TrueSheet } from './truth';

type Value = string | number | null;
interface Column {
  readonly key: string;
  readonly heading: string;
}

const chineseNumber = (n: number): string => {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  return `${n >= 20 ? digits[Math.floor(n / 10)] : ''}十${digits[n % 10]}`;
};

function columnsOf(random: Seeded): Column[] {
  const say = (key: string, ...variants: string[]): Column => ({ key, heading: random.pick(variants) });
  const fixed = [
    say('name', '企业名称', '单位名称', '名称'),
    say('uscc', '社会信用代码', '统一社会信用代码', '信用代码'),
  ];
  const rest = [
    say('legalRep', '法人代表', '法定代表人', '法人'),
    say('staff', '职工人数', '从业人员', '员工数'),
    say('members', '党员数', '党员人数'),
    say('orgName', '党组织名称', '所在党组织'),
    say('formation', '组建方式', '组建形式'),
    say('secretary', '支部书记', '书记'),
    say('liaison', '联络员', '党建联络员'),
    say('union', '工会', '有无工会'),
  ];
  return [
    { key: 'no', heading: '序号' },
    ...fixed,
    ...random.shuffle(rest),
    { key: 'remarks', heading: '备注' },
  ];
}

export function villageLedger(seed: number): OfficeWorkbook {
  const random = seeded(seed + 5000);
  const columns = columnsOf(random);
  const book = utils.book_new();
  let number = seed * 50;
  const sheets = ['桃源村', '河东社区', '黄泥村'].map((village): TrueSheet => {
    const { rows, sheet } = villageSheet(random, columns, village, () => number++);
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), village);
    return sheet;
  });
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }));
  return { fileName: `云岭镇底册-${seed}.xls`, bytes, sheets };
}

function villageSheet(random: Seeded, columns: readonly Column[], village: string, next: () => number) {
  const rows: Value[][] = [[`云岭镇${village}两新组织基本情况`]];
  for (let i = random.below(3); i > 0; i--) rows.push([]);
  const headerRow = rows.push(columns.map((column) => column.heading));
  const jointBranch = `中共云岭镇${village}联合支部委员会`;
  const units: TrueRecord[] = [];
  const problems: TrueProblem[] = [];
  const size = 8 + random.below(6);
  const [damaged, stopped, spelled] = random.shuffle(Array.from({ length: size }, (_, i) => i));
  let staffSum = 0;
  for (let i = 0; i < size; i++) {
    const members = random.pick([0, 0, 1, 2, 3, 5, 8]);
    const formation =
      members >= 3 && random.chance(0.6) ? 'solo' : members > 0 && random.chance(0.5) ? 'joint' : null;
    const name = inventFirm(random, next());
    const staff = members + 11 + random.below(60);
    const orgName =
      formation === 'solo' ? `中共${name}支部委员会` : formation === 'joint' ? jointBranch : null;
    const truth = {
      name,
      uscc: i === damaged ? null : inventUscc(random, '91'),
      legalRep: inventName(random),
      staff,
      membersHere: members,
      orgName,
      formation,
      liaison: formation === null && random.chance(0.5) ? inventName(random) : null,
      union: random.chance(0.5),
    };
    staffSum += staff;
    const spell = i === spelled && staff < 100 && staff % 10 !== 0;
    const cells: Record<string, Value> = {
      no: i + 1,
      name,
      uscc: i === damaged ? 913415230000000000 : truth.uscc,
      legalRep: truth.legalRep,
      staff: spell ? chineseNumber(staff) : staff,
      members: members === 0 ? '' : members,
      orgName: orgName ?? '',
      formation: formation === 'solo' ? '单独' : formation === 'joint' ? '联合' : '无',
      secretary: formation ? inventName(random) : '',
      liaison: truth.liaison ?? '',
      union: truth.union ? '有' : '无',
      remarks: i === stopped ? random.pick(['已停产', '已注销', '停业']) : '',
    };
    const row = rows.push(columns.map((column) => cells[column.key] ?? null));
    // A blank members cell is 未填; the truth leaves it open.
    units.push({ row, fields: { ...truth, membersHere: members === 0 ? undefined : members } });
    const headingOf = (key: string): string => columns.find((column) => column.key === key)?.heading ?? '';
    if (i === damaged) problems.push({ row, column: headingOf('uscc'), mess: 'code as number' });
    if (i === stopped)
      problems.push({ row, column: headingOf('remarks'), mess: 'remark says the unit has stopped' });
  }
  const skippedRows = [
    rows.push(columns.map(({ key }) => (key === 'name' ? '合计' : key === 'staff' ? staffSum : ''))),
  ];
  if (random.chance(0.7)) skippedRows.push(rows.push(['说明：数据截至2026年9月底']));
  return {
    rows,
    sheet: { name: village, kind: 'units', headerRows: [headerRow], units, skippedRows, problems },
  };
}
