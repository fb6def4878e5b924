/** A roster of members and one of Party organizations, as some other office keeps them. */
import { inventFirm, inventName, inventPhone } from './invented';
import { inventIdNo } from './invented-id';
import { type Seeded, seeded } from './seeded';
import { type DraftCell, SheetDraft, toBytes } from './sheet-draft';
import type { OfficeWorkbook, TrueProblem, TrueRecord } from './truth';

interface Member {
  readonly name: string;
  readonly idNo: string;
  readonly gender: 'male' | 'female';
  readonly birthOn: string;
  readonly ethnicity: string;
  readonly education: 'bachelor' | 'college' | 'highSchool';
  readonly phone: string;
  readonly stage: 'full' | 'probationary';
  readonly joinedOn: string;
  readonly branch: string;
  readonly firm: string;
}
interface Column {
  readonly key: keyof Member;
  readonly heading: string;
  readonly cell: (member: Member) => DraftCell;
}

function inventMember(random: Seeded, n: number): Member {
  const { idNo, gender, birthOn } = inventIdNo(random);
  const firm = inventFirm(random, Math.floor(n / 3));
  return {
    name: inventName(random),
    idNo,
    gender,
    birthOn,
    ethnicity: random.pick(['汉族', '汉族', '回族']),
    education: random.pick(['bachelor', 'college', 'highSchool'] as const),
    phone: inventPhone(random),
    stage: random.chance(0.8) ? 'full' : 'probationary',
    joinedOn: `${2009 + random.below(16)}-${String(1 + random.below(9)).padStart(2, '0')}-${10 + random.below(18)}`,
    branch: `中共${firm}支部委员会`,
    firm,
  };
}

const spacedName = (random: Seeded, name: string): string =>
  name.length === 2
    ? random.pick([name, `${name[0]} ${name[1]}`, `${name[0]}　${name[1]}`, `${name[0]}   ${name[1]}`])
    : name;

function spellDay(random: Seeded, day: string): DraftCell {
  const [y = '', m = '', d = ''] = day.split('-');
  const serial = (Date.UTC(+y, +m - 1, +d) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return random.pick<DraftCell>([
    `${y}.${m}.${d}`,
    `${y}年${+m}月${+d}日`,
    day,
    `${y}/${+m}/${+d}`,
    Number(`${y}${m}${d}`),
    `${y}${m}${d}`,
    { t: 'n', v: serial, z: 'yyyy-mm-dd' },
  ]);
}

function columnsOf(random: Seeded): Column[] {
  const say = (key: keyof Member, variants: readonly string[], cell: Column['cell']): Column => ({
    key,
    heading: random.pick(variants),
    cell,
  });
  const educationWords = { bachelor: '本科', college: '大专', highSchool: '高中' };
  return [
    say('name', ['姓名', '党员姓名', '姓 名', '姓　　名'], (m) => spacedName(random, m.name)),
    ...random.shuffle([
      say('gender', ['性别', '性 别'], (m) => (m.gender === 'male' ? '男' : '女')),
      say('idNo', ['身份证号', '身份证号码', '公民身份号码', '居民身份证号', '身份证'], (m) =>
        random.pick([m.idNo, `'${m.idNo}`, ` ${m.idNo}`, m.idNo.toLowerCase()]),
      ),
      say('birthOn', ['出生日期', '出生年月', '出生年月日'], (m) => spellDay(random, m.birthOn)),
      say('ethnicity', ['民族'], (m) => random.pick([m.ethnicity, m.ethnicity.slice(0, 1)])),
      say('education', ['学历', '文化程度', '最高学历'], (m) => educationWords[m.education]),
      say('phone', ['联系电话', '手机号码', '手机号', '本人手机', '联系方式'], (m) => Number(m.phone)),
      say(
        'stage',
        ['党员类别', '人员类别', '党员类型', '正式/预备', '是否预备', '党籍状态'].slice(0, 4),
        (m) => (m.stage === 'full' ? random.pick(['正式党员', '正式']) : random.pick(['预备党员', '预备'])),
      ),
      say('joinedOn', ['入党时间', '入党日期', '加入党组织日期', '入党年月日', '何时入党'], (m) =>
        spellDay(random, m.joinedOn),
      ),
      say(
        'branch',
        ['所在党支部', '组织关系所在支部', '所属党组织', '所在支部', '组织关系所在党组织', '组织关系'],
        (m) => m.branch,
      ),
      say('firm', ['工作单位', '所在企业', '工作单位及名称', '所在单位', '现工作单位'], (m) => m.firm),
    ]),
  ];
}

export function memberRoster(seed: number): OfficeWorkbook {
  const random = seeded(seed + 50_000);
  const columns = columnsOf(random);
  const draft = new SheetDraft(random.pick(['党员', '党员花名册', 'Sheet1', '名册']));
  draft.add([
    random.pick(['云岭镇两新党组织党员花名册', '云岭镇非公企业党员信息表', '云岭镇两新组织党员名册']),
  ]);
  draft.merge(1, 0, 1, columns.length);
  draft.blank(random.below(2));
  const headerRows = draft.heading([['序号'], ...columns.map(({ heading }) => [heading])]);
  const problems: TrueProblem[] = [];
  const count = 8 + random.below(8);
  const [broken, legacy] = random.shuffle(Array.from({ length: count }, (_, i) => i));
  const people = Array.from({ length: count }, (_, i): TrueRecord => {
    const member = inventMember(random, i);
    const row = draft.rows.length + 1;
    const cells = columns.map((column): DraftCell => {
      if (column.key !== 'idNo') return column.cell(member);
      if (i === broken) return Number(`${member.idNo.slice(0, 15)}000`);
      return i === legacy ? member.idNo.slice(0, 6) + member.idNo.slice(8, 17) : column.cell(member);
    });
    draft.add([i + 1, ...cells]);
    const isOdd = i === broken || i === legacy;
    const heading = columns.find(({ key }) => key === 'idNo')?.heading ?? null;
    if (isOdd) problems.push({ row, column: heading, mess: i === broken ? 'id as number' : '15 digits' });
    return { row, fields: truthOf(member, isOdd) };
  });
  const skippedRows: number[] = [];
  if (random.chance(0.4))
    skippedRows.push(draft.add([`填表人：${inventName(random)}`, null, null, '审核人：']));
  const truth = { name: draft.name, kind: 'people', headerRows, people, skippedRows, problems };
  return { fileName: `云岭镇名册-${seed}.xlsx`, bytes: toBytes([draft]), sheets: [truth] };
}

const truthOf = (member: Member, isIdOdd: boolean): TrueRecord['fields'] => ({
  name: member.name,
  gender: member.gender,
  idNo: isIdOdd ? null : member.idNo,
  birthOn: member.birthOn,
  ethnicity: member.ethnicity,
  education: member.education,
  phone: member.phone,
  stage: member.stage,
  joinedOn: member.joinedOn,
  relationOrgName: member.branch,
  workUnit: member.firm,
});
