/** Commits, undo and redo, one after another: a save never meets a half-finished one of the same window. */
import { type CollectionName, collectionLabels, collectionNames } from '@shared/domain/collections';
import { schemaAt } from '@shared/domain/schema-path';
import type { NewId, Now } from '@shared/lib/ids';
import { dataProblems } from '@shared/problems/data-problems';
import type { Problem } from '@shared/problems/problem';
import type { DocumentEdit, EditContext } from './document-edit';
import type { EditJournal } from './journal/edit-journal';
import { createObservable } from './observable';
import { planCommit } from './plan-commit';
import type {
  CommitAbout,
  CommitResult,
  LeftAlone,
  Observable,
  Operation,
  TakeBackResult,
  UndoState,
} from './register-store';
import { type DoneEdit, editsOfBatch, planTakeBack } from './take-back';
import { createUndoStack, type Step } from './undo-stack';
import { type Tables, type WriteResult, writeEdits } from './write-edits';

/** Who works here, written into every edit. */
export interface Identity {
  readonly by: string;
  readonly device: string;
}

export interface WriterOptions {
  /** Asked at each commit: the clerk's name may be filled in while the program runs. */
  readonly identity: () => Identity;
  readonly now: Now;
  readonly newId: NewId;
}

const initialState: UndoState = {
  canUndo: false,
  canRedo: false,
  undoLabel: null,
  redoLabel: null,
  isSaving: false,
  savedAt: null,
  lastProblem: null,
};

