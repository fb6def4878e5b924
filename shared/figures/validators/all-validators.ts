/** V1 … V12 in their order, and which of them a register can offend against by itself. */
import { membersPerBranch } from './v01-members-per-branch';
import { coverageKind } from './v02-coverage-kind';
import { fullCoverage } from './v03-full-coverage';
import { denominator } from './v04-denominator';
import { definitionGap } from './v05-definition-gap';
import { partsTotal } from './v06-parts-total';
import { oneValue } from './v07-one-value';
import { ruleConflict } from './v08-rule-conflict';
import { precision } from './v09-precision';
import { subset } from './v10-subset';
import { dateOrder } from './v11-date-order';
import { announcedListed } from './v12-announced-listed';
import type { Validator } from './validator';

type Rule = Pick<Validator<unknown>, 'id' | 'label'> & {
  /** Figures made by the program always keep to the others: they are for texts people write. */
  readonly isOfRegister: boolean;
};
const ofRegister: ReadonlySet<string> = new Set(['V1', 'V5', 'V6', 'V7', 'V10', 'V11']);

export const auditRules: readonly Rule[] = [
  membersPerBranch,
  coverageKind,
  fullCoverage,
  denominator,
  definitionGap,
  partsTotal,
  oneValue,
  ruleConflict,
  precision,
  subset,
  dateOrder,
  announcedListed,
].map(({ id, label }) => ({ id, label, isOfRegister: ofRegister.has(id) }));
