/** 活动阵地: venues, whose they are and what they offer. */

import { metaOf } from '@shared/domain/define';
import { facilitiesSchema, type PartyRoom } from '@shared/domain/party-room';
import { related } from '@shared/rules/relations';
import { hasProblems, missingView } from './problem-views';
import type { LedgerViewDefinition, TableModel } from './table-model';

// The labels of the facilities, in the order of the model.
const facilityLabels = Object.entries(facilitiesSchema.shape).map(([code, schema]) => [
  code,
  metaOf(schema).label,
]);

const views: readonly LedgerViewDefinition<PartyRoom>[] = [
  { id: 'all', label: '全部', hint: '本级及下级的全部活动阵地', isListed: () => true },
  {
    id: 'inUse',
    label: '在用',
    hint: '正在使用的阵地',
    isListed: ({ document }) => document.status === 'inUse',
  },
  {
    id: 'shareable',
    label: '可共享',
    hint: '在用并对外共享的阵地，即场地使用名录',
    isListed: ({ document }) => document.status === 'inUse' && document.isShareable === true,
  },
  {
    id: 'model',
    label: '示范点',
    hint: '评为示范点的阵地',
    isListed: ({ document }) => document.isModel === true,
  },
  {
    id: 'incomplete',
    label: '设施不全',
    hint: '在用、标识党旗书报桌椅电教制度六项设施不齐的阵地',
    isListed: ({ document, derived }) => document.status === 'inUse' && derived['missing'] !== null,
  },
  {
    id: 'closed',
    label: '停用/维修',
    hint: '停用或正在维修的阵地',
    isListed: ({ document }) => document.status !== 'inUse',
  },
  {
    id: 'problems',
    label: '有问题待核',
    hint: '电话等填写有误或需要核对的阵地',
    isListed: hasProblems,
  },
  missingView,
];

export const partyRoomTable: TableModel<'partyRooms'> = {
  table: 'partyRooms',
  title: '活动阵地',
  noun: '活动阵地',
  measure: '处',
  columns: [
    { path: 'name', width: 240, isPinnedAtFirst: true, isLink: true },
    { path: 'roomKind', width: 130 },
    { path: 'hostPartyOrgId', width: 220 },
    { path: 'address', width: 200 },
    { path: 'areaM2', width: 84, hasTotal: true },
    { path: 'mode', width: 92 },
    { path: 'isShareable', width: 84 },
    { path: 'isFree', width: 84 },
    {
      id: 'missing',
      label: '缺少的设施',
      group: '自动计算',
      kind: { type: 'text' },
      width: 180,
      value: ({ derived }) => derived['missing'] ?? null,
    },
    {
      id: 'uses',
      label: '登记活动次数',
      group: '自动计算',
      kind: { type: 'number' },
      width: 84,
      total: 'sum',
      value: ({ derived }) => derived['uses'] ?? null,
    },
    { path: 'declaredUses', width: 92, hasTotal: true },
    { path: 'status', width: 84 },
    { path: 'contact.name', width: 84 },
    { path: 'contact.phone', width: 120 },
    { path: 'isModel', width: 76 },
    { path: 'builtOn' },
    { path: 'investWan', width: 92, hasTotal: true },
  ],
  groups: [
    {
      label: '基本情况',
      paths: ['name', 'roomKind', 'hostPartyOrgId', 'hostPartyOrgName', 'unitId', 'siteId', 'address'],
    },
    { label: '规模与方式', paths: ['areaM2', 'builtOn', 'investWan', 'mode', 'functions', 'isModel'] },
    {
      label: '设施',
      paths: Object.keys(facilitiesSchema.shape).map((code) => `facilities.${code}`),
    },
    { label: '使用', paths: ['openHours', 'isShareable', 'isFree', 'declaredUses', 'status', 'statusSince'] },
    { label: '负责人', paths: ['contact.name', 'contact.phone'] },
    { label: '备注', paths: ['remarks'] },
  ],
  views,
  derive: ({ id, facilities }, { relations }) => ({
    missing:
      facilityLabels
        .filter(([code]) => facilities[code as keyof typeof facilities] !== true)
        .map(([, label]) => label)
        .join('、') || null,
    uses: related(relations, 'activitiesByRoom', id).size,
  }),
  foundBy: '名称、地址、负责人',
  searched: (room) => ({
    names: [room.name, room.address, room.hostPartyOrgName].filter((name) => name !== null),
    people: room.contact.name === null ? [] : [room.contact.name],
  }),
};
