/** F5 党群活动阵地台账: one row per venue in use or under repair. Uses are those of the year up to the day. */
import { type PartyRoom, roomKinds } from '@shared/domain/party-room';
import { relatedDocuments } from '@shared/rules/relations';
import { buildTable, type ColumnNode } from '../build-table';
import {
  countedColumn,
  dateColumn,
  group,
  serialColumn,
  signColumn,
  sumColumn,
  textColumn,
  wordColumn,
} from '../columns';
import {
  byName,
  byPlace,
  frameOf,
  mainSite,
  orgUnitOf,
  type PlaceKey,
  placeOrder,
  type ReportInput,
  scopeOf,
  wordsOf,
} from '../report-input';
import { NONE, type ReportTable } from '../report-model';
import { dateText, orNone, saysYes, type Words } from '../words';

type Columns = readonly ColumnNode<PartyRoom>[];

export function buildPartyRoomLedger(input: ReportInput): ReportTable {
  return buildTable({
    frame: frameOf(input, 'F5', '党群活动阵地台账'),
    columns: columnsOf(input),
    rows: roomsOf(input),
    rowId: (room) => room.id,
    hasTotal: true,
  });
}

function roomsOf(input: ReportInput): PartyRoom[] {
  const scope = scopeOf(input);
  const { partyRooms, units } = input.relations.documents;
  const isHere = (room: PartyRoom): boolean => {
    const unit = room.unitId === null ? undefined : units.get(room.unitId);
    const places = [room.orgUnitId, room.siteId, unit?.townshipId, ...(unit?.siteIds ?? [])];
    return places.some((id) => id != null && scope.has(id));
  };
  const place = placeOrder(input);
  const keyOf = ({ siteId, unitId, orgUnitId }: PartyRoom): PlaceKey => {
    const facts = input.facts.get(unitId ?? '');
    const site = siteId ?? (facts && mainSite(facts));
    const township = facts?.townshipId ?? orgUnitOf(input, site ?? '')?.parentId ?? orgUnitId;
    return place(township, site);
  };
  return [...partyRooms.values()]
    .filter((room) => room.status !== 'closed' && isHere(room))
    .map((room) => ({ room, key: keyOf(room) }))
    .sort((a, b) => byPlace(a.key, b.key) || byName(a.room.name, b.room.name))
    .map(({ room }) => room);
}

function columnsOf(input: ReportInput): Columns {
  const words = wordsOf(input);
  return [
    serialColumn(),
    countedColumn(textColumn('名称', 18, (room) => room.name)),
    wordColumn('类型', 10, (room) => (room.roomKind === null ? NONE : roomKinds.labels[room.roomKind])),
    textColumn('所属党组织', 18, (room) => orNone(hostName(input, room))),
    textColumn('地址', 16, (room) => orNone(room.address)),
    sumColumn('面积（㎡）', 6, (room) => orNone(room.areaM2)),
    dateColumn('建成时间', (room) => dateText(room.builtOn)),
    sumColumn('投入（万元）', 6, (room) => orNone(room.investWan)),
    textColumn('功能室', 12, (room) => room.functions.join('、') || NONE),
    group('设施', facilityColumns(words)),
    textColumn('开放时间', 10, (room) => orNone(room.openHours)),
    signColumn('是否共享', 4, (room) => words.flag(room.isShareable), saysYes),
    sumColumn('本年使用次数', 5, (room) => orNone(usesOf(input, room))),
    textColumn('负责人及电话', 14, (room) => contactText(words, room)),
  ];
}

const facilityColumns = (words: Words): Columns => [
  facility(words, '标识', 'sign'),
  facility(words, '党旗', 'flag'),
  facility(words, '书报', 'books'),
  facility(words, '电教', 'av'),
  facility(words, '制度上墙', 'rulesOnWall'),
];

const facility = (words: Words, label: string, code: keyof PartyRoom['facilities']) =>
  signColumn<PartyRoom>(label, 4, (room) => words.flag(room.facilities[code]), saysYes);

function hostName({ relations }: ReportInput, room: PartyRoom): string | null {
  const host =
    room.hostPartyOrgId === null ? undefined : relations.documents.partyOrgs.get(room.hostPartyOrgId);
  return host?.name ?? room.hostPartyOrgName;
}

/** Activities held there; what a ledger stated counts while it is more. null = neither known. */
function usesOf(input: ReportInput, room: PartyRoom): number | null {
  let uses = 0;
  for (const activity of relatedDocuments(input.relations, 'activities', 'activitiesByRoom', room.id)) {
    const day = activity.startOn.slice(0, 10);
    if (day.startsWith(String(input.year)) && day <= input.asOf) uses += 1;
  }
  return uses === 0 ? room.declaredUses : Math.max(uses, room.declaredUses ?? 0);
}

function contactText(words: Words, { contact }: PartyRoom): string {
  const parts = [contact.name, contact.phone === null ? null : words.phone(contact.phone)];
  return parts.filter((part) => part !== null).join(' ') || NONE;
}
