/**
 * 有场地: a room of the organization or of the unit with at least `minAreaM2`, or a shared one the organization used
 * at least `sharedMinUses` times in the last `useMonths` months. `needsPhoto` 1 = the room needs a picture. Where no
 * room is registered, what the ledger declares about the unit's venue stands in.
 */
import type { PartyRoom } from '@shared/domain/party-room';
import type { Criterion } from '@shared/domain/rule-set';
import { related, relatedDocuments } from '@shared/rules/relations';
import { monthsBefore } from '../periods';
import { type AutoRule, limit, type RuleAnswer, type RuleInput } from './rule-model';

export const hasVenue: AutoRule = (input, criterion) => {
  const minArea = limit(criterion, 'minAreaM2', 20);
  const minUses = limit(criterion, 'sharedMinUses', 1);
  const rooms = listRooms(input);
  if (rooms.length === 0) return declaredVenue(input, criterion, minArea);
  const uses = countUses(input, limit(criterion, 'useMonths', 12));
  const isEnough = (room: PartyRoom): boolean =>
    (limit(criterion, 'needsPhoto', 0) === 0 || Object.keys(room.attachments).length > 0) &&
    (isShared(room) ? (uses.get(room.id) ?? 0) >= minUses : (room.areaM2 ?? 0) >= minArea);
  const best = rooms.find(isEnough);
  const shown = best ?? rooms[0];
  return {
    isMet: best !== undefined,
    explain: () => ({
      why: shown ? describeRoom(shown, uses.get(shown.id) ?? 0) : '',
      amount: shown?.areaM2 ?? 0,
      shortfalls: best
        ? []
        : [
            {
              toDo: `需要不少于${minArea}㎡的场地，或12个月内使用不少于${minUses}次的共享阵地${
                limit(criterion, 'needsPhoto', 0) > 0 ? '，并附照片' : ''
              }`,
              gap: venueGap(shown, minArea, minUses, uses),
            },
          ],
    }),
  };
};

/** Of the room that is shown: nobody came, it is too small, or the picture is missing. */
function venueGap(
  room: PartyRoom | undefined,
  minArea: number,
  minUses: number,
  uses: ReadonlyMap<string, number>,
): string {
  if (room === undefined) return '无场地';
  if (!isShared(room)) return (room.areaM2 ?? 0) >= minArea ? '缺照片' : areaGap(room.areaM2, minArea);
  const count = uses.get(room.id) ?? 0;
  if (count >= minUses) return '缺照片';
  return count === 0 ? '共享阵地未使用' : `共享阵地只用${count}次`;
}

const areaGap = (areaM2: number | null, minArea: number): string =>
  areaM2 === null || areaM2 === 0 ? '无场地' : `差${Math.round((minArea - areaM2) * 100) / 100}㎡`;

/** Rooms in use that belong to the organization or the unit, and the ones it held something in. */
export function listRooms({ unit, org, relations, asOf }: RuleInput): PartyRoom[] {
  const ids = new Set(related(relations, 'roomsByUnit', unit.id));
  if (org) {
    for (const id of related(relations, 'roomsByOrg', org.id)) ids.add(id);
    for (const activity of relatedDocuments(relations, 'activities', 'activitiesByOrg', org.id))
      if (activity.roomId !== null && activity.startOn.slice(0, 10) <= asOf) ids.add(activity.roomId);
    for (const record of relatedDocuments(relations, 'records', 'recordsByOrg', org.id))
      if (record.kind === 'booking' && record.on <= asOf) ids.add(record.roomId);
  }
  return [...ids].flatMap((id) => {
    const room = relations.documents.partyRooms.get(id);
    return room && isInUse(room, asOf) ? [room] : [];
  });
}

/** Built by the day and not yet closed or under repair on it. */
export const isInUse = (room: PartyRoom, day: string): boolean =>
  (room.builtOn === null || room.builtOn <= day) &&
  (room.status === 'inUse' || (room.statusSince !== null && day < room.statusSince));

const isShared = (room: PartyRoom): boolean => room.mode === 'shared' || room.mode === 'community';

/** Uses by this organization, by room: meetings held there and bookings. */
function countUses({ org, relations, asOf }: RuleInput, months: number): Map<string, number> {
  const uses = new Map<string, number>();
  if (!org) return uses;
  const from = monthsBefore(asOf, months);
  const add = (roomId: string, on: string) => {
    if (from < on && on.slice(0, 10) <= asOf) uses.set(roomId, (uses.get(roomId) ?? 0) + 1);
  };
  for (const activity of relatedDocuments(relations, 'activities', 'activitiesByOrg', org.id))
    if (activity.roomId !== null) add(activity.roomId, activity.startOn);
  for (const record of relatedDocuments(relations, 'records', 'recordsByOrg', org.id))
    if (record.kind === 'booking') add(record.roomId, record.on);
  return uses;
}

function describeRoom(room: PartyRoom, uses: number): string {
  const area = room.areaM2 === null ? '面积未填' : `${room.areaM2}㎡`;
  return isShared(room)
    ? `${room.name}（共享，${area}），本组织12个月内使用${uses}次`
    : `${room.name}，${area}`;
}

function declaredVenue({ unit }: RuleInput, criterion: Criterion, minArea: number): RuleAnswer {
  const { venueAreaM2, venueMode } = unit.declared;
  const isMet =
    (venueAreaM2 !== null && venueAreaM2 >= minArea) || venueMode === 'shared' || venueMode === 'community';
  const isDocumented = limit(criterion, 'needsPhoto', 0) === 0;
  return {
    isMet: isMet && isDocumented,
    explain: () => ({
      amount: venueAreaM2 ?? 0,
      why:
        venueAreaM2 !== null
          ? `台账填报场所面积${venueAreaM2}㎡，未登记阵地`
          : isMet
            ? '台账填报共用或依托社区场所，未登记阵地'
            : '没有登记活动阵地',
      shortfalls:
        isMet && isDocumented
          ? []
          : [
              {
                toDo: `登记不少于${minArea}㎡的场地，或正在使用的共享阵地`,
                gap: isMet ? '阵地未登记' : areaGap(venueAreaM2, minArea),
              },
            ],
    }),
  };
}
