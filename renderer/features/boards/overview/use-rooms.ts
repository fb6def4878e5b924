import { useFacts } from '@renderer/data/figures/react';
import type { PartyRoom } from '@shared/domain/party-room';
import { isInUse } from '@shared/figures/six-haves/has-venue';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import { isOwnedIn } from '../parts/in-place';

/** Rooms in use at the place, by name. */
export function useRooms(): readonly PartyRoom[] {
  const { place, asOf } = useBoard();
  const { relations } = useFacts();
  return useMemo(() => {
    const { partyRooms, units } = relations.documents;
    const isHere = (room: PartyRoom): boolean => {
      if (place.level !== 'site') return isOwnedIn(room.orgUnitId, place, relations);
      const unit = room.unitId === null ? undefined : units.get(room.unitId);
      return room.siteId === place.id || (place.id !== null && unit?.siteIds.includes(place.id) === true);
    };
    return [...partyRooms.values()]
      .filter((room) => isInUse(room, asOf) && isHere(room))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  }, [relations, place, asOf]);
}
