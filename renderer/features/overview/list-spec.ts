/**
 * Which list stands behind a figure, a bar or a task, as one short text in the address: the link can be sent, reloaded
 * and gone back to, and the list is counted again with the facts of the day.
 */
import { formatMark, type Mark, parseMark } from '@shared/insights/mark';

/** Lists that no indicator counts. 换届到期 lists organizations, the others units. */
export const taskIds = ['termDue', 'notVisited', 'nearlySix', 'memberDifference'] as const;
export type TaskId = (typeof taskIds)[number];

export type ListSpec = Mark | { readonly kind: 'task'; readonly task: TaskId };

export const formatListSpec = (spec: ListSpec): string =>
  spec.kind === 'task' ? `task.${spec.task}` : formatMark(spec);

/** null for anything `formatListSpec` does not write, such as an address typed by hand. */
export function parseListSpec(text: string): ListSpec | null {
  if (!text.startsWith('task.')) return parseMark(text);
  const task = taskIds.find((known) => text === `task.${known}`);
  return task ? { kind: 'task', task } : null;
}
