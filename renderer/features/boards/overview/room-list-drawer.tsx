import { ListDrawer } from '@renderer/components/list-drawer';
import { useFacts } from '@renderer/data/figures/react';
import { linkInTable } from '@renderer/data/record-title';
import { roomKinds } from '@shared/domain/party-room';
import { useBoard } from '../page/board-context';
import { useRooms } from './use-rooms';

/** What the address calls the list; the rooms are records of the register, not units behind a figure. */
export const roomList = 'rooms';

/** The rooms behind 在用活动阵地. */
export function RoomListDrawer() {
  const { search } = useBoard();
  return search.list === roomList ? <OpenRoomList /> : null;
}

function OpenRoomList() {
  const { asOf, change } = useBoard();
  const { orgUnits } = useFacts().relations.documents;
  const rows = useRooms().map(({ id, name, orgUnitId, roomKind, areaM2 }) => ({
    id,
    name,
    place: orgUnits.get(orgUnitId)?.name ?? '',
    detail: [
      roomKind === null ? '类型未填' : roomKinds.labels[roomKind],
      areaM2 === null ? '面积未填' : `${areaM2} 平方米`,
    ].join(' · '),
    link: linkInTable('partyRooms', id),
  }));
  return (
    <ListDrawer
      list={{ title: '在用活动阵地', measure: '处', asOf, rows }}
      onClose={() => change({ list: undefined })}
    />
  );
}
