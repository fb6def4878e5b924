/** Where one can go: the left rail and the command box read the same list, at most two levels. */
import type { IconName } from '@renderer/components/icons';
import type { LinkProps } from '@tanstack/react-router';

export interface Place {
  readonly label: string;
  readonly icon: IconName;
  readonly link: Pick<LinkProps, 'to' | 'params'>;
  /** What a person would also type to get there. */
  readonly keywords: string;
  /** What waits for a person there, shown as a number beside the name. */
  readonly waiting?: 'conflicts' | 'parked';
  /** Only for those who keep accounts and devices. */
  readonly isForKeepers?: boolean;
  /** Only for those who may change the ledger. */
  readonly isForWriters?: boolean;
}
export interface PlaceGroup {
  readonly label: string;
  readonly icon: IconName;
  readonly places: readonly Place[];
}

const ledger = (table: string): Place['link'] => ({ to: '/ledger/$table', params: { table } });

export const places: readonly (Place | PlaceGroup)[] = [
  { label: '概览', icon: 'overview', link: { to: '/overview' }, keywords: '首页 覆盖率 六有 趋势 gailan' },
  {
    label: '看板',
    icon: 'chart',
    link: { to: '/boards' },
    keywords: '总览 覆盖 六有 目标 队伍 数据质量 分析 kanban',
  },
  {
    label: '本周要办',
    icon: 'calendar',
    link: { to: '/duties' },
    keywords: '待办 逾期 换届 走访 日历 benzhouyaoban',
  },
  {
    label: '台账',
    icon: 'ledger',
    places: [
      { label: '两新组织', icon: 'unit', link: ledger('units'), keywords: '企业 社会组织 单位 liangxin' },
      { label: '党组织', icon: 'flag', link: ledger('partyOrgs'), keywords: '支部 党委 总支 dangzuzhi' },
      {
        label: '指导员联络员',
        icon: 'liaison',
        link: ledger('instructors'),
        keywords: '选派 特派员 zhidaoyuan',
      },
      { label: '活动阵地', icon: 'room', link: ledger('partyRooms'), keywords: '场所 活动室 zhendi' },
      { label: '党员', icon: 'person', link: ledger('people'), keywords: '花名册 人员 dangyuan' },
      { label: '组织层级', icon: 'tree', link: ledger('orgUnits'), keywords: '乡镇 村 园区 楼宇 cengji' },
    ],
  },
  {
    label: '导入',
    icon: 'import',
    link: { to: '/import' },
    keywords: 'Excel WPS 表格 批量 daoru',
    isForWriters: true,
  },
  { label: '报表', icon: 'report', link: { to: '/reports' }, keywords: '统计表 打印 导出 baobiao' },
  {
    label: '同步',
    icon: 'exchange',
    places: [
      { label: '状态', icon: 'online', link: { to: '/exchange' }, keywords: '上报 回执 核对 县级 tongbu' },
      {
        label: '冲突',
        icon: 'conflict',
        link: { to: '/conflicts' },
        keywords: '改得不一样 chongtu',
        waiting: 'conflicts',
      },
      {
        label: '搁置箱',
        icon: 'parking',
        link: { to: '/parking-bay' },
        keywords: '没有收下 重报 移交 gezhixiang',
        waiting: 'parked',
      },
    ],
  },
  {
    label: '管理',
    icon: 'keepers',
    link: { to: '/administration' },
    keywords: '账号 设备 登记码 组织层级 guanli',
    isForKeepers: true,
  },
  { label: '设置', icon: 'settings', link: { to: '/settings' }, keywords: '目标 口径 备份 shezhi' },
];

export const isGroup = (entry: Place | PlaceGroup): entry is PlaceGroup => 'places' in entry;

/** What who works here may do, as far as it decides where she can go. */
export interface Visitor {
  readonly isKeeper: boolean;
  readonly isWriter: boolean;
}

export const isOpenTo = (place: Place, { isKeeper, isWriter }: Visitor): boolean =>
  (place.isForKeepers !== true || isKeeper) && (place.isForWriters !== true || isWriter);

/** A place with the name of its group in front; null = it stands alone. */
export interface OpenPlace extends Place {
  readonly groupLabel: string | null;
}

/** All places one can open, groups flattened. */
export const openPlaces: readonly OpenPlace[] = places.flatMap((entry): OpenPlace[] =>
  isGroup(entry)
    ? entry.places.map((place) => ({ ...place, groupLabel: entry.label }))
    : [{ ...entry, groupLabel: null }],
);
