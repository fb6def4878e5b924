/** What the address of 本周要办 carries, so that a narrowed list can be sent, reloaded and gone back to. */
import { type DutyKind, type DutyState, dutyKindNames, dutyStateNames } from '@shared/duties/duty';

export interface DutiesSearch {
  readonly kind?: DutyKind;
  readonly state?: DutyState;
  /** Id of a township or village. */
  readonly place?: string;
}

/** For `validateSearch` of the router; anything else in the address is dropped. */
export function parseDutiesSearch(search: Readonly<Record<string, unknown>>): DutiesSearch {
  const kind = dutyKindNames.find((name) => name === search['kind']);
  const state = dutyStateNames.find((name) => name === search['state']);
  const { place } = search;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
    ...(typeof place === 'string' && place !== '' ? { place } : {}),
  };
}
