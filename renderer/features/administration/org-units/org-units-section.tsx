import { Button, Group } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { useCountyList } from '@renderer/sync/status/use-county-list';
import { orgUnitLevels } from '@shared/domain/org-unit';
import { formatNumber } from '@shared/lib/format-number';
import { type OrgUnitMessage, orgUnitsReply } from '@shared/sync/account-messages';
import { useState } from 'react';
import classes from '../administration.module.css';
import { ListSection } from '../list/list-section';
import { AddPlaceDialog, MovePlaceDialog, RenamePlaceDialog } from './place-dialogs';
import { levelsBelow, possibleParents, type TreeRow, treeOf } from './place-tree';

type Open = { readonly dialog: 'add' | 'rename' | 'move'; readonly place: OrgUnitMessage } | null;

/** 组织层级: the tree that decides who manages and who sees what. */
export function OrgUnitsSection() {
  const list = useCountyList('/administration/org-units', orgUnitsReply);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const finish = () => {
    close();
    list.reload();
  };
  return (
    <ListSection
      title="组织层级"
      intro="县、乡镇、村（社区）、园区、楼宇。谁能看到和修改哪些记录，由这棵树决定。"
      list={list}
      empty={<EmptyState icon="tree" title="还没有组织层级" hint="先建县，再建乡镇、村。" />}
    >
      {(places) => (
        <>
          <PlaceTable places={places} onOpen={setOpen} />
          {open?.dialog === 'add' && <AddPlaceDialog parent={open.place} onDone={finish} onClose={close} />}
          {open?.dialog === 'rename' && (
            <RenamePlaceDialog place={open.place} onDone={finish} onClose={close} />
          )}
          {open?.dialog === 'move' && (
            <MovePlaceDialog place={open.place} places={places} onDone={finish} onClose={close} />
          )}
        </>
      )}
    </ListSection>
  );
}

interface PlaceTableProps {
  readonly places: readonly OrgUnitMessage[];
  readonly onOpen: (open: Open) => void;
}

function PlaceTable({ places, onOpen }: PlaceTableProps) {
  return (
    <table className={classes['table']} aria-label="组织层级">
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">层级</th>
          <th scope="col">区划代码</th>
          <th scope="col" data-number>
            记录数
          </th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {treeOf(places).map((row) => (
          <PlaceRow key={row.place.id} row={row} places={places} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function PlaceRow({ row, places, onOpen }: PlaceTableProps & { readonly row: TreeRow }) {
  const { place, depth } = row;
  const ask = (dialog: 'add' | 'rename' | 'move') => () => onOpen({ dialog, place });
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: `${0.625 + depth * 1.25}rem` }}>
        {place.name}
      </th>
      <td>{orgUnitLevels.labels[place.level]}</td>
      <td>{place.divisionCode ?? ''}</td>
      <td data-number>{formatNumber(place.documentCount)}</td>
      <td>
        <Group gap={4} wrap="nowrap">
          {levelsBelow(place.level).length > 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray.8"
              onClick={ask('add')}
              aria-label={`新建下级：${place.name}`}
            >
              新建下级
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray.8"
            onClick={ask('rename')}
            aria-label={`修改：${place.name}`}
          >
            修改
          </Button>
          {place.parentId !== null && possibleParents(places, place).length > 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray.8"
              onClick={ask('move')}
              aria-label={`移动：${place.name}`}
            >
              移动
            </Button>
          )}
        </Group>
      </td>
    </tr>
  );
}
