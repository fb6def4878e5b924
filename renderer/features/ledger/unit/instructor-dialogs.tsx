import { useRegister } from '@renderer/data/react';
import type { RegisterStore } from '@renderer/data/register-store';
import { assignmentSchema, instructorRoles } from '@shared/domain/instructor';
import { recordSchemas } from '@shared/domain/record';
import type { Unit } from '@shared/domain/unit';
import { assignedUnits, isInService } from '@shared/rules/org-state';
import { useMemo } from 'react';
import { FieldDialog } from '../fields/field-dialog';
import type { Lookups } from '../fields/field-kind';
import { lookupIn } from '../fields/references';
import { visitPlanOfChoice } from '../fields/visit-plan';
import { isSaved, tellUndoable } from '../page/notices';
import { searchIndexOf } from '../search/search-index';
import type { LedgerContext } from '../tables/table-model';
import { askFor, askForOne } from './asked-fields';

export interface UnitDialogProps {
  readonly unit: Unit;
  readonly context: LedgerContext;
  readonly lookups: Lookups;
  readonly onClose: () => void;
}

/** Instructors in service with the number of units each looks after, so that the load is seen while choosing. */
function useInstructorLookup({ asOf, ruleSet }: LedgerContext) {
  const register = useRegister();
  const { instructorMaxLoad } = ruleSet.orgs;
  return useMemo(() => {
    const index = searchIndexOf(register, 'instructors');
    return lookupIn(
      register.table('instructors'),
      index.textOf,
      (instructor) => {
        const load = assignedUnits(instructor, asOf).length;
        const full = load >= instructorMaxLoad ? '，已满' : '';
        return `${instructorRoles.labels[instructor.role]} · 已联系 ${load} 户${full}`;
      },
      (instructor) => isInService(instructor, asOf),
    );
  }, [register, asOf, instructorMaxLoad]);
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const askedOfAssignment = ['from', 'plannedTo', 'docNo', 'purpose', 'visitPlan'];

/** 选派指导员: from this day the unit is reached by work. */
export function AssignDialog({ unit, context, lookups, onClose }: UnitDialogProps) {
  const register = useRegister();
  const lookup = useInstructorLookup(context);
  const { instructorMaxLoad } = context.ruleSet.orgs;
  const advice = (id: string | null) => {
    const instructor = id === null ? undefined : register.table('instructors').get(id);
    if (instructor === undefined) return null;
    const load = assignedUnits(instructor, context.asOf);
    if (load.includes(unit.id)) return `${instructor.name}已经在联系本单位。`;
    const rule =
      load.length >= instructorMaxLoad
        ? `超过了每人最多 ${instructorMaxLoad} 户的规定，请先核实是否经上级同意。`
        : '';
    return `${instructor.name}目前联系 ${load.length} 户，选派后 ${load.length + 1} 户。${rule}`;
  };
  return (
    <FieldDialog
      title={`为“${unit.name}”选派指导员、联络员`}
      fields={[
        askForOne('instructorId', '指导员、联络员', lookup),
        ...askFor(assignmentSchema.shape, askedOfAssignment, lookups, ['from']),
      ]}
      initial={{ from: context.asOf }}
      confirm="选派"
      advice={({ instructorId }) => advice(textOf(instructorId))}
      onClose={onClose}
      onConfirm={async ({ instructorId, visitPlan, ...assignment }) => {
        const instructor = register.table('instructors').get(textOf(instructorId) ?? '');
        if (instructor === undefined) return false;
        const entry = assignmentSchema.parse({
          unitId: unit.id,
          ...assignment,
          visitPlan: visitPlanOfChoice(visitPlan ?? null),
        });
        const result = await register.commit(
          [
            {
              op: 'change',
              collection: 'instructors',
              id: instructor.id,
              changes: { [`assignments.${register.newId()}`]: entry },
            },
          ],
          { label: `选派${instructor.name}联系“${unit.name}”` },
        );
        return told(result, register, `已选派${instructor.name}联系本单位`);
      }}
    />
  );
}

function told(result: Parameters<typeof isSaved>[0], register: RegisterStore, done: string): boolean {
  if (!isSaved(result)) return false;
  tellUndoable(register, done);
  return true;
}

/** 登记走访: who came, how, what was found. */
export function VisitDialog({ unit, context, lookups, onClose }: UnitDialogProps) {
  const register = useRegister();
  const facts = context.factsOf(unit.id);
  const [firstId] = facts?.instructorIds ?? [];
  const first = firstId === undefined ? undefined : register.table('instructors').get(firstId);
  const shape = recordSchemas.visit.shape;
  return (
    <FieldDialog
      title={`登记对“${unit.name}”的走访`}
      fields={askFor(shape, ['on', 'byKind', 'by', 'mode', 'findings'], lookups, [
        'on',
        'byKind',
        'by',
        'mode',
      ])}
      initial={{ on: context.asOf, byKind: 'instructor', by: first?.name ?? null, mode: 'onSite' }}
      confirm="登记"
      onClose={onClose}
      onConfirm={async (values) => {
        const by = register.table('instructors').get(firstId ?? '');
        const draft = shapeOfVisit(unit.id, values, by?.name === values['by'] ? (by?.id ?? null) : null);
        const result = await register.commit([{ op: 'create', collection: 'records', draft }], {
          label: `登记走访“${unit.name}”`,
        });
        return told(result, register, '已登记走访');
      }}
    />
  );
}

/** The dialog asked for every required field; the register checks the draft against the schema again. */
const shapeOfVisit = (
  unitId: string,
  values: Readonly<Record<string, unknown>>,
  instructorId: string | null,
) => ({ kind: 'visit', unitId, instructorId, ...values }) as { kind: 'visit' } & VisitDraft;

interface VisitDraft {
  readonly unitId: string;
  readonly instructorId: string | null;
  readonly on: string;
  readonly byKind: 'instructor';
  readonly by: string;
  readonly mode: 'onSite';
  readonly findings: string | null;
}
