import { useRegister } from '@renderer/data/react';
import { coverSchema, partyOrgSchema } from '@shared/domain/party-org';
import { isActiveOrg } from '@shared/rules/org-state';
import { useMemo } from 'react';
import { FieldDialog } from '../fields/field-dialog';
import { lookupIn } from '../fields/references';
import { isSaved, tellUndoable } from '../page/notices';
import { draftOf } from '../record/new-record';
import { searchIndexOf } from '../search/search-index';
import { askFor, askForOne } from './asked-fields';
import type { UnitDialogProps } from './instructor-dialogs';

/** 由已有党组织覆盖: the unit joins an organization that is there. */
export function CoverDialog({ unit, context, lookups, onClose }: UnitDialogProps) {
  const register = useRegister();
  const lookup = useMemo(() => {
    const index = searchIndexOf(register, 'partyOrgs');
    return lookupIn(register.table('partyOrgs'), index.textOf, undefined, (org) =>
      isActiveOrg(org, context.asOf),
    );
  }, [register, context.asOf]);
  return (
    <FieldDialog
      title={`登记覆盖“${unit.name}”的党组织`}
      fields={[
        askForOne('orgId', '党组织', lookup),
        ...askFor(coverSchema.shape, ['from'], lookups, ['from']),
      ]}
      initial={{ from: context.asOf }}
      confirm="登记"
      onClose={onClose}
      onConfirm={async ({ orgId, from }) => {
        const org = register.table('partyOrgs').get(typeof orgId === 'string' ? orgId : '');
        if (org === undefined) return false;
        const cover = coverSchema.parse({ unitId: unit.id, from });
        const changes = { [`covers.${register.newId()}`]: cover };
        const result = await register.commit(
          [{ op: 'change', collection: 'partyOrgs', id: org.id, changes }],
          {
            label: `“${org.name}”覆盖“${unit.name}”`,
          },
        );
        if (!isSaved(result)) return false;
        tellUndoable(register, `已登记由“${org.name}”覆盖`);
        return true;
      }}
    />
  );
}

/** 新建党组织: an organization of the unit's own. */
export function NewOrgDialog({ unit, context, lookups, onClose }: UnitDialogProps) {
  const register = useRegister();
  return (
    <FieldDialog
      title={`为“${unit.name}”新建党组织`}
      fields={askFor(
        partyOrgSchema.shape,
        ['name', 'tier', 'formation', 'foundedOn', 'approvalNo', 'superiorId'],
        lookups,
        ['name', 'tier', 'formation', 'foundedOn'],
      )}
      initial={{
        name: `中共${unit.name}支部委员会`,
        tier: 'branch',
        formation: 'solo',
        foundedOn: context.asOf,
      }}
      confirm="新建"
      onClose={onClose}
      onConfirm={async (values) => {
        const { foundedOn } = values;
        const cover = coverSchema.parse({ unitId: unit.id, from: foundedOn });
        const covers = { [register.newId()]: cover };
        const draft = draftOf('partyOrgs', null, {
          ...values,
          hostUnitId: unit.id,
          termStart: foundedOn,
          covers,
        });
        const result = await register.commit([{ op: 'create', collection: 'partyOrgs', draft }], {
          label: `新建“${String(values['name'])}”`,
        });
        if (!isSaved(result)) return false;
        tellUndoable(register, '已新建党组织，本单位已由它覆盖');
        return true;
      }}
    />
  );
}
