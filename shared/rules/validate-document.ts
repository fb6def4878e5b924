/** Everything that can be said about one record, at its fields, in Chinese. */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import { keptKey, type Problem } from '@shared/problems/problem';
import { listMissing } from './missing-fields';
import type { Relations } from './relations';
import { rulesOn } from './rule-set-on';
import { validateInstructor } from './validate-instructor';
import { validatePartyOrg } from './validate-party-org';
import { validatePerson } from './validate-person';
import { validateUnit } from './validate-unit';
import {
  validateActivity,
  validateAssessment,
  validateCase,
  validateOrgUnit,
  validatePartyRoom,
  validateRecord,
} from './validate-work';
import type { Validate } from './validation';

const validators: { readonly [C in CollectionName]: Validate<C> } = {
  units: validateUnit,
  partyOrgs: validatePartyOrg,
  people: validatePerson,
  instructors: validateInstructor,
  partyRooms: validatePartyRoom,
  activities: validateActivity,
  records: validateRecord,
  cases: validateCase,
  assessments: validateAssessment,
  orgUnits: validateOrgUnit,
  settings: () => [],
  conflicts: () => [],
};

/**
 * Problems of a record, errors first; `field` names the field each one sits on. The record need not be stored yet:
 * relations answer for everything around it. Nothing here stops a clerk from saving.
 */
export function validateDocument<C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
  relations: Relations,
  asOf: string,
): Problem[] {
  const { ruleSet } = rulesOn(relations, asOf);
  const missing = listMissing(collection, document);
  const wrong = validators[collection](document, { relations, ruleSet, asOf });
  // Most records of a tidy ledger; all are judged after each edit.
  if (missing.length + wrong.length === 0) return [];
  const found = [...missing, ...wrong];
  const errors = found.filter((problem) => problem.severity === 'error');
  return [...errors, ...found.filter((problem) => problem.severity !== 'error')];
}

/** Problems nobody has explained yet. An error cannot be kept: it is certain. */
export const openProblems = (
  problems: readonly Problem[],
  { kept }: Pick<DocumentOf<CollectionName>, 'kept'>,
): Problem[] =>
  problems.filter((problem) => problem.severity === 'error' || kept[keptKey(problem)] === undefined);
