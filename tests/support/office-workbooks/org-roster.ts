/** A roster of Party organizations as some other office keeps it: committees by post, covered firms in one cell. */
import { inventFirm, inventName, inventPhone } from './invented';
import { type Seeded, seeded } from './seeded';
import { type DraftCell, SheetDraft, toBytes } from './sheet-draft';
import type { OfficeWorkbook, TrueRecord } from './truth';

interface Org {
  readonly name: string;
  readonly tier: 'branch' | 'generalBranch' | 'committee' | 'jointBranch';
  readonly formation: 'solo' | 'joint';
  readonly secretary: string;
  readonly deputy: string | null;
  readonly committee: readonly string[];
  readonly foundedOn: string;
  readonly termEnd: string;
  readonly members: number;
  readonly covers: readonly string[];
  readonly phone: string;
  readonly superior: string;
}
interface Column {
  readonly path: readonly string[];
  readonly cell: (org: Org) => DraftCell;
}
const tierWords = { branch: '党支部', generalBranch: '党总支', committee: '党委', jointBranch: '联合党支部' };

function inventOrg(random: Seeded, n: number): Org {
  const isJoint = random.chance(0.4);
  const covers = Array.from({ length: isJoint ? 2 + random.below(3) : 1 }, (_, i) =>
    inventFirm(random, n * 5 + i),
  );
  const tier = isJoint
    ? 'jointBranch'
    : random.pick(['branch', 'branch', 'generalBranch', 'committee'] as const);
  const tail = {
    branch: '支部委员会',
    generalBranch: '总支部委员会',
    committee: '委员会',
    jointBranch: '联合支部委员会',
  };
  return {
    name: isJoint
      ? `中共云岭镇${random.pick(['桃源', '河东', '黄泥'])}片区第${n + 1}联合支部委员会`
      : `中共${covers[0]}${tail[tier]}`,
    tier,
    formation: isJoint ? 'joint' : 'solo',
    secretary: inventName(random),
    deputy: random.chance(0.5) ? inventName(random) : null,
    committee: Array.from({ length: 2 }, () => inventName(random)),
    foundedOn: `${2006 + random.below(18)}-0${1 + random.below(9)}`,
    termEnd: `${2026 + random.below(3)}-0${1 + random.below(9)}`,
    members: 3 + random.below(30),
    covers,
    phone: inventPhone(random),
    superior: '中共云岭镇委员会',
  };
}

function columnsOf(random: Seeded, separator: string): Column[] {
  const say = (...variants: string[]): string[] => random.pick(variants).split('/');
  const month = (value: string): string =>
    random.pick([value.replace('-0', '.'), `${value.replace('-0', '年')}月`, `${value}-01`]);
  return [
    {
      path: say('党组织名称', '党组织全称', '支部名称', '两新党组织名称', '党支部（总支、党委）名称')
        .join('/')
        .split('#'),
      cell: (o) => o.name,
    },
    ...random.shuffle<Column>([
      { path: say('党组织类别', '类别', '党组织类型', '类型', '组织形式'), cell: (o) => tierWords[o.tier] },
      {
        path: say('组建方式', '组建形式', '党组织组建形式', '建立形式'),
        cell: (o) => ({ solo: '单独组建', joint: '联合组建' })[o.formation],
      },
      {
        path: say('成立时间', '建立时间', '党组织成立时间', '批准成立时间', '成立日期'),
        cell: (o) => month(o.foundedOn),
      },
      {
        path: say('届满时间', '任期届满时间', '应换届时间', '下次换届时间', '届满日期'),
        cell: (o) => month(o.termEnd),
      },
      { path: say('党员数', '党员人数', '党员总数', '现有党员数'), cell: (o) => o.members },
      {
        path: say(
          '覆盖单位',
          '覆盖企业名称',
          '覆盖企业',
          '所覆盖的非公企业',
          '覆盖两新组织名称',
          '覆盖单位名称',
        ),
        cell: (o) => o.covers.join(separator),
      },
      { path: say('上级党组织', '隶属党组织', '上级党组织名称', '所属上级党委'), cell: (o) => o.superior },
    ]),
    {
      path: say('书记', '书记姓名', '党组织书记', '班子成员/书记', '支部书记姓名'),
      cell: (o) => o.secretary,
    },
    {
      path: say('联系电话', '书记电话', '书记联系电话', '书记手机号码', '联系方式'),
      cell: (o) => Number(o.phone),
    },
  ];
}

function committeeColumns(random: Seeded): Column[] {
  const group = random.pick(['班子成员', '支部班子', '支委会成员']);
  return [
    { path: [group, '副书记'], cell: (o) => o.deputy },
    { path: [group, '组织委员'], cell: (o) => o.committee[0] ?? null },
    { path: [group, '宣传委员'], cell: (o) => o.committee[1] ?? null },
  ];
}

export function orgRoster(seed: number): OfficeWorkbook {
  const random = seeded(seed + 60_000);
  const separator = random.pick(['、', '\n', '；', '，']);
  const columns = [...columnsOf(random, separator), ...(random.chance(0.5) ? committeeColumns(random) : [])];
  const draft = new SheetDraft(random.pick(['党组织', '党组织花名册', 'Sheet1']));
  draft.add([random.pick(['云岭镇两新党组织花名册', '云岭镇两新党组织基本情况一览表', '云岭镇党组织台账'])]);
  draft.merge(1, 0, 1, columns.length);
  draft.blank(random.below(2));
  const headerRows = draft.heading([['序号'], ...columns.map(({ path }) => path)], random.chance(0.8));
  const members: number[] = [];
  const partyOrgs = Array.from({ length: 6 + random.below(6) }, (_, i): TrueRecord => {
    const org = inventOrg(random, i);
    members.push(org.members);
    return { row: draft.add([i + 1, ...columns.map(({ cell }) => cell(org))]), fields: truthOf(org) };
  });
  const skippedRows: number[] = [];
  if (random.chance(0.4)) skippedRows.push(draft.add(['合计', `${members.length}个`]));
  const truth = { name: draft.name, kind: 'partyOrgs', headerRows, partyOrgs, skippedRows, problems: [] };
  return { fileName: `云岭镇组织-${seed}.xlsx`, bytes: toBytes([draft]), sheets: [truth] };
}

const truthOf = (org: Org): TrueRecord['fields'] => ({
  name: org.name,
  tier: org.tier,
  formation: org.formation,
  foundedOn: org.foundedOn,
  secretary: org.secretary,
  covers: org.covers,
  phone: org.phone,
  superiorName: org.superior,
});
