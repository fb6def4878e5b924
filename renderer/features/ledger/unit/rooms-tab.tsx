import { type PartyRoom, roomKinds, roomModes, roomStatuses } from '@shared/domain/party-room';
import { relatedDocuments } from '@shared/rules/relations';
import { Link } from '@tanstack/react-router';
import { PlainTable, yesNo } from './plain-table';
import classes from './unit-detail.module.css';
import type { UnitTabProps } from './unit-detail-page';

interface RoomLine {
  readonly room: PartyRoom;
  readonly how: string;
}

/** Venues in the unit, and those of the organizations that cover it. */
function roomLines({ unit, context }: UnitTabProps): RoomLine[] {
  const { relations } = context;
  const own = [...relatedDocuments(relations, 'partyRooms', 'roomsByUnit', unit.id)];
  const orgIds = context.factsOf(unit.id)?.coverOrgIds ?? [];
  const shared = orgIds.flatMap((id) => [...relatedDocuments(relations, 'partyRooms', 'roomsByOrg', id)]);
  const ownIds = new Set(own.map((room) => room.id));
  return [
    ...own.map((room) => ({ room, how: '设在本单位' })),
    ...shared.filter((room) => !ownIds.has(room.id)).map((room) => ({ room, how: '覆盖的党组织所有' })),
  ];
}

export function RoomsTab(props: UnitTabProps) {
  return (
    <section className={classes['section']}>
      <PlainTable
        label="活动阵地"
        items={roomLines(props)}
        keyOf={({ room }) => room.id}
        isPast={({ room }) => room.status === 'closed'}
        empty="没有登记活动阵地。可以在“活动阵地”台账中新建，所在单位选择本单位。"
        columns={[
          {
            label: '名称',
            cell: ({ room }) => (
              <Link to="/ledger/$table" params={{ table: 'partyRooms' }} search={{ record: room.id }}>
                {room.name}
              </Link>
            ),
          },
          { label: '关系', isNarrow: true, cell: ({ how }) => how },
          {
            label: '类型',
            isNarrow: true,
            cell: ({ room }) => (room.roomKind === null ? '未填' : roomKinds.labels[room.roomKind]),
          },
          { label: '面积（㎡）', isNumber: true, cell: ({ room }) => room.areaM2 ?? '未填' },
          {
            label: '设置方式',
            isNarrow: true,
            cell: ({ room }) => (room.mode === null ? '未填' : roomModes.labels[room.mode]),
          },
          { label: '共享', isNarrow: true, cell: ({ room }) => yesNo(room.isShareable) },
          { label: '状态', isNarrow: true, cell: ({ room }) => roomStatuses.labels[room.status] },
        ]}
      />
    </section>
  );
}
