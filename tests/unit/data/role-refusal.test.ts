import { refusalOf } from '@renderer/data/county/role-refusal';
import type { DocumentEdit } from '@renderer/data/document-edit';
import type { CollectionName } from '@shared/domain/collections';
import type { Role } from '@shared/sync/access';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const unit = buildDocument('units', {
  id: 'u',
  name: '某公司',
  unitType: 'enterprise',
  status: 'operating',
  townshipId: 't',
});
const place = buildDocument('orgUnits', { id: 'v', name: '某村', level: 'village' });
const office = buildDocument('settings', {
  id: 's',
  kind: 'office',
  name: '某办',
  homeOrgUnitId: 't',
  isDemo: false,
});

function refused(role: Role | null, ...documents: readonly [CollectionName, DocumentEdit['after']][]) {
  const me = role && { name: '某人', role };
  const memory = { get: () => ({ standing: 'active', me }) };
  // Of an edit only what it writes is looked at.
  const edits = documents.map(([collection, after]) => ({ collection, after }) as DocumentEdit);
  return refusalOf(memory)(edits)?.text ?? null;
}

describe('who may only read', () => {
  it('is told by the program, not days later by the county', () => {
    expect(refused('auditor', ['units', unit])).toContain('您以“审计人员”身份登录');
    expect(refused('auditor', ['orgUnits', place])).not.toBeNull();
    expect(refused('administrator', ['orgUnits', place], ['units', unit])).toContain('系统管理员');
  });

  it('keeps what is hers: settings of the device, and places where she keeps them', () => {
    expect(refused('auditor', ['settings', office])).toBeNull();
    expect(refused('administrator', ['orgUnits', place])).toBeNull();
  });

  it('leaves clerks, organizers and registers without a county alone', () => {
    for (const role of ['clerk', 'lead', 'organizer', null] as const)
      expect(refused(role, ['units', unit])).toBeNull();
  });
});
