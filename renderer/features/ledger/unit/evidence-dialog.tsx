import { useRegister } from '@renderer/data/react';
import type { Operation } from '@renderer/data/register-store';
import { activitySchema } from '@shared/domain/activity';
import { partyRoomSchema } from '@shared/domain/party-room';
import { recordSchemas } from '@shared/domain/record';
import type { Criterion } from '@shared/domain/rule-set';
import type { z } from 'zod';
import { type DialogValues, FieldDialog } from '../fields/field-dialog';
import { isSaved, tellUndoable } from '../page/notices';
import { createOperation } from '../page/use-ledger-actions';
import { askFor } from './asked-fields';
import type { UnitDialogProps } from './instructor-dialogs';

type EvidenceRule = Extract<
  Criterion['autoRule'],
  'hasVenue' | 'hasFunds' | 'hasActivities' | 'hasRules' | 'hasEffect'
>;

interface Evidence {
  readonly title: string;
  readonly shape: Readonly<Record<string, z.ZodType>>;
  readonly names: readonly string[];
  readonly required: readonly string[];
  readonly initial: (asOf: string) => DialogValues;
  /** Drafts are checked against the schema by the register; the dialog asked for what it requires. */
  readonly operation: (values: DialogValues, orgId: string | null, unitId: string) => Operation;
  /** Work of an organization: nothing to enter while there is none. */
  readonly needsOrg: boolean;
}

/** What proves each item of 六有, and how it is entered quickly. */
const evidences: Readonly<Record<EvidenceRule, Evidence>> = {
  hasVenue: {
    title: '登记活动阵地',
    shape: partyRoomSchema.shape,
    names: ['name', 'roomKind', 'address', 'areaM2', 'mode', 'isShareable', 'status'],
    required: ['name', 'areaM2', 'status'],
    initial: () => ({ roomKind: 'memberRoom', mode: 'own', status: 'inUse' }),
    needsOrg: false,
    operation: (values, hostPartyOrgId, unitId) =>
      createOperation('partyRooms', null, { ...values, hostPartyOrgId, unitId }),
  },
  hasFunds: {
    title: '登记经费收支',
    shape: recordSchemas.fund.shape,
    names: ['on', 'direction', 'fundSource', 'amount', 'use', 'isBudgeted'],
    required: ['on', 'direction', 'amount'],
    initial: (on) => ({ on, direction: 'in', fundSource: 'enterprise' }),
    needsOrg: true,
    operation: (values, partyOrgId) =>
      recordOperation({
        kind: 'fund',
        partyOrgId,
        year: Number(String(values['on']).slice(0, 4)),
        ...values,
      }),
  },
  hasActivities: {
    title: '登记会议活动',
    // The day of a record stands for the start: a clerk seldom knows the hour.
    shape: { ...activitySchema.shape, on: recordSchemas.fund.shape.on },
    names: ['on', 'kinds', 'topic', 'host', 'place', 'dueCount', 'presentCount'],
    required: ['on', 'kinds', 'topic'],
    initial: (on) => ({ on, kinds: ['general'] }),
    needsOrg: true,
    operation: ({ on, ...values }, partyOrgId) =>
      ({
        op: 'create',
        collection: 'activities',
        draft: { partyOrgId, startOn: on, ...values },
      }) as unknown as Operation,
  },
  hasRules: {
    title: '登记制度文件',
    shape: recordSchemas.document.shape,
    names: ['documentKind', 'on', 'version', 'isOnWall'],
    required: ['documentKind', 'on'],
    initial: (on) => ({ on, isOnWall: true }),
    needsOrg: true,
    operation: (values, partyOrgId) => recordOperation({ kind: 'document', partyOrgId, ...values }),
  },
  hasEffect: {
    title: '登记作用发挥',
    shape: recordSchemas.effect.shape,
    names: ['effectKind', 'on', 'note', 'confirmedBy', 'confirmedOn'],
    required: ['effectKind', 'on', 'note'],
    initial: (on) => ({ on, effectKind: 'pioneerPost', confirmedOn: on }),
    needsOrg: true,
    operation: (values, partyOrgId, unitId) =>
      recordOperation({ kind: 'effect', partyOrgId, unitId, ...values }),
  },
};

const recordOperation = (draft: Readonly<Record<string, unknown>>): Operation =>
  ({ op: 'create', collection: 'records', draft }) as unknown as Operation;

/** Title of the quick entry for an item, and whether it needs an organization; null where there is none. */
export const evidenceFor = (rule: Criterion['autoRule']): Pick<Evidence, 'title' | 'needsOrg'> | null =>
  rule in evidences ? evidences[rule as EvidenceRule] : null;

interface EvidenceDialogProps extends UnitDialogProps {
  readonly rule: Criterion['autoRule'];
  /** Organization that covers the unit, whose work most evidence is. */
  readonly orgId: string | null;
}

export function EvidenceDialog({ unit, context, lookups, onClose, rule, orgId }: EvidenceDialogProps) {
  const register = useRegister();
  if (!(rule in evidences)) return null;
  const { title, shape, names, required, initial, operation } = evidences[rule as EvidenceRule];
  return (
    <FieldDialog
      title={title}
      fields={askFor(shape, names, lookups, required)}
      initial={initial(context.asOf)}
      confirm="登记"
      onClose={onClose}
      onConfirm={async (values) => {
        const result = await register.commit([operation(values, orgId, unit.id)], {
          label: `${title}（${unit.name}）`,
        });
        if (!isSaved(result)) return false;
        tellUndoable(register, `已${title}`);
        return true;
      }}
    />
  );
}
