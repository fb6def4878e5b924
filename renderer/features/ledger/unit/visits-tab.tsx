import { Button, Group } from '@mantine/core';
import { useRegister } from '@renderer/data/react';
import { type Assignment, type Instructor, instructorRoles } from '@shared/domain/instructor';
import { visitModes, visitorKinds } from '@shared/domain/record';
import { holdsOn } from '@shared/domain/span';
import { isInService } from '@shared/rules/org-state';
import { relatedDocuments } from '@shared/rules/relations';
import { Link } from '@tanstack/react-router';
import { visitPlanText } from '../fields/visit-plan';
import { isSaved, tellUndoable } from '../page/notices';
import { PlainTable, spanText } from './plain-table';
import classes from './unit-detail.module.css';
import type { UnitTabProps } from './unit-detail-page';

interface AssignmentLine {
  readonly id: string;
  readonly instructor: Instructor;
  readonly assignment: Assignment;
}

function assignmentLines({ unit, context }: UnitTabProps): AssignmentLine[] {
  return [...relatedDocuments(context.relations, 'instructors', 'instructorsByUnit', unit.id)]
    .flatMap((instructor) =>
      Object.entries(instructor.assignments)
        .filter(([, assignment]) => assignment.unitId === unit.id)
        .map(([id, assignment]) => ({ id, instructor, assignment })),
    )
    .sort((a, b) => (b.assignment.from ?? '').localeCompare(a.assignment.from ?? ''));
}

function visitsOf({ unit, context }: UnitTabProps) {
  return [...relatedDocuments(context.relations, 'records', 'recordsByUnit', unit.id)]
    .filter((record) => record.kind === 'visit')
    .sort((a, b) => b.on.localeCompare(a.on));
}

/** Who looks after the unit, and every visit. */
export function VisitsTab(props: UnitTabProps) {
  const { context, onAsk } = props;
  const { asOf } = context;
  const isOpen = ({ assignment, instructor }: AssignmentLine) =>
    holdsOn(assignment, asOf) && isInService(instructor, asOf);
  const end = useEndAssignment(props);
  return (
    <section className={classes['section']}>
      <Group justify="space-between">
        <h2 className={classes['subtitle']}>指导员、联络员</h2>
        <Button size="xs" variant="default" onClick={() => onAsk('assign')}>
          选派指导员
        </Button>
      </Group>
      <PlainTable
        label="选派情况"
        items={assignmentLines(props)}
        keyOf={(line) => line.id}
        isPast={(line) => !isOpen(line)}
        empty="还没有选派指导员、联络员。"
        columns={[
          {
            label: '姓名',
            isNarrow: true,
            cell: ({ instructor }) => (
              <Link to="/ledger/$table" params={{ table: 'instructors' }} search={{ record: instructor.id }}>
                {instructor.name}
              </Link>
            ),
          },
          {
            label: '类别',
            isNarrow: true,
            cell: ({ instructor }) => instructorRoles.labels[instructor.role],
          },
          { label: '派出单位', cell: ({ instructor }) => instructor.fromUnit ?? '未填' },
          {
            label: '选派时间',
            isNarrow: true,
            cell: ({ assignment }) => spanText(assignment.from, assignment.to),
          },
          { label: '任期至', isNarrow: true, cell: ({ assignment }) => assignment.plannedTo ?? '未填' },
          {
            label: '走访频次',
            isNarrow: true,
            cell: ({ assignment }) => visitPlanText(assignment.visitPlan),
          },
          { label: '文号', cell: ({ assignment }) => assignment.docNo ?? '未填' },
          {
            label: '操作',
            isNarrow: true,
            cell: (line) =>
              isOpen(line) ? (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => end(line)}>
                  结束选派
                </Button>
              ) : null,
          },
        ]}
      />
      <Group justify="space-between" mt="md">
        <h2 className={classes['subtitle']}>走访记录</h2>
        <Button size="xs" variant="default" onClick={() => onAsk('visit')}>
          登记走访
        </Button>
      </Group>
      <PlainTable
        label="走访记录"
        items={visitsOf(props)}
        keyOf={(visit) => visit.id}
        empty="还没有走访记录。"
        columns={[
          { label: '日期', isNarrow: true, cell: (visit) => visit.on },
          {
            label: '走访人',
            isNarrow: true,
            cell: (visit) => `${visitorKinds.labels[visit.byKind]} ${visit.by}`,
          },
          { label: '方式', isNarrow: true, cell: (visit) => visitModes.labels[visit.mode] },
          { label: '情况', cell: (visit) => visit.findings ?? '未填' },
          { label: '问题', isNumber: true, cell: (visit) => Object.keys(visit.issues).length },
        ]}
      />
    </section>
  );
}

function useEndAssignment({ unit, context }: UnitTabProps): (line: AssignmentLine) => void {
  const register = useRegister();
  return ({ id, instructor }) => {
    const changes = { [`assignments.${id}.to`]: context.asOf };
    const label = `${instructor.name}不再联系“${unit.name}”`;
    register
      .commit([{ op: 'change', collection: 'instructors', id: instructor.id, changes }], { label })
      .then(
        (result) => isSaved(result) && tellUndoable(register, `${label}，自 ${context.asOf} 起`),
        () => undefined,
      );
  };
}
