/** What each role may do with the register (SPEC.md, SCOPE and ROLE). Where it may do it is its org unit's subtree. */
import type { CollectionName } from '@shared/domain/collections';
import { type CodeOf, codeList } from '@shared/domain/define';

export const roles = codeList('角色', {
  clerk: '乡镇经办人',
  lead: '乡镇负责人',
  organizer: '县级组织员',
  auditor: '审计人员',
  administrator: '系统管理员',
});
export type Role = CodeOf<typeof roles>;

/** Collections whose documents at a higher level are read below it: places, rules, and organizations that cover units there. */
export const sharedDownwards: ReadonlySet<CollectionName> = new Set<CollectionName>([
  'orgUnits',
  'settings',
  'partyOrgs',
  'instructors',
]);
/** Kinds of settings the county sets; all others that travel are the office's own. */
const countySettings: ReadonlySet<unknown> = new Set(['ruleSet', 'criteriaSet', 'holidays']);
/** Settings that describe one device or one office's habits stay there (SCOPE-7). */
const travellingSettings: ReadonlySet<unknown> = new Set([...countySettings, 'snapshot', 'boardNote']);

const kindOf = (document: object): unknown => ('kind' in document ? document.kind : undefined);

/** Whether a document is for the county at all; the others stay on the device for good (SCOPE-7). */
export function isSynced(collection: CollectionName, document: object): boolean {
  if (collection === 'settings') return travellingSettings.has(kindOf(document));
  if (collection === 'conflicts')
    return kindOf(document) === 'conflict' || ('outcome' in document && document.outcome === 'handedOver');
  return true;
}

/** ROLE-1 to ROLE-3. Reading is decided by scope alone, except for administrators (ROLE-4). */
export function mayWrite(role: Role, collection: CollectionName, document: object): boolean {
  switch (role) {
    case 'organizer':
      return true;
    case 'clerk':
    case 'lead':
      if (collection === 'settings') return !countySettings.has(kindOf(document));
      return !(collection === 'assessments' && 'isFrozen' in document && document.isFrozen === true);
    case 'administrator':
      return collection === 'orgUnits';
    case 'auditor':
      return false;
  }
}

/** ROLE-4: an administrator keeps accounts and places, not people's records. */
export const mayRead = (role: Role, collection: CollectionName): boolean =>
  role !== 'administrator' || collection === 'orgUnits' || collection === 'settings';

/** Roles that may open the administration page. */
export const administers = (role: Role): boolean => role === 'administrator' || role === 'organizer';
