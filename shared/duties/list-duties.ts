/** Everything that has to be done, from one state of the register on one day. */

import { termDuties } from './due-terms';
import { type Duty, sortDuties } from './duty';
import type { DutyContext } from './duty-context';
import { peopleDuties } from './people-duties';
import { unitDuties } from './unit-duties';
import { assignmentTermDuties, visitDuties } from './visit-duties';

/**
 * Most urgent first, in the same order on every device. Only what the register can both show and take care of is
 * listed: a duty leaves the list once the record that satisfies it is there.
 */
export const listDuties = (context: DutyContext): Duty[] =>
  sortDuties([
    ...termDuties(context),
    ...visitDuties(context),
    ...assignmentTermDuties(context),
    ...peopleDuties(context),
    ...unitDuties(context),
  ]);
