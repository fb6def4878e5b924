/** Checks of rooms, meetings, records, cases, assessment forms and places (B6–B8, B1). */
import type { Activity } from '@shared/domain/activity';
import { checkDivisionParent, parseDivisionCode } from '@shared/identifiers/division-code';
import { parsePhone } from '@shared/identifiers/phone';
import { domainProblems as problems } from '@shared/problems/domain-problems';
import type { Problem } from '@shared/problems/problem';
import { defaultCriteriaSets } from './default-criteria-sets';
import { relatedDocuments } from './relations';
import { checkNotFuture, checkOrder, listProblems, type Validate } from './validation';

export const validatePartyRoom: Validate<'partyRooms'> = (room, { asOf }) =>
  listProblems(
    room.areaM2 === 0 && problems.areaZero({}, 'areaM2'),
    room.contact.phone !== null && parsePhone(room.contact.phone, 'contact.phone').problems,
    checkNotFuture([{ label: '建成时间', on: room.builtOn, field: 'builtOn' }], asOf),
  );

export const validateActivity: Validate<'activities'> = (activity) => {
  const due = activity.due.length > 0 ? activity.due.length : activity.dueCount;
  const present =
    activity.due.length > 0
      ? activity.present.filter((id) => activity.due.includes(id)).length
      : activity.presentCount;
  return listProblems(
    due !== null &&
      present !== null &&
      present > due &&
      problems.presentOverDue({ present, due }, 'presentCount'),
    Object.entries(activity.votes).flatMap(([key, vote]) => checkVote(`votes.${key}`, vote)),
  );
};

/**
 * yes + no + abstain = voters present ≤ voters. Quorum is more than half of those entitled, four fifths in an
 * election; passed means more than half of those entitled, not of those present (P6, P17).
 */
function checkVote(field: string, vote: Activity['votes'][string]): Problem[] {
  const { eligible, presentEligible: present, yes, no, abstain } = vote;
  const isQuorate = vote.isElection === true ? present * 5 >= eligible * 4 : present * 2 > eligible;
  const rule = vote.isElection === true ? '五分之四' : '半数以上';
  const isCounted = yes + no + abstain === present;
  return listProblems(
    !isCounted && problems.voteSum({ yes, no, abstain, present }, field),
    present > eligible && problems.voteOverEligible({ present, eligible }, field),
    !isQuorate && problems.voteQuorum({ present, eligible, rule }, field),
    isQuorate && isCounted && yes * 2 <= eligible && problems.voteNotPassed({ yes, eligible }, field),
  );
}

export const validateRecord: Validate<'records'> = (record, { relations, asOf }) => {
  if (record.kind === 'booking') {
    const clash = relatedDocuments(relations, 'records', 'recordsByRoom', record.roomId).find(
      (other) =>
        other.kind === 'booking' &&
        other.id !== record.id &&
        other.fromAt < record.toAt &&
        record.fromAt < other.toAt,
    );
    return listProblems(
      checkOrder([
        { label: '开始', on: record.fromAt, field: 'fromAt' },
        { label: '结束', on: record.toAt, field: 'toAt' },
      ]),
      clash?.kind === 'booking' && problems.bookingOverlap({ from: clash.fromAt, to: clash.toAt }, 'fromAt'),
    );
  }
  return listProblems(
    checkNotFuture([{ label: '日期', on: record.on, field: 'on' }], asOf),
    record.kind === 'fund' && record.amount === 0 && problems.fundZero({}, 'amount'),
  );
};

export const validateCase: Validate<'cases'> = (item, { asOf }) => {
  if (item.kind === 'floatRecord') {
    const since = { label: '外出时间', on: item.since, field: 'since' };
    const returned = { label: '返回时间', on: item.returnedOn, field: 'returnedOn' };
    return listProblems(checkNotFuture([returned], asOf), checkOrder([since, returned]));
  }
  if (item.kind === 'relationTransfer')
    return checkOrder([
      { label: '开具时间', on: item.issuedOn, field: 'issuedOn' },
      { label: '报到时间', on: item.receivedOn, field: 'receivedOn' },
      { label: '回执时间', on: item.receiptOn, field: 'receiptOn' },
    ]);
  return [];
};

/** A decision against the automatic rule stands only with a reason. */
export const validateAssessment: Validate<'assessments'> = (form) => {
  if (form.kind !== 'sixAssessment') return [];
  const labels = new Map(
    defaultCriteriaSets.flatMap((set) => set.items.map((item) => [item.code, item.label] as const)),
  );
  return Object.entries(form.items).flatMap(([code, item]) =>
    item.manual !== null && (item.note ?? '') === ''
      ? [problems.overrideWithoutNote({ label: labels.get(code) ?? code }, `items.${code}.note`)]
      : [],
  );
};

export const validateOrgUnit: Validate<'orgUnits'> = (place, { relations }) => {
  const needsCode = place.level === 'county' || place.level === 'township' || place.level === 'village';
  const parent = place.parentId === null ? undefined : relations.documents.orgUnits.get(place.parentId);
  const { value, problems: found } = parseDivisionCode(place.divisionCode ?? '');
  const parentCode = parent?.divisionCode ?? null;
  return listProblems(
    place.level !== 'county' && place.parentId === null && problems.missing({ label: '上级' }, 'parentId'),
    needsCode && place.divisionCode === null && problems.missing({ label: '区划代码' }, 'divisionCode'),
    found,
    needsCode && value !== null && parentCode !== null && checkDivisionParent(value, parentCode),
  );
};
