/** What any record is called, and where it can be opened, in lists that mix tables (冲突、搁置箱、同步). */
import { assessmentKinds } from '@shared/domain/assessment';
import { caseKinds } from '@shared/domain/case';
import { type CollectionName, collectionLabels } from '@shared/domain/collections';
import { conflictKinds } from '@shared/domain/conflict';
import type { CodeLabels } from '@shared/domain/define';
import type { LedgerDocument } from '@shared/domain/document';
import { recordKinds } from '@shared/domain/record';
import { settingKinds } from '@shared/domain/setting';
import type { LinkProps } from '@tanstack/react-router';
import type { Lookups } from './format-value';

export type RecordLink = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Names of the kinds of collections that have several. */
const kindsOf: Partial<Record<CollectionName, CodeLabels>> = {
  records: recordKinds,
  cases: caseKinds,
  assessments: assessmentKinds,
  settings: settingKinds,
  conflicts: conflictKinds,
};

/** What a document without a name of its own is about, the most telling first. */
const subjects = [
  'unitId',
  'personId',
  'memberId',
  'partyOrgId',
  'targetOrgUnitId',
  'instructorId',
  'roomId',
];
const days = ['on', 'startOn', 'issuedOn', 'since', 'from', 'year', 'period'];

// Read by field name only: any document, also one of a newer version.
const textAt = (document: LedgerDocument, field: string): string | null => {
  const value: unknown = document[field as keyof LedgerDocument];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
};
const firstOf = (document: LedgerDocument, fields: readonly string[]): string | null =>
  fields.reduce<string | null>((found, field) => found ?? textAt(document, field), null);

/** 走访·青溪纸业有限公司 2026-03-02 for what has no name; the name for everything else. */
export function titleOfRecord(
  collection: CollectionName,
  document: LedgerDocument,
  lookups: Lookups,
): string {
  const name = firstOf(document, ['name', 'topic', 'title', 'fileName']);
  if (name !== null) return name;
  const subjectId = firstOf(document, subjects);
  const subject = subjectId === null ? null : lookups.nameOf(subjectId);
  const title = [labelOfKind(collection, document), subject].filter((part) => part !== null).join('·');
  return [title, firstOf(document, days)].filter((part) => part !== null).join(' ');
}

function labelOfKind(collection: CollectionName, document: LedgerDocument): string {
  const kind = textAt(document, 'kind');
  return (kind === null ? null : kindsOf[collection]?.labels[kind]) ?? collectionLabels[collection];
}

/** null for records that no page shows by themselves. */
export function linkToRecord(collection: CollectionName, document: LedgerDocument): RecordLink | null {
  switch (collection) {
    case 'units':
      return linkToUnit(document.id);
    case 'partyOrgs':
    case 'people':
    case 'instructors':
    case 'partyRooms':
    case 'orgUnits':
      return linkInTable(collection, document.id);
    case 'records':
    case 'cases':
    case 'activities':
    case 'assessments':
      return linkToSubject(document);
    case 'settings':
    case 'conflicts':
      return null;
  }
}

const linkToUnit = (unitId: string): RecordLink => ({ to: '/ledger/units/$unitId', params: { unitId } });
/** The record beside its table. */
export const linkInTable = (table: string, id: string): RecordLink => ({
  to: '/ledger/$table',
  params: { table },
  search: { record: id },
});

/** What the record is about: its unit, person or organization. */
function linkToSubject(document: LedgerDocument): RecordLink | null {
  const unitId = textAt(document, 'unitId');
  if (unitId !== null) return linkToUnit(unitId);
  const personId = textAt(document, 'personId') ?? textAt(document, 'memberId');
  if (personId !== null) return linkInTable('people', personId);
  const partyOrgId = textAt(document, 'partyOrgId');
  return partyOrgId === null ? null : linkInTable('partyOrgs', partyOrgId);
}
