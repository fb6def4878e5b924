/** Duties narrowed by kind, day and place, and how many each choice would leave. Pure. */
import type { Duty, DutyKind, DutyState } from '@shared/duties/duty';
import type { DutiesSearch } from './duties-search';

export interface NarrowedDuties {
  readonly shown: readonly Duty[];
  /** Of each kind, with the other choices as they are; a kind without any is absent. */
  readonly byKind: ReadonlyMap<DutyKind, number>;
  readonly ofAllKinds: number;
  readonly byState: ReadonlyMap<DutyState, number>;
  readonly inAllStates: number;
}

export function narrowDuties(duties: readonly Duty[], { kind, state, place }: DutiesSearch): NarrowedDuties {
  const here = place === undefined ? duties : duties.filter((duty) => duty.placeIds.includes(place));
  const inState = state === undefined ? here : here.filter((duty) => duty.state === state);
  const ofKind = kind === undefined ? here : here.filter((duty) => duty.kind === kind);
  return {
    shown: kind === undefined ? inState : inState.filter((duty) => duty.kind === kind),
    byKind: countBy(inState, (duty) => duty.kind),
    ofAllKinds: inState.length,
    byState: countBy(ofKind, (duty) => duty.state),
    inAllStates: ofKind.length,
  };
}

function countBy<K>(duties: readonly Duty[], keyOf: (duty: Duty) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const duty of duties) counts.set(keyOf(duty), (counts.get(keyOf(duty)) ?? 0) + 1);
  return counts;
}
