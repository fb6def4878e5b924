/** Columns of an enterprise ledger under the headings different offices use. */
import type { CellValue } from 'hucre/xlsx';
import type { Firm } from './firm';
import type { Seeded } from './seeded';

type Tick = '√' | '是' | '1' | '✓';
export interface Style {
  readonly tick: Tick;
  readonly yes: string;
  readonly no: string;
}
export interface Leaf {
  readonly path: readonly string[];
  readonly key: string;
  readonly cell: (firm: Firm, style: Style) => CellValue;
}

const oneHot =
  <K extends keyof Firm>(key: K, code: Firm[K]) =>
  (firm: Firm, style: Style): CellValue =>
    firm[key] === code ? style.tick : null;
const flag = (value: boolean | null, style: Style): CellValue =>
  value === null ? null : value ? style.yes : style.no;

/** Groups of columns; every heading has the variants different offices use. */
export function columnGroups(random: Seeded): Leaf[][] {
  const say = (...variants: string[]): string => random.pick(variants);
  const basic = say('企业基本情况', '企业基本信息', '基本情况');
  const kind = say('企业类型', '企业性质');
  const owner = say('企业出资人情况', '出资人', '出资人情况');
  const org = say('党组织设置情况', '党组织设置', '党组织建设情况');
  const form = say('党组织组建形式', '组建形式', '组建方式');
  const tier = say('党组织类别', '类别');
  const why = say('未建立党组织原因', '未建原因');
  const secretary = say('党组织书记情况', '书记');
  const source = say('来源', '书记来源');
  const mass = say('群团部门设置情况', '群团组织建设', '群团');
  const text = (path: readonly string[], key: string, cell: Leaf['cell']): Leaf => ({ path, key, cell });
  return [
    [
      text([basic, say('企业名称', '单位名称', '企业全称')], 'name', (firm) => firm.name),
      text([basic, say('统一社会信用代码', '社会信用代码', '信用代码')], 'uscc', (firm) => firm.uscc),
      text(
        [basic, say('企业经营地', '经营地址', '经营地')],
        'address',
        (firm) => `${firm.village}${firm.staff}号`,
      ),
      text([basic, say('联系电话', '联系方式')], 'phone', (firm) => firm.phone),
      text([basic, kind, say('私营企业', '私营', '民营')], 'private', oneHot('ownership', 'private')),
      text(
        [basic, kind, say('港澳台商投资企业', '港澳台', '港澳台商投资')],
        'hkmt',
        oneHot('ownership', 'hkmt'),
      ),
      text([basic, kind, say('外商投资企业', '外商', '外商投资')], 'foreign', oneHot('ownership', 'foreign')),
      text(
        [basic, say('年营业收入(万元)', '上年度营业收入（万元）', '营业收入(万元)')],
        'revenue',
        (firm) => firm.revenueWan,
      ),
      text(
        [basic, say('从业人员数量(名)', '从业人员(名)', '职工人数', '从业人数')],
        'staff',
        (firm) => firm.staff,
      ),
      text(
        [basic, say('是否规模以上企业(是、否)', '是否规上', '是否规模以上')],
        'aboveScale',
        (firm, style) => flag(firm.aboveScale, style),
      ),
    ],
    [text([owner, say('企业出资人姓名', '姓名', '出资人姓名')], 'owner', (firm) => firm.owner)],
    [
      text([org, say('是否建立党组织', '是否建立', '是否成立党组织')], 'built', (firm, style) =>
        flag(firm.tier !== null, style),
      ),
      text(
        [org, say('党组织成立时间', '成立时间')],
        'founded',
        (firm) => firm.orgFoundedOn?.replace('-', '.') ?? null,
      ),
      text([org, form, say('单独建立', '单独', '单独组建')], 'solo', oneHot('formation', 'solo')),
      text([org, form, say('联合建立', '联合', '联合组建')], 'joint', oneHot('formation', 'joint')),
      text([org, form, say('网格建立', '网格')], 'grid', oneHot('formation', 'grid')),
      text([org, tier, '党支部'], 'branch', oneHot('tier', 'branch')),
      text([org, tier, say('党总支', '总支')], 'generalBranch', oneHot('tier', 'generalBranch')),
      text([org, tier, '党委'], 'committee', oneHot('tier', 'committee')),
      text([org, why, '没有党员'], 'noMembers', oneHot('notBuiltReason', 'noMembers')),
      text(
        [org, why, say('出资人不支持', '企业出资人不支持')],
        'unwilling',
        oneHot('notBuiltReason', 'ownerUnwilling'),
      ),
      text(
        [org, why, say('上级未及时指导', '上级党组织未及时指导')],
        'noGuidance',
        oneHot('notBuiltReason', 'noGuidance'),
      ),
      text([org, why, say('其他', '其他原因')], 'otherReason', oneHot('notBuiltReason', 'other')),
      text(
        [org, say('未建的是否选派指导员/联络员', '未建党组织的是否选派党建工作指导员、联络员')],
        'instructor',
        (firm, style) => (firm.tier === null ? flag(firm.hasInstructor, style) : null),
      ),
    ],
    [
      text([secretary, say('党组织书记姓名', '姓名', '书记姓名')], 'secretary', (firm) => firm.secretary),
      text([secretary, source, say('出资人担任', '出资人')], 'byOwner', oneHot('secretarySource', 'owner')),
      text(
        [secretary, source, say('中层管理人员担任', '中层')],
        'byMiddle',
        oneHot('secretarySource', 'middle'),
      ),
      text(
        [secretary, source, say('上级党组织选派', '上级选派')],
        'byDispatch',
        oneHot('secretarySource', 'dispatched'),
      ),
      text([secretary, source, say('其他人员担任', '其他')], 'byOther', oneHot('secretarySource', 'other')),
    ],
    [
      text(
        [
          say('党员队伍情况', '党员队伍'),
          say('组织关系在非公企业的党员总数', '关系在本企业党员数', '党员总数'),
        ],
        'members',
        (firm) => firm.members,
      ),
    ],
    [
      text([mass, random.chance(0.3) ? '公会' : '工会'], 'union', (firm, style) =>
        firm.union ? style.tick : null,
      ),
      text([mass, '共青团'], 'league', () => null),
      text([mass, '妇联'], 'women', () => null),
    ],
  ];
}
