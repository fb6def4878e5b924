/** B6 partyRoom 党群活动阵地. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import {
  contact,
  optionalAmount,
  optionalCount,
  optionalFlag,
  optionalId,
  optionalPartialDay,
  optionalText,
  text,
} from './values';

export const roomKinds = codeList('阵地类型', {
  serviceCentre: '党群服务中心',
  workStation: '党建工作（指导）站',
  memberRoom: '党员活动室',
  studio: '党群工作室',
  staffHome: '职工之家',
  sharedVenue: '共享阵地',
  other: '其他',
});
export const roomModes = codeList('设置方式', { own: '单独', shared: '共用', community: '依托社区' });
export const roomStatuses = codeList('使用状态', { inUse: '在用', repair: '维修', closed: '停用' });

export const facilitiesSchema = entity({
  sign: field('标识', optionalFlag),
  flag: field('党旗', optionalFlag),
  books: field('书报', optionalFlag),
  furniture: field('桌椅', optionalFlag),
  av: field('电教', optionalFlag),
  rulesOnWall: field('制度上墙', optionalFlag),
});
const noFacilities = { sign: null, flag: null, books: null, furniture: null, av: null, rulesOnWall: null };

export const partyRoomSchema = entity({
  ...documentFields,
  name: field('阵地名称', text, { isMust: true }),
  roomKind: field('阵地类型', roomKinds.schema.nullable().default(null), { isMust: true }),
  hostPartyOrgId: field('所属党组织', optionalId),
  /** Owner by name when that organization is not in the register. */
  hostPartyOrgName: field('所属党组织名称', optionalText),
  unitId: field('所在单位', optionalId),
  /** Village, park, building or street it stands in (orgUnit). */
  siteId: field('所在村/园区/楼宇', optionalId),
  address: field('地址', optionalText, { isMust: true }),
  lngLat: field(
    '位置',
    z
      .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
      .nullable()
      .default(null),
  ),
  areaM2: field('面积', optionalAmount, { isMust: true, measure: '㎡' }),
  builtOn: field('建成时间', optionalPartialDay),
  investWan: field('投入', optionalAmount, { measure: '万元' }),
  mode: field('设置方式', roomModes.schema.nullable().default(null), { isMust: true }),
  functions: field('功能室', z.array(text).default([])),
  facilities: field('设施', facilitiesSchema.default(noFacilities)),
  openHours: field('开放时间', optionalText),
  isShareable: field('是否共享', optionalFlag, { isMust: true }),
  isFree: field('是否免费', optionalFlag),
  /** 本年使用次数 as a ledger states it, beside the activities held there. */
  declaredUses: field('填报使用次数', optionalCount, { measure: '次' }),
  isModel: field('示范点', optionalFlag),
  contact: field('负责人', contact, { isMust: true }),
  status: field('使用状态', roomStatuses.schema, { isMust: true }),
  statusSince: field('状态起始', optionalPartialDay),
  remarks: field('备注', optionalText),
});
export type PartyRoom = z.infer<typeof partyRoomSchema>;
