/**
 * Which list of units stands behind a figure, a bar or a task, as one short text in the address: the link can be
 * sent, reloaded and gone back to, and the list is counted again with the facts of the day.
 */
import { type FigureId, figureIds } from '@shared/figures/figure';
import { type CoverageState, coverageStates } from '@shared/figures/unit-facts';

/** `in`: counted in the numerator; `base`: the denominator; `out`: in the base but not counted. */
export type Part = 'in' | 'base' | 'out';

/** Lists that no indicator counts. 换届到期 lists organizations, the others units. */
export const taskIds = ['termDue', 'notVisited', 'nearlySix', 'memberDifference'] as const;
export type TaskId = (typeof taskIds)[number];

export type ListSpec =
  | { readonly kind: 'figure'; readonly id: FigureId; readonly part: Part }
  | { readonly kind: 'sixMet'; readonly met: number }
  | { readonly kind: 'sixItem'; readonly code: string; readonly isMet: boolean }
  | { readonly kind: 'state'; readonly state: CoverageState }
  | { readonly kind: 'task'; readonly task: TaskId };

export function formatListSpec(spec: ListSpec): string {
  switch (spec.kind) {
    case 'figure':
      return `${spec.id}.${spec.part}`;
    case 'sixMet':
      return `six.${spec.met}`;
    case 'sixItem':
      return `item.${spec.code}.${spec.isMet ? 'yes' : 'no'}`;
    case 'state':
      return `state.${spec.state}`;
    case 'task':
      return `task.${spec.task}`;
  }
}

const figureIdOf = (text: string): FigureId | undefined => figureIds.find((id) => id === text);
const partOf = (text: string | undefined): Part | undefined =>
  (['in', 'base', 'out'] as const).find((part) => part === text);
const stateOf = (text: string): CoverageState | undefined =>
  // Object.keys forgets the key type of a literal record.
  (Object.keys(coverageStates) as CoverageState[]).find((state) => state === text);

/** null for anything `formatListSpec` does not write, such as an address typed by hand. */
export function parseListSpec(text: string): ListSpec | null {
  const [head = '', first = '', second] = text.split('.');
  if (head === 'six') return /^\d$/.test(first) ? { kind: 'sixMet', met: Number(first) } : null;
  if (head === 'item')
    return first !== '' && (second === 'yes' || second === 'no')
      ? { kind: 'sixItem', code: first, isMet: second === 'yes' }
      : null;
  if (head === 'state') {
    const state = stateOf(first);
    return state ? { kind: 'state', state } : null;
  }
  if (head === 'task') {
    const task = taskIds.find((known) => known === first);
    return task ? { kind: 'task', task } : null;
  }
  const [id, part] = [figureIdOf(head), partOf(first)];
  return id && part ? { kind: 'figure', id, part } : null;
}
