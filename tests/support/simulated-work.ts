/** Runs a simulated office from its first day. */
import { type Action, type ActionName, act } from './simulated-actions';
import { SimulatedOffice } from './simulated-office';

const does = (name: ActionName, a: number, b: number): Action => ({ name, daysLater: 1, a, b });
/** Enough of an office that the random actions after it meet something: units, branches, members, a room. */
const prelude: readonly Action[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((number) => does('newUnit', number, number + 1)),
  does('foundJoint', 0, 1),
  does('foundJoint', 3, 4),
  does('foundSolo', 5, 0),
  does('foundRegional', 6, 7),
  ...[0, 1, 2, 3, 4, 5].map((number) => does('newMember', number, number)),
  does('assign', 2, 1),
  does('newRoom', 0, 1),
];

/** An office with something in it that then does the actions, each followed by a look at it. */
export function work(
  actions: readonly Action[],
  look: (office: SimulatedOffice) => void = () => {},
): SimulatedOffice {
  const office = new SimulatedOffice();
  for (const action of [...prelude, ...actions]) {
    act(office, action);
    look(office);
  }
  return office;
}
