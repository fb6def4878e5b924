import { Button, Group } from '@mantine/core';
import { useRegister } from '@renderer/data/react';
import { type Cover, formations, orgStatuses, orgTiers, type PartyOrg } from '@shared/domain/party-org';
import { holdsOn } from '@shared/domain/span';
import { isActiveOrg, secretaryOf, termEndOf } from '@shared/rules/org-state';
import { relatedDocuments } from '@shared/rules/relations';
import { Link } from '@tanstack/react-router';
import { isSaved, tellUndoable } from '../page/notices';
import { PlainTable, spanText } from './plain-table';
import classes from './unit-detail.module.css';
import type { UnitTabProps } from './unit-detail-page';

interface CoverLine {
  readonly id: string;
  readonly org: PartyOrg;
  readonly cover: Cover;
}

/** Organizations that cover or covered the unit, newest first. */
function coverLines({ unit, context }: UnitTabProps): CoverLine[] {
  return [...relatedDocuments(context.relations, 'partyOrgs', 'orgsByUnit', unit.id)]
    .flatMap((org) =>
      Object.entries(org.covers)
        .filter(([, cover]) => cover.unitId === unit.id)
        .map(([id, cover]) => ({ id, org, cover })),
    )
    .sort((a, b) => (b.cover.from ?? '').localeCompare(a.cover.from ?? ''));
}

export function OrgTab(props: UnitTabProps) {
  const { context, onAsk } = props;
  const { asOf, ruleSet } = context;
  const lines = coverLines(props);
  const isOpen = ({ cover, org }: CoverLine) => holdsOn(cover, asOf) && isActiveOrg(org, asOf);
  const endCover = useEndCover(props);
  return (
    <section className={classes['section']}>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => onAsk('cover')}>
          由已有党组织覆盖
        </Button>
        <Button size="xs" variant="default" onClick={() => onAsk('newOrg')}>
          新建党组织
        </Button>
      </Group>
      <PlainTable
        label="覆盖本单位的党组织"
        items={lines}
        keyOf={(line) => line.id}
        isPast={(line) => !isOpen(line)}
        empty="还没有党组织覆盖本单位。可以加入已有的党组织，也可以新建。"
        columns={[
          {
            label: '党组织',
            cell: ({ org }) => (
              <Link to="/ledger/$table" params={{ table: 'partyOrgs' }} search={{ record: org.id }}>
                {org.name}
              </Link>
            ),
          },
          {
            label: '类别',
            isNarrow: true,
            cell: ({ org }) => (org.tier === null ? '未填' : orgTiers.labels[org.tier]),
          },
          {
            label: '组建方式',
            isNarrow: true,
            cell: ({ org }) => (org.formation === null ? '未填' : formations.labels[org.formation]),
          },
          { label: '书记', isNarrow: true, cell: ({ org }) => secretaryOf(org, asOf)?.name ?? '未填' },
          {
            label: '覆盖时间',
            isNarrow: true,
            cell: ({ cover, org }) => spanText(cover.from ?? org.foundedOn, cover.to),
          },
          { label: '届满', isNarrow: true, cell: ({ org }) => termEndOf(org, ruleSet.orgs) ?? '任期未填' },
          { label: '状态', isNarrow: true, cell: ({ org }) => orgStatuses.labels[org.status] },
          {
            label: '操作',
            isNarrow: true,
            cell: (line) =>
              isOpen(line) ? (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => endCover(line)}>
                  结束覆盖
                </Button>
              ) : null,
          },
        ]}
      />
    </section>
  );
}

/** The cover ends on the as-of date: what was counted before stays counted. */
function useEndCover({ unit, context }: UnitTabProps): (line: CoverLine) => void {
  const register = useRegister();
  return ({ id, org }) => {
    const changes = { [`covers.${id}.to`]: context.asOf };
    const label = `“${org.name}”不再覆盖“${unit.name}”`;
    register.commit([{ op: 'change', collection: 'partyOrgs', id: org.id, changes }], { label }).then(
      (result) => isSaved(result) && tellUndoable(register, `${label}，自 ${context.asOf} 起`),
      () => undefined,
    );
  };
}
