/** Everything the wizard's screens show: the session, and how far the worker is with what follows from it. */
import type { ImportResult } from '@renderer/data/import-batches';
import type {
  PlanView,
  Progress,
  SheetOverview,
  SheetTexts,
  WorkbookOverview,
} from '@renderer/workers/import-desk/client';
import type { Problem } from '@shared/problems/problem';
import { emptySession, type ImportSession } from './import-session';

export type Opening =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly fileName: string; readonly progress: Progress }
  | { readonly status: 'refused'; readonly problem: Problem };

/** `isCurrent` false: shown is what was before the last change; the new state is being made. */
export type Reading =
  | { readonly status: 'none' }
  | { readonly status: 'ready'; readonly overview: WorkbookOverview; readonly isCurrent: boolean };

export type Planning =
  | { readonly status: 'none' }
  | { readonly status: 'working'; readonly progress: Progress }
  | { readonly status: 'ready'; readonly plan: PlanView; readonly isCurrent: boolean };

export type Writing =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly doneCount: number; readonly totalCount: number }
  | { readonly status: 'failed'; readonly problems: readonly Problem[] }
  | { readonly status: 'saved'; readonly result: Extract<ImportResult, { status: 'saved' }> };

export interface WizardState {
  /** Chosen together with the file under way, to be imported after it. */
  readonly queue: readonly File[];
  readonly session: ImportSession;
  readonly opening: Opening;
  readonly reading: Reading;
  readonly planning: Planning;
  readonly writing: Writing;
  /** Texts by sheet name, fetched when a sheet is first looked at. */
  readonly texts: Readonly<Record<string, SheetTexts>>;
}

export const emptyWizard: WizardState = {
  queue: [],
  session: emptySession,
  opening: { status: 'idle' },
  reading: { status: 'none' },
  planning: { status: 'none' },
  writing: { status: 'idle' },
  texts: {},
};

const nothing: readonly SheetOverview[] = [];
export const sheetsOf = (state: WizardState): readonly SheetOverview[] =>
  state.reading.status === 'ready' ? state.reading.overview.sheets : nothing;

/** Sheets that are taken in, in the order of the file. */
export const takenSheets = (state: WizardState): readonly SheetOverview[] =>
  sheetsOf(state).filter(({ kind }) => kind !== 'unknown');
