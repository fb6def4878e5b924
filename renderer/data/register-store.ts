/**
 * What screens may ask of the register. They read plain objects from live tables and write by committing
 * operations; nothing outside this folder sees the database behind it.
 */
import type { CollectionName, DocumentOf, Register } from '@shared/domain/collections';
import type { CodeOf } from '@shared/domain/define';
import type { sources } from '@shared/domain/document';
import type { ContentOf } from '@shared/domain/draft';
import type { Problem } from '@shared/problems/problem';
import type { Finding } from './fingerprints/check-documents';
import type { StartCheck } from './fingerprints/start-check';
import type { RegisterCheck } from './journal/examine-register';
import type { JournaledEdit } from './journal/journal-lines';
import type { Replay } from './journal/replay-missing';
import type { SelfCheck } from './journal/self-check';
import type { Remembered } from './storage/local-memory';

export type Source = CodeOf<typeof sources>;

/**
 * A document to create. The store fills the bookkeeping; `orgUnitId` defaults to the township the document
 * belongs to (of its unit, organization, person …), else to the office's own level.
 */
export type NewDocument<C extends CollectionName> = ContentOf<C> & {
  readonly id?: string;
  readonly orgUnitId?: string;
  /** Default `manual`. */
  readonly source?: Source;
  readonly importBatchId?: string | null;
};

export interface CreateOperation<C extends CollectionName = CollectionName> {
  readonly op: 'create';
  readonly collection: C;
  readonly draft: NewDocument<C>;
}
export interface ChangeOperation {
  readonly op: 'change';
  readonly collection: CollectionName;
  readonly id: string;
  /** Dotted path → new value; `undefined` removes a map entry (`covers.<entryId>`). */
  readonly changes: Readonly<Record<string, unknown>>;
}
/** Soft: the document leaves the tables and can be brought back. */
export interface DeleteOperation {
  readonly op: 'delete' | 'restore';
  readonly collection: CollectionName;
  readonly id: string;
}
export type Operation =
  | { readonly [C in CollectionName]: CreateOperation<C> }[CollectionName]
  | ChangeOperation
  | DeleteOperation;

export interface CommitAbout {
  /** What the undo button will say: 修改联系电话, 导入台账.xlsx … */
  readonly label: string;
  /** Written into every edit, so that one click can take all of them back later. */
  readonly batchId?: string;
  /** Reason kept with the edits in the history. */
  readonly note?: string;
  /** False for set-up and demo data, which are removed in other ways. Default true. */
  readonly isUndoable?: boolean;
  /** Called after each written part with the number of documents so far and in total. */
  readonly onProgress?: (doneCount: number, totalCount: number) => void;
}

/** A problem and the operation (position in the commit) it belongs to; null = the commit as a whole. */
export interface OperationProblem {
  readonly operation: number | null;
  readonly problem: Problem;
}

export type CommitResult =
  /** `ids` has one entry per operation; `changedCount` leaves out operations that changed nothing. */
  | { readonly status: 'saved'; readonly ids: readonly string[]; readonly changedCount: number }
  /** Nothing of this commit is in the register. */
  | { readonly status: 'failed'; readonly problems: readonly OperationProblem[] };

/** Something a take-back did not touch. `path` null = a created document that was worked on since. */
export interface LeftAlone {
  readonly collection: CollectionName;
  readonly id: string;
  readonly path: string | null;
}

export type TakeBackResult =
  /** `left`: what somebody changed since, which keeps its present value. */
  | { readonly status: 'saved'; readonly changedCount: number; readonly left: readonly LeftAlone[] }
  | { readonly status: 'failed'; readonly problems: readonly OperationProblem[] };

/** A live in-memory table: filled once at start, then kept equal to the database, also across tabs. */
export interface LiveTable<D> {
  /** Documents that are not deleted. The same array until something changes. */
  all(): readonly D[];
  /** Deleted ones too, for history, bin and recounts of the past. Same array until something changes. */
  allIncludingDeleted(): readonly D[];
  get(id: string): D | undefined;
  getIncludingDeleted(id: string): D | undefined;
  /** Grows with every change. */
  readonly version: number;
  /** @returns stops listening */
  subscribe(listener: (changedIds: ReadonlySet<string>) => void): () => void;
}

/** A value that changes over time, in the shape useSyncExternalStore wants. */
export interface Observable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly isSaving: boolean;
  /** Instant of the last finished save; null = nothing saved since start. */
  readonly savedAt: string | null;
  /** Why the last save failed, or what an undo had to leave because it was changed since; null = fine. */
  readonly lastProblem: Problem | null;
}

export interface RegisterStore {
  table<C extends CollectionName>(name: C): LiveTable<DocumentOf<C>>;
  /** All tables at this moment, deleted documents included; the same object until something changes. */
  snapshot(): Register;
  /**
   * Saves operations as one undo step: all of them or none. Later operations may refer to documents created
   * by earlier ones and change them again.
   */
  commit(operations: readonly Operation[], about: CommitAbout): Promise<CommitResult>;
  /** Takes the last step back by new edits. @returns its label, null when there is none */
  undo(): Promise<string | null>;
  redo(): Promise<string | null>;
  /**
   * Takes back every edit of a batch that nobody changed since, as one undo step, at any later time.
   * @param also operations saved in the same step, for instance the mark on the batch itself
   */
  takeBackBatch(batchId: string, about: CommitAbout, also?: readonly Operation[]): Promise<TakeBackResult>;
  readonly undoState: Observable<UndoState>;
  /** For map entries and for documents that refer to each other inside one commit. */
  newId(): string;
  /** Present instant in UTC. */
  now(): string;
  /**
   * The register between two saves, for a backup.
   * `kept` is called once the backup is whole: the journal need not hold what it holds for ever.
   */
  forBackup(): Promise<{ readonly content: Register; readonly kept: () => Promise<void> }>;
  /** What the check at the start found; null without a journal. */
  readonly selfCheck: SelfCheck | null;
  /** What the check of all documents found that follows the start; null until one was done on this computer. */
  readonly startCheck: Observable<StartCheck | null>;
  /** A person has seen what is not as it was taken down, and goes on with the register as it is. */
  acceptAsFound(findings: readonly Finding[]): Promise<void>;
  /** Reads everything anew from the disk and compares it with memory and journal. Changes nothing. */
  examine(): Promise<RegisterCheck>;
  /** Puts back every edit of the journal that the register lacks. Takes nothing away. */
  repair(): Promise<Replay>;
  close(): Promise<void>;
  /**
   * Removes every document of the register from this device, for good. The store goes on, empty, and knows no county any
   * more. `isReplaced`: another register takes its place at once, and the device stays the county's.
   * `beforehand` is told what is about to go, when no save can come in between any more; should it fail, nothing goes.
   */
  clear(options?: {
    readonly isReplaced?: boolean;
    readonly beforehand?: (present: Present) => Promise<void>;
  }): Promise<void>;
}

/** The register as it is, with what belongs to it on this device. */
export interface Present {
  readonly register: Register;
  /** What sync remembers; null: the register was never enrolled. */
  readonly county: Remembered;
  /** Edits of the journal that found no document yet. */
  readonly leftEdits: readonly JournaledEdit[];
}
