/** Checks of one unit (B2): code, dates, staff, declared members, 未建原因, ties left open after its end. */

import { metaOf } from '@shared/domain/define';
import { notBuiltReasons, type Unit, unitStatuses } from '@shared/domain/unit';
import { declaredSchema } from '@shared/domain/unit-declared';
import { parsePhone } from '@shared/identifiers/phone';
import { parseUscc } from '@shared/identifiers/uscc';
import { domainProblems as problems } from '@shared/problems/domain-problems';
import type { Problem } from '@shared/problems/problem';
import { rosterOf } from './belonging';
import { countUnitMembers, coveringOrg } from './count-members';
import { assignedUnits } from './org-state';
import { related, relatedDocuments } from './relations';
import { statusOn } from './unit-status';
import {
  checkNotFuture,
  checkOrder,
  type DatedField,
  listProblems,
  onceForEach,
  type Validate,
  type ValidationContext,
} from './validation';

export const validateUnit: Validate<'units'> = (unit, context) => {
  const { asOf } = context;
  return listProblems(
    checkAlone(unit),
    listTwins(unit, context),
    checkNotFuture([...beginnings(unit), staffDate(unit)], asOf),
    checkStaff(unit, context),
    compareDeclared(unit, context),
    isOperating(unit, asOf) ? checkBuilding(unit, context) : checkTies(unit, context),
  );
};

const checkAlone = onceForEach((unit: Unit) =>
  listProblems(
    unit.uscc !== null && parseUscc(unit.uscc, { unitType: unit.unitType }).problems,
    unit.contact.phone !== null && parsePhone(unit.contact.phone, 'contact.phone').problems,
    missingType(unit),
    checkOrder(beginnings(unit)),
    checkDeclaredParts(unit),
  ),
);

const beginnings = (unit: Unit): DatedField[] => [
  { label: '成立日期', on: unit.foundedOn, field: 'foundedOn' },
  { label: '状态起始', on: unit.statusSince, field: 'statusSince' },
];
const staffDate = ({ staffAsOf }: Unit): DatedField => ({
  label: '从业人员截至',
  on: staffAsOf,
  field: 'staffAsOf',
});

const isOperating = (unit: Unit, asOf: string): boolean => statusOn(unit, asOf)?.status === 'operating';

/** 企业类型 is a must for firms, 社会组织类别 for social organizations. */
function missingType(unit: Unit): Problem | false {
  if (unit.unitType === 'enterprise' && unit.ownership === null)
    return problems.missing({ label: '企业类型' }, 'ownership');
  if (unit.unitType === 'socialOrg' && unit.socialType === null)
    return problems.missing({ label: '社会组织类别' }, 'socialType');
  return false;
}

function listTwins(unit: Unit, { relations }: ValidationContext): Problem[] {
  const byCode =
    unit.uscc === null
      ? []
      : relatedDocuments(relations, 'units', 'unitsByUscc', unit.uscc).filter(
          (other) => other.id !== unit.id,
        );
  const byName = [...related(relations, 'unitsByName', unit.name)].filter((id) => id !== unit.id);
  const [twin] = byCode;
  return listProblems(
    twin !== undefined && problems.sameUscc({ name: twin.name }, 'uscc'),
    // One twin is said once: by its code where the codes agree.
    twin === undefined && byName.length > 0 && problems.sameName({ count: byName.length }, 'name'),
  );
}

function checkStaff(unit: Unit, context: ValidationContext): Problem[] {
  const { staff } = unit;
  if (staff === null) return [];
  const members = countUnitMembers(unit, context).all;
  const over = (part: number | null, label: string, field: string): Problem | false =>
    part !== null && part > staff && problems.partOverStaff({ label, part, staff }, field);
  return listProblems(
    members > staff && problems.membersOverStaff({ members, staff }, 'staff'),
    over(unit.staffFullTime, '专职人员', 'staffFullTime'),
    over(unit.staffPartTime, '兼职人员', 'staffPartTime'),
  );
}

/** Parts of the declared members (V10); people whose relation is elsewhere are beside them, not among them. */
const partNames = [
  'probationary',
  'floating',
  'under35',
  'middle',
  'technical',
  'frontline',
  'collegeUp',
  'highSchoolDown',
] as const;
const declaredShape = declaredSchema.unwrap().shape;

function checkDeclaredParts({ declared }: Unit): Problem[] {
  const { members } = declared;
  if (members === null) return [];
  return partNames.flatMap((name) => {
    const part = declared[name];
    const { label } = metaOf(declaredShape[name]);
    return part !== null && part > members
      ? [problems.declaredPartOver({ label, part, members }, `declared.${name}`)]
      : [];
  });
}

/** Offices without any roster declare everything; that is no finding. */
function compareDeclared(unit: Unit, context: ValidationContext): Problem | false {
  const { members } = unit.declared;
  if (members === null) return false;
  const roster = rosterOf(unit, context).length;
  return (
    roster > 0 &&
    roster !== members &&
    problems.declaredDifference({ declared: members, roster }, 'declared.members')
  );
}

function checkBuilding(unit: Unit, context: ValidationContext): Problem[] {
  const { relations, ruleSet, asOf } = context;
  const org = coveringOrg(unit.id, relations, asOf);
  const reason = unit.notBuiltReason;
  if (org)
    return listProblems(reason !== null && problems.notBuiltReasonLeft({ name: org.name }, 'notBuiltReason'));
  const { all, full } = countUnitMembers(unit, context);
  const min = ruleSet.coverage.shouldBuildMinFullMembers;
  const isWrong = (reason === 'noMembers' && all > 0) || (reason === 'under3' && full >= min);
  const planned = unit.plannedBuildOn;
  return listProblems(
    reason === null && problems.notBuiltReasonMissing({}, 'notBuiltReason'),
    reason !== null &&
      isWrong &&
      problems.notBuiltReasonWrong(
        { label: notBuiltReasons.labels[reason], members: full },
        'notBuiltReason',
      ),
    planned !== null &&
      planned < asOf.slice(0, planned.length) &&
      problems.plannedBuildPast({ on: planned }, 'plannedBuildOn'),
  );
}

/** A unit that is gone leaves its organization, its instructor and its members to be settled (C0). */
function checkTies(unit: Unit, context: ValidationContext): Problem[] {
  const { relations, asOf } = context;
  const instructors = relatedDocuments(relations, 'instructors', 'instructorsByUnit', unit.id);
  const ties = [
    ...(coveringOrg(unit.id, relations, asOf) ? ['党组织覆盖'] : []),
    ...(instructors.some((one) => assignedUnits(one, asOf).includes(unit.id)) ? ['指导员选派'] : []),
    ...(rosterOf(unit, context).some(({ workUnitId }) => workUnitId === unit.id) ? ['党员工作单位'] : []),
  ];
  const isGone = ['revoked', 'deregistered', 'movedOut', 'merged', 'shell', 'suspended'].includes(
    unit.status,
  );
  return isGone && ties.length > 0
    ? [problems.openTies({ status: unitStatuses.labels[unit.status], ties }, 'status')]
    : [];
}