export class RegisterWriter {
  private readonly stack = createUndoStack();
  private readonly state = createObservable(initialState);
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly tables: Tables,
    private readonly options: WriterOptions,
    /** null where nothing outside the database can be written. */
    private readonly journal: EditJournal | null,
    /** Why these edits may not be saved now; null = they may. Default: always. */
    private readonly refusal: (edits: readonly DocumentEdit[]) => Problem | null = () => null,
  ) {}

  get undoState(): Observable<UndoState> {
    return this.state;
  }

  readonly commit = (operations: readonly Operation[], about: CommitAbout): Promise<CommitResult> =>
    this.inTurn(async () => {
      const planned = planCommit(operations, this.find, this.homeOrgUnitId(), this.contextFor(about));
      const plan = planned instanceof Promise ? await planned : planned;
      if (plan.problems.length > 0) {
        this.show({ lastProblem: plan.problems[0]?.problem ?? null });
        return { status: 'failed', problems: plan.problems };
      }
      const result = await this.save(plan.edits, about);
      if (result.status === 'failed') return failedAsWhole(result.problem);
      return { status: 'saved', ids: plan.ids, changedCount: result.edits.length };
    });

  readonly undo = (): Promise<string | null> =>
    this.inTurn(() => this.move(this.stack.nextUndo(), this.stack.undone));

  readonly redo = (): Promise<string | null> =>
    this.inTurn(() => this.move(this.stack.nextRedo(), this.stack.redone));

  readonly takeBackBatch = (
    batchId: string,
    about: CommitAbout,
    also: readonly Operation[] = [],
  ): Promise<TakeBackResult> =>
    this.inTurn(async () => {
      const context = this.contextFor(about);
      const done = collectionNames.flatMap((name) =>
        editsOfBatch(batchId, name, this.tables(name).allIncludingDeleted()),
      );
      const taken = await planTakeBack(done, this.find, context);
      const more = await planCommit(also, this.find, this.homeOrgUnitId(), context);
      if (more.problems.length > 0) return { status: 'failed', problems: more.problems };
      const result = await this.save([...taken.edits, ...more.edits], about);
      if (result.status === 'failed') return failedAsWhole(result.problem);
      return { status: 'saved', changedCount: taken.edits.length, left: taken.left };
    });

  /** Resolves when everything asked for so far is written. */
  readonly finish = (): Promise<void> => this.inTurn(() => Promise.resolve());

  /** Runs a job when nothing is being saved here, and lets no save begin before it is done. */
  readonly exclusively = <T>(job: () => Promise<T>): Promise<T> => this.inTurn(job);

  /** Nothing done so far can be taken back any more: the records it was done on have changed under it. */
  readonly forgetSteps = (): void => {
    this.stack.clear();
    this.show({});
  };

  /**
   * Empties tables for good; nothing of it can be undone.
   * @param beforehand should it fail or say no, nothing is removed
   * @returns whether they were emptied
   */
  readonly clear = (
    tables: readonly { clear(): Promise<void> }[],
    beforehand: () => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<boolean> =>
    this.inTurn(async () => {
      this.show({ isSaving: true });
      try {
        if (!(await beforehand())) return false;
        for (const table of tables) await table.clear();
        this.stack.clear();
        this.show({ savedAt: this.options.now(), lastProblem: null });
        return true;
      } finally {
        this.show({ isSaving: false });
      }
    });

  private readonly find = (collection: CollectionName, id: string) =>
    this.tables(collection).getIncludingDeleted(id);

  private inTurn<T>(job: () => Promise<T>): Promise<T> {
    const result = this.queue.then(job);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async save(edits: readonly DocumentEdit[], about: CommitAbout): Promise<WriteResult> {
    const result = await this.write(edits, about.onProgress);
    if (result.status === 'failed' || result.edits.length === 0) return result;
    if (about.isUndoable !== false) this.stack.add({ label: about.label, edits: result.edits });
    this.show({ savedAt: this.options.now(), lastProblem: null });
    return result;
  }

  /** One step back or forth. @returns its label, null when there is none or it could not be written */
  private async move(step: Step | null, moved: (by: readonly DoneEdit[]) => void): Promise<string | null> {
    if (!step) return null;
    const plan = await planTakeBack(step.edits, this.find, this.contextFor({}));
    const result = await this.write(plan.edits);
    if (result.status === 'failed') return null;
    moved(result.edits);
    const lastProblem = plan.left.length > 0 ? leftProblem(step.label, plan.left) : null;
    this.show({ savedAt: this.options.now(), lastProblem });
    return step.label;
  }

  private async write(
    edits: readonly DocumentEdit[],
    onProgress?: CommitAbout['onProgress'],
  ): Promise<WriteResult> {
    if (edits.length === 0) return { status: 'written', edits };
    this.show({ isSaving: true });
    const refused = this.refusal(edits);
    const result: WriteResult = refused
      ? { status: 'failed', problem: refused }
      : await this.journaled(edits, onProgress);
    this.show(
      result.status === 'failed' ? { isSaving: false, lastProblem: result.problem } : { isSaving: false },
    );
    return result;
  }

  private journaled(
    edits: readonly DocumentEdit[],
    onProgress: CommitAbout['onProgress'],
  ): Promise<WriteResult> {
    const { journal } = this;
    if (journal === null) return writeEdits(this.tables, edits, Promise.resolve(null), onProgress);
    return journal.whileSaving(async () => {
      // While the journal is flushed, and not before it is under way, documents are made ready for the database.
      const { recorded } = await journal.begin(edits);
      const result = await writeEdits(this.tables, edits, recorded, onProgress);
      if (result.status === 'failed') {
        await recorded;
        await journal.withdraw(edits);
      }
      return result;
    });
  }

  private contextFor(about: EditContext['about']): EditContext {
    return { at: this.options.now(), ...this.options.identity(), about, newId: this.options.newId };
  }

  /** Org unit of the office that keeps the register; null before the first set-up. */
  private homeOrgUnitId(): string | null {
    for (const setting of this.tables('settings').all())
      if ('homeOrgUnitId' in setting && typeof setting.homeOrgUnitId === 'string')
        return setting.homeOrgUnitId;
    return null;
  }

  private show(more: Partial<UndoState>): void {
    const [undoStep, redoStep] = [this.stack.nextUndo(), this.stack.nextRedo()];
    this.state.set({
      ...this.state.get(),
      canUndo: undoStep !== null,
      canRedo: redoStep !== null,
      undoLabel: undoStep?.label ?? null,
      redoLabel: redoStep?.label ?? null,
      ...more,
    });
  }
}

const failedAsWhole = (problem: Problem) => ({
  status: 'failed' as const,
  problems: [{ operation: null, problem }],
});

function leftProblem(label: string, left: readonly LeftAlone[]): Problem {
  const examples = left.slice(0, 3).map(({ collection, path }) => {
    const fields = path === null ? [] : schemaAt(collection, null, path).fields;
    return [collectionLabels[collection], ...fields.map((field) => field.label)].join('·');
  });
  const more = left.length > examples.length ? '等' : '';
  return dataProblems.undoLeftSome({ label, count: left.length, examples: examples.join('、') + more });
}
