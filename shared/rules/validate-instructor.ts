/** Checks of one instructor or liaison and the assignments (B5). */

import type { Instructor } from '@shared/domain/instructor';
import { instructorRoles } from '@shared/domain/instructor';
import { unitStatuses } from '@shared/domain/unit';
import { parsePhone } from '@shared/identifiers/phone';
import { parseResidentId } from '@shared/identifiers/resident-id';
import { domainProblems as problems } from '@shared/problems/domain-problems';
import type { Problem } from '@shared/problems/problem';
import { assignedUnits, isInService } from './org-state';
import { statusOn } from './unit-status';
import { checkOrder, listProblems, type Validate, type ValidationContext } from './validation';

export const validateInstructor: Validate<'instructors'> = (instructor, context) => {
  const { role, politicalStatus } = instructor;
  const load = assignedUnits(instructor, context.asOf).length;
  const limit = context.ruleSet.orgs.instructorMaxLoad;
  return listProblems(
    instructor.phone !== null && parsePhone(instructor.phone).problems,
    instructor.idNo !== null && parseResidentId(instructor.idNo, { today: context.asOf }).problems,
    role !== 'liaison' &&
      politicalStatus !== null &&
      politicalStatus !== '01' &&
      problems.notFullMember({ role: instructorRoles.labels[role] }, 'politicalStatus'),
    role !== 'liaison' &&
      politicalStatus === null &&
      problems.missing({ label: '政治面貌' }, 'politicalStatus'),
    load > limit && problems.loadOver({ units: load, limit }, 'assignments'),
    checkAssignments(instructor, context),
  );
};

function checkAssignments(instructor: Instructor, context: ValidationContext): Problem[] {
  const { asOf } = context;
  const entries = Object.entries(instructor.assignments);
  const open = entries.filter(([, one]) => one.to === null || asOf < one.to);
  const spans = entries.flatMap(([key, one]) =>
    checkOrder([
      { label: '选派时间', on: one.from, field: `assignments.${key}.from` },
      { label: '选派止', on: one.to, field: `assignments.${key}.to` },
    ]),
  );
  if (!isInService(instructor, asOf))
    return listProblems(
      spans,
      open.length > 0 &&
        problems.assignedAfterLeaving({ leftOn: instructor.leftOn ?? '', units: open.length }, 'assignments'),
    );
  return [...spans, ...open.flatMap(([key, one]) => checkOpen(key, one, context))];
}

function checkOpen(
  key: string,
  { unitId, plannedTo }: Instructor['assignments'][string],
  { relations, asOf }: ValidationContext,
): Problem[] {
  const unit = relations.documents.units.get(unitId);
  if (!unit) return [];
  const status = statusOn(unit, asOf)?.status ?? null;
  const isOutside = status !== null && status !== 'operating' && status !== 'preparing';
  return listProblems(
    isOutside &&
      problems.assignedOutOfScope(
        { name: unit.name, status: unitStatuses.labels[status] },
        `assignments.${key}.unitId`,
      ),
    plannedTo !== null &&
      plannedTo < asOf.slice(0, plannedTo.length) &&
      problems.assignmentExpired({ name: unit.name, plannedTo }, `assignments.${key}.plannedTo`),
  );
}
