/** Steps that can be taken back, and steps taken back that can be done again. */
import type { DoneEdit } from './take-back';

export interface Step {
  readonly label: string;
  readonly edits: readonly DoneEdit[];
}

/** Enough for a day's typing; older work is taken back from the history. */
const maxSteps = 200;

export function createUndoStack() {
  const undoSteps: Step[] = [];
  const redoSteps: Step[] = [];
  const keep = (steps: Step[], step: Step) => {
    steps.push(step);
    if (steps.length > maxSteps) steps.shift();
  };
  return {
    /** New work: what was taken back before can no longer be redone. */
    add(step: Step): void {
      keep(undoSteps, step);
      redoSteps.length = 0;
    },
    nextUndo: (): Step | null => undoSteps.at(-1) ?? null,
    nextRedo: (): Step | null => redoSteps.at(-1) ?? null,
    /** The next undo step was taken back by these edits. */
    undone(by: readonly DoneEdit[]): void {
      const step = undoSteps.pop();
      if (step && by.length > 0) keep(redoSteps, { label: step.label, edits: by });
    },
    redone(by: readonly DoneEdit[]): void {
      const step = redoSteps.pop();
      if (step && by.length > 0) keep(undoSteps, { label: step.label, edits: by });
    },
    clear(): void {
      undoSteps.length = 0;
      redoSteps.length = 0;
    },
  };
}
