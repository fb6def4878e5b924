/** What the page and the import worker say to each other. Every request has an id; long answers come in parts. */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { ImportContext, ImportProblem } from '@shared/import/model';
import type { PlannedOperation } from '@shared/import/plan-model';
import type {
  KeptPaths,
  OpenResult,
  PlanItemView,
  PlanRequest,
  PlanView,
  Progress,
  WorkbookOverview,
} from './desk-model';

/** Method of the desk → what it is asked with. */
export interface DeskRequests {
  open: { readonly file: File };
  read: { readonly context: ImportContext };
  texts: { readonly sheet: string };
  /** Replaces the documents of a collection, or adds to them. */
  register: {
    readonly collection: CollectionName;
    readonly documents: readonly DocumentOf<CollectionName>[];
    readonly isFirst: boolean;
  };
  plan: { readonly request: PlanRequest };
  draft: { readonly key: string };
  operations: { readonly kept: KeptPaths };
}
/** Method of the desk → its answer, and the elements of the list that follows it in parts. */
export interface DeskAnswers {
  open: { readonly value: OpenResult; readonly part: never };
  /** Problems may be thousands, so they follow in parts, each with the place of its sheet. */
  read: { readonly value: WorkbookOverview; readonly part: readonly [sheet: number, problem: ImportProblem] };
  texts: { readonly value: null; readonly part: readonly string[] };
  register: { readonly value: null; readonly part: never };
  plan: { readonly value: Omit<PlanView, 'items'>; readonly part: PlanItemView };
  draft: { readonly value: object | null; readonly part: never };
  operations: { readonly value: null; readonly part: PlannedOperation };
}
export type DeskMethod = keyof DeskRequests;

export type DeskRequest = {
  readonly [M in DeskMethod]: { readonly id: number; readonly method: M } & DeskRequests[M];
}[DeskMethod];

export type DeskMessage =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly kind: 'part'; readonly part: readonly unknown[] }
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };
