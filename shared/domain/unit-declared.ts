/**
 * 填报数: counts an office writes in its ledger about a unit, kept beside what the register can count itself.
 * A difference between the two is a finding, never silently resolved (V7). null = 未填.
 */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { optionalAmount, optionalCount, optionalFlag, optionalPartialDay, optionalText } from './values';

export const venueModes = codeList('场所', { own: '单独', shared: '共用', community: '依托社区' });

const fields = {
  members: field('党员总数（关系在本单位）', optionalCount, { measure: '人' }),
  probationary: field('其中预备党员', optionalCount, { measure: '人' }),
  elsewhere: field('关系不在本单位党员数', optionalCount, { measure: '人' }),
  floating: field('流动党员数', optionalCount, { measure: '人' }),
  under35: field('35岁以下党员', optionalCount, { measure: '人' }),
  middle: field('中层管理人员党员', optionalCount, { measure: '人' }),
  technical: field('中高级技术人员党员', optionalCount, { measure: '人' }),
  frontline: field('一线职工党员', optionalCount, { measure: '人' }),
  rural: field('农村党员', optionalCount, { measure: '人' }),
  developed3y: field('近3年发展党员', optionalCount, { measure: '人' }),
  handled3y: field('近3年处置不合格党员', optionalCount, { measure: '人' }),
  collegeUp: field('大学以上党员', optionalCount, { measure: '人' }),
  highSchoolDown: field('高中以下党员', optionalCount, { measure: '人' }),
  isTrained: field('党员是否轮训', optionalFlag),
  isDuesPaid: field('党费按时足额', optionalFlag),
  partyWorkers: field('党务工作者', optionalCount, { measure: '人' }),
  partyWorkersFullTime: field('专职党务工作者', optionalCount, { measure: '人' }),
  hasInstructor: field('是否选派指导员/联络员', optionalFlag),
  hasOwnVenue: field('有无单独活动场所', optionalFlag),
  venueMode: field('活动场所', venueModes.schema.nullable().default(null)),
  venueAreaM2: field('活动场所面积', optionalAmount, { measure: '㎡' }),
  isFundsBudgeted: field('党建经费纳入管理费预算', optionalFlag),
  fundsWan: field('党建经费总额', optionalAmount, { measure: '万元' }),
  fundsFiscalWan: field('财政经费', optionalAmount, { measure: '万元' }),
  fundsDuesWan: field('党费拨返', optionalAmount, { measure: '万元' }),
  fundsSelfWan: field('自筹经费', optionalAmount, { measure: '万元' }),
  fundsOtherWan: field('其他经费', optionalAmount, { measure: '万元' }),
  hasThreeMeetings: field('落实三会一课', optionalFlag),
  hasAppraisal: field('落实民主评议', optionalFlag),
  hasPartySpiritReview: field('落实党性分析', optionalFlag),
  hasTermElection: field('按期换届', optionalFlag),
  lastElectionOn: field('上次换届时间', optionalPartialDay),
  meetingsGeneral: field('党员大会次数', optionalCount, { measure: '次' }),
  meetingsCommittee: field('支委会次数', optionalCount, { measure: '次' }),
  meetingsGroup: field('党小组会次数', optionalCount, { measure: '次' }),
  lectures: field('党课次数', optionalCount, { measure: '次' }),
  orgLife: field('组织生活会次数', optionalCount, { measure: '次' }),
  appraisals: field('民主评议次数', optionalCount, { measure: '次' }),
  jointCovers: field('联合支部覆盖单位数', optionalCount, { measure: '个' }),
  orgPhone: field('党组织联系电话', optionalText, { sensitivity: 'phone' }),
  /** What the cell said when it was not a plain number (约50, 3(其中预备1)). */
  notes: field('填报说明', z.record(z.string(), z.string()).default({})),
};

const shape = entity(fields);
export type Declared = z.infer<typeof shape>;
/** A declared block with nothing filled in. */
export const emptyDeclared: Declared = shape.parse({});
export const declaredSchema = shape.default(emptyDeclared);
