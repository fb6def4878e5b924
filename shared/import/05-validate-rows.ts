/**
 * Step 05. What does not fit together: inside a row, between rows, between rows and totals, and marks that only
 * people understand (strike-through, colour, comments). Nothing is changed here; every finding is a problem.
 */
import { checkDuplicates } from './checks/check-duplicates';
import { checkMarks } from './checks/check-marks';
import { checkOutliers } from './checks/check-outliers';
import { checkRow } from './checks/check-row';
import { checkTotals } from './checks/check-totals';
import type { ImportProblem } from './model';
import type { ParsedSheet } from './parsed-rows';

export interface ValidationContext {
  /** Today, YYYY-MM-DD. */
  readonly asOf: string;
  readonly isDate1904: boolean;
  readonly isUntyped: boolean;
}

export function validateRows(sheet: ParsedSheet, context: ValidationContext): readonly ImportProblem[] {
  return [
    ...sheet.rows.flatMap((row) => checkRow(sheet, row, context.asOf)),
    ...checkMarks(sheet),
    ...checkOutliers(sheet),
    ...checkDuplicates(sheet),
    ...checkTotals(sheet, context),
  ];
}
