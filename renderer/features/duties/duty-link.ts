/** Where a duty is taken care of: the record, opened where the missing entry goes. */
import type { Duty } from '@shared/duties/duty';
import type { LinkProps } from '@tanstack/react-router';

export type DutyLink = Pick<LinkProps, 'to' | 'params' | 'search'>;

const record = (table: string, id: string): DutyLink => ({
  to: '/ledger/$table',
  params: { table },
  search: { record: id },
});
const unitTab = (unitId: string, tab: 'org' | 'visits' | 'people'): DutyLink => ({
  to: '/ledger/units/$unitId',
  params: { unitId },
  search: { tab },
});

export function linkOf({ kind, subject: { collection, id } }: Duty): DutyLink {
  switch (kind) {
    case 'visit':
    case 'blank':
      return unitTab(id, 'visits');
    case 'buildOrg':
      return unitTab(id, 'org');
    case 'memberCount':
      return unitTab(id, 'people');
    case 'termElection':
    case 'assignmentTerm':
    case 'conversion':
    case 'lostContact':
      return record(collection, id);
  }
}
