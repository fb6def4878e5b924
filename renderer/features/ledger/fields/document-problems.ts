/** What is wrong with the codes and numbers of one record, at the field. Remembered per document state. */
import type { DocumentOf } from '@shared/domain/collections';
import { parseDivisionCode } from '@shared/identifiers/division-code';
import { parsePhone } from '@shared/identifiers/phone';
import { parseResidentId } from '@shared/identifiers/resident-id';
import { parseUscc } from '@shared/identifiers/uscc';
import { keptKey, type Problem } from '@shared/problems/problem';
import type { LedgerDocumentOf, LedgerTable } from '../tables/table-model';

/** @param today YYYY-MM-DD in China */
export function listIdentifierProblems(
  table: LedgerTable,
  document: LedgerDocumentOf,
  today: string,
): Problem[] {
  // The table names the collection a document came from.
  switch (table) {
    case 'units':
      return unitProblems(document as DocumentOf<'units'>);
    case 'partyOrgs':
      return phoneProblems((document as DocumentOf<'partyOrgs'>).phone, 'phone');
    case 'people':
    case 'instructors':
      return personProblems(document as DocumentOf<'people' | 'instructors'>, today);
    case 'partyRooms':
      return phoneProblems((document as DocumentOf<'partyRooms'>).contact.phone, 'contact.phone');
    case 'orgUnits':
      return divisionProblems(document as DocumentOf<'orgUnits'>);
  }
}

const unitProblems = (unit: DocumentOf<'units'>): Problem[] => [
  ...(unit.uscc === null ? [] : parseUscc(unit.uscc, { unitType: unit.unitType }).problems),
  ...phoneProblems(unit.contact.phone, 'contact.phone'),
  ...phoneProblems(unit.declared.orgPhone, 'declared.orgPhone'),
];

const personProblems = (person: DocumentOf<'people' | 'instructors'>, today: string): Problem[] => [
  ...(person.idNo === null ? [] : parseResidentId(person.idNo, { today }).problems),
  ...phoneProblems(person.phone, 'phone'),
];

const phoneProblems = (phone: string | null, path: string): Problem[] =>
  phone === null ? [] : [...parsePhone(phone, path).problems];

const divisionProblems = (place: DocumentOf<'orgUnits'>): Problem[] =>
  place.divisionCode === null ? [] : [...parseDivisionCode(place.divisionCode).problems];

/** Problems that need a person: information does not, and neither does a warning kept with a reason. */
export const isOpen = (document: LedgerDocumentOf, problem: Problem): boolean =>
  problem.severity !== 'info' && document.kept[keptKey(problem)] === undefined;
