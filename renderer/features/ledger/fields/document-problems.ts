/** What is wrong with one record, at its fields. */
import type { DocumentOf } from '@shared/domain/collections';
import type { Problem } from '@shared/problems/problem';
import type { Relations } from '@shared/rules/relations';
import { openProblems, validateDocument } from '@shared/rules/validate-document';
import type { LedgerDocumentOf, LedgerTable } from '../tables/table-model';

/** Gaps are a list of their own: a mark on every empty cell of an old ledger would hide the real mistakes. */
export const isGap = (problem: Problem): boolean =>
  problem.code === 'domain.missing' || problem.code === 'domain.notBuiltReasonMissing';

/** Everything there is to say, information and kept warnings included, as the form shows it. */
export function allProblems(
  table: LedgerTable,
  document: LedgerDocumentOf,
  relations: Relations,
  asOf: string,
): Problem[] {
  // A record of a table is a document of the collection of that name.
  return validateDocument(table, document as DocumentOf<typeof table>, relations, asOf);
}

/** Problems that need a person: information does not, and neither does a warning kept with a reason. */
export const needsCare = (problems: readonly Problem[], document: LedgerDocumentOf): Problem[] =>
  openProblems(problems, document).filter((problem) => problem.severity !== 'info');
