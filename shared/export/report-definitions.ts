/** The official tables that can be printed, in the order of the reports page. */

import type { ReportInput } from './report-input';
import type { ReportCode, ReportTable } from './report-model';
import { buildEnterpriseLedger } from './reports/f01-enterprise-ledger';
import { buildEnterpriseCoverage, buildSocialOrgCoverage } from './reports/f02-dual-coverage';
import { buildShouldBuildList } from './reports/f03-should-build-list';
import { buildInstructorLedger } from './reports/f04-instructor-ledger';
import { buildPartyRoomLedger } from './reports/f05-party-room-ledger';
import { buildSixHavesTable } from './reports/f06-six-haves';
import { buildSocialOrgLedger } from './reports/f10-social-org-ledger';

export interface ReportDefinition {
  readonly code: ReportCode;
  readonly name: string;
  /** What it is for, in one line. */
  readonly purpose: string;
  readonly build: (input: ReportInput) => ReportTable;
}

export const reportDefinitions: readonly ReportDefinition[] = [
  {
    code: 'F2',
    name: '双覆盖统计表（非公有制企业）',
    purpose: '按乡镇或村（社区）汇总组织覆盖、工作覆盖、空白点和双达标',
    build: buildEnterpriseCoverage,
  },
  {
    code: 'F2S',
    name: '双覆盖统计表（社会组织）',
    purpose: '按乡镇或村（社区）汇总社会组织的两个覆盖',
    build: buildSocialOrgCoverage,
  },
  {
    code: 'F1',
    name: '非公有制企业党建工作台账',
    purpose: '逐户列示企业、出资人、党组织、党员队伍和保障情况，可重新导入',
    build: buildEnterpriseLedger,
  },
  {
    code: 'F10',
    name: '社会组织党建工作台账',
    purpose: '逐家列示社会组织、负责人、党组织、党员和经费情况',
    build: buildSocialOrgLedger,
  },
  {
    code: 'F3',
    name: '应建未建清单',
    purpose: '正式党员达到规定人数而没有党组织的单位，用于挂号销号',
    build: buildShouldBuildList,
  },
  {
    code: 'F4',
    name: '党建指导员（联络员）选派台账',
    purpose: '每名指导员、联络员派驻的单位和走访情况',
    build: buildInstructorLedger,
  },
  {
    code: 'F5',
    name: '党群活动阵地台账',
    purpose: '阵地的面积、设施、开放和使用情况',
    build: buildPartyRoomLedger,
  },
  { code: 'F6', name: '六有达标情况表', purpose: '逐户列示六有各项和差距', build: buildSixHavesTable },
];

const byCode = new Map(reportDefinitions.map((definition) => [definition.code, definition]));

export function buildReport(code: ReportCode, input: ReportInput): ReportTable {
  const definition = byCode.get(code);
  if (!definition) throw new Error(`no report ${code}`);
  return definition.build(input);
}
