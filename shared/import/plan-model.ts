/**
 * What an import would do to the register, record by record, before anything is written. A plan is plain data
 * made from what was read and the register; decisions are answers a clerk gives to its questions, and planning
 * again with them yields the plan they lead to (links between records follow).
 */
import type { CollectionName, Register } from '@shared/domain/collections';
import type { IdentifiedContentOf } from '@shared/domain/draft';
import type { NewId } from '@shared/lib/ids';
import type { Problem } from '@shared/problems/problem';
import type { ReadWorkbook } from './model';

/** Collections an import writes, in the order records depend on each other. */
export const plannedCollections = [
  'orgUnits',
  'units',
  'partyOrgs',
  'instructors',
  'partyRooms',
  'people',
] as const satisfies readonly CollectionName[];
export type PlannedCollection = (typeof plannedCollections)[number];

/** A document to create: id given beforehand so that links between new records hold. */
export type PlannedDraft<C extends PlannedCollection> = IdentifiedContentOf<C>;

/** One path of an existing document, before and after; `undefined` = the map entry is not there. */
export interface FieldChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** 'skip' = nothing is written for this row: decided so, or it hangs on a row still to be decided. */
export type Outcome = 'create' | 'change' | 'unchanged' | 'decide' | 'skip';

export interface DecisionOption {
  /**
   * `create` (or `create:<kind>`, where the kind is part of the answer), `skip`, `merge:<id>` (the record is that
   * one; the file's values win) or `fill:<id>` (it is that one; only its empty fields are filled).
   */
  readonly code: string;
  /** Button text. */
  readonly label: string;
  /** What the row becomes with this answer, for a preview beside the button. */
  readonly outcome: Exclude<Outcome, 'decide'>;
  /** The record chosen; null for create and skip. */
  readonly documentId: string | null;
  readonly changes: readonly FieldChange[];
}

export interface Decision {
  readonly question: Problem;
  readonly options: readonly DecisionOption[];
  /** Code of the option taken; null = still open. */
  readonly chosen: string | null;
  /** Code of the option most likely right, for 全部按建议处理; null when none is. */
  readonly proposed: string | null;
  /** What the question is known by in a later import; null when it cannot be. */
  readonly memoryKey: string | null;
  /** `chosen` is the answer of an earlier import; nobody has said anything in this one. */
  readonly isRemembered: boolean;
}

interface Item<C extends PlannedCollection> {
  /** The same for the same place of the same file at every planning; decisions are kept by it. */
  readonly key: string;
  readonly sheet: string;
  /** First sheet row behind the item, 1-based. */
  readonly row: number;
  readonly rows: readonly number[];
  readonly collection: C;
  /** The existing document, or the id given to the new one. */
  readonly documentId: string;
  readonly outcome: Outcome;
  /** Name a clerk knows the record by. */
  readonly label: string;
  /** The whole new document; null unless outcome is create. */
  readonly draft: PlannedDraft<C> | null;
  /** What becomes different on the existing document; empty unless outcome is change. */
  readonly changes: readonly FieldChange[];
  /** Problems of its rows as read, and what matching noticed. */
  readonly problems: readonly Problem[];
  /** Present when somebody has, or had, to choose. */
  readonly decision: Decision | null;
}
export type PlanItem = { readonly [C in PlannedCollection]: Item<C> }[PlannedCollection];

/** Item key → code of the option taken. */
export type Decisions = Readonly<Record<string, string>>;

export interface PlanContext {
  /** Instant of planning. */
  readonly now: string;
  readonly newId: NewId;
  /** Township the file belongs to: villages are looked for, and created, under it. */
  readonly townshipId: string;
  /** 所属单位 of what is created: the township itself, or the level that keeps the register for it. */
  readonly officeId: string;
  /** Day the file speaks of (YYYY-MM-DD): start of covers, posts and assignments that replace others. */
  readonly asOf: string;
  /** To recognize a file sent again; null when unknown. */
  readonly fileSha256: string | null;
  readonly decisions: Decisions;
  /** Ids given by an earlier planning of the same file, so that a new decision does not change them. */
  readonly ids: Readonly<Record<string, string>>;
}

/** An earlier import of the very same bytes. */
export interface EarlierImport {
  readonly batchId: string;
  readonly fileName: string;
  readonly importedAt: string;
}

export interface ImportPlan {
  readonly fileName: string;
  /** In the order of the sheets; items that others depend on come first. */
  readonly items: readonly PlanItem[];
  /** Problems that belong to no item: of the file, of sheets and of their total rows. */
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** null = this file was not imported before, or that import was undone. */
  readonly earlier: EarlierImport | null;
  /** Every record of the file is in the register just so, or left out by decision. */
  readonly isNothingNew: boolean;
  readonly ids: Readonly<Record<string, string>>;
  readonly decisions: Decisions;
  /** What it was planned from, to plan again with decisions. */
  readonly source: {
    readonly read: ReadWorkbook;
    readonly register: Register;
    readonly context: PlanContext;
  };
}

/** The writes a plan leads to: creations whole, changes by path, dependencies first. */
export type PlannedOperation =
  | {
      readonly [C in PlannedCollection]: {
        readonly op: 'create';
        readonly collection: C;
        readonly draft: PlannedDraft<C> & { readonly source: 'import' };
      };
    }[PlannedCollection]
  | {
      readonly op: 'change';
      readonly collection: PlannedCollection;
      readonly id: string;
      /** Dotted path → new value; `undefined` removes a map entry. */
      readonly changes: Readonly<Record<string, unknown>>;
    };
