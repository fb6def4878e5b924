/**
 * The twelve collections of the register. Twelve is the ceiling: the free local store opens at most thirteen in
 * one realm. `kind` discriminates inside records, cases, assessments and settings.
 */
import type { z } from 'zod';
import { activitySchema } from './activity';
import { assessmentSchema } from './assessment';
import { caseSchema } from './case';
import { conflictSchema } from './conflict';
import { instructorSchema } from './instructor';
import { orgUnitSchema } from './org-unit';
import { partyOrgSchema } from './party-org';
import { partyRoomSchema } from './party-room';
import { personSchema } from './person';
import { recordSchema } from './record';
import { settingSchema } from './setting';
import { unitSchema } from './unit';

export const collectionSchemas = {
  units: unitSchema,
  partyOrgs: partyOrgSchema,
  people: personSchema,
  instructors: instructorSchema,
  partyRooms: partyRoomSchema,
  activities: activitySchema,
  records: recordSchema,
  cases: caseSchema,
  assessments: assessmentSchema,
  orgUnits: orgUnitSchema,
  settings: settingSchema,
  conflicts: conflictSchema,
} as const;

export type CollectionName = keyof typeof collectionSchemas;
/** A stored document as plain data. */
export type DocumentOf<C extends CollectionName> = z.infer<(typeof collectionSchemas)[C]>;
/** What a caller may leave out: everything with a default. */
export type DraftOf<C extends CollectionName> = z.input<(typeof collectionSchemas)[C]>;
// Object.keys forgets the key type of a literal record.
export const collectionNames = Object.keys(collectionSchemas) as CollectionName[];

export const collectionLabels: Readonly<Record<CollectionName, string>> = {
  units: '两新组织',
  partyOrgs: '党组织',
  people: '党员',
  instructors: '指导员、联络员',
  partyRooms: '活动阵地',
  activities: '会议活动',
  records: '工作记录',
  cases: '办理事项',
  assessments: '考评目标',
  orgUnits: '组织层级',
  settings: '设置',
  conflicts: '冲突',
};

/** All live and deleted documents of a register, by collection: what figures, exports and imports read. */
export type Register = { readonly [C in CollectionName]: readonly DocumentOf<C>[] };
