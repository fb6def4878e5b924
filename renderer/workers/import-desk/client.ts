/** The page's end of an import: a worker that keeps the file's cells, reads them and plans what to write. */
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import type { ImportContext, ImportProblem } from '@shared/import/model';
import type { PlannedOperation } from '@shared/import/plan-model';
import type { DeskAnswers, DeskMessage, DeskMethod, DeskRequests } from './desk-messages';
import type {
  KeptPaths,
  OpenResult,
  PlanRequest,
  PlanView,
  Progress,
  SheetTexts,
  WorkbookOverview,
} from './desk-model';

export type {
  KeptPaths,
  OpenResult,
  PlanItemView,
  PlanView,
  Progress,
  RecordKind,
  SheetOverview,
  SheetTexts,
  WorkbookOverview,
} from './desk-model';
export { recordKinds } from './desk-model';

export interface ImportDesk {
  open(file: File, onProgress: (progress: Progress) => void): Promise<OpenResult>;
  read(context: ImportContext): Promise<WorkbookOverview>;
  texts(sheet: string): Promise<SheetTexts>;
  plan(request: PlanRequest, register: Register, onProgress: (progress: Progress) => void): Promise<PlanView>;
  /** The new record planned under this key. */
  draftOf(key: string): Promise<object | null>;
  operations(kept: KeptPaths): Promise<readonly PlannedOperation[]>;
  /** Stops whatever runs; open promises never settle. */
  close(): void;
}

interface Waiting {
  readonly parts: unknown[];
  readonly onProgress: (progress: Progress) => void;
  readonly resolve: (answer: { readonly value: unknown; readonly parts: unknown[] }) => void;
  readonly reject: (reason: Error) => void;
}
interface Answer<M extends DeskMethod> {
  readonly value: DeskAnswers[M]['value'];
  readonly parts: DeskAnswers[M]['part'][];
}
type Ask = <M extends DeskMethod>(
  method: M,
  request: DeskRequests[M],
  onProgress?: (progress: Progress) => void,
) => Promise<Answer<M>>;

/** Rejects only when the worker itself breaks; bad files are answers. */
export function openImportDesk(): ImportDesk {
  const worker = new Worker(new URL('./import-desk.worker.ts', import.meta.url), { type: 'module' });
  const ask = askThrough(worker);
  const sendRegister = registerSender(ask);
  return {
    open: async (file, onProgress) => (await ask('open', { file }, onProgress)).value,
    read: async (context) => withProblems(await ask('read', { context })),
    texts: async (sheet) => (await ask('texts', { sheet })).parts,
    plan: async (request, register, onProgress) => {
      await sendRegister(register);
      const { value, parts } = await ask('plan', { request }, onProgress);
      return { ...value, items: parts };
    },
    draftOf: async (key) => (await ask('draft', { key })).value,
    operations: async (kept) => (await ask('operations', { kept })).parts,
    close: () => worker.terminate(),
  };
}

function withProblems({ value, parts }: Answer<'read'>): WorkbookOverview {
  const bySheet = value.sheets.map((): ImportProblem[] => []);
  for (const [sheet, problem] of parts) bySheet[sheet]?.push(problem);
  return {
    ...value,
    sheets: value.sheets.map((sheet, index) => ({ ...sheet, problems: bySheet[index] ?? [] })),
  };
}

function askThrough(worker: Worker): Ask {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.onmessage = ({ data }: MessageEvent<DeskMessage>) => {
    const request = waiting.get(data.id);
    if (!request) return;
    if (data.kind === 'progress') request.onProgress(data.progress);
    else if (data.kind === 'part') for (const element of data.part) request.parts.push(element);
    else {
      waiting.delete(data.id);
      if (data.kind === 'failed') request.reject(new Error(data.reason));
      else request.resolve({ value: data.value, parts: request.parts });
    }
  };
  worker.onerror = (event) => {
    for (const request of waiting.values()) request.reject(new Error(event.message));
    waiting.clear();
  };
  return (method, request, onProgress = () => {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      // The worker answers each method with the types DeskAnswers lists for it.
      const settle = resolve as Waiting['resolve'];
      waiting.set(lastId, { parts: [], onProgress, resolve: settle, reject });
      worker.postMessage({ id: lastId, method, ...request });
    });
}

/** Copying a document costs the page about 10 µs: this many at a time stay well below a frame or two. */
const documentsPerMessage = 1000;
/** Collections a plan is made from; the others are large and of no use to it. */
const neededCollections = new Set<CollectionName>([
  'orgUnits',
  'units',
  'partyOrgs',
  'instructors',
  'partyRooms',
  'people',
  'settings',
]);

/** Sends what changed since the last time, in pieces with pauses between them. */
function registerSender(ask: Ask): (register: Register) => Promise<void> {
  const sent = new Map<CollectionName, readonly DocumentOf<CollectionName>[]>();
  return async (register) => {
    for (const collection of collectionNames) {
      const documents: readonly DocumentOf<CollectionName>[] = register[collection];
      if (!neededCollections.has(collection) || sent.get(collection) === documents) continue;
      for (let start = 0; start === 0 || start < documents.length; start += documentsPerMessage)
        await ask('register', {
          collection,
          documents: documents.slice(start, start + documentsPerMessage),
          isFirst: start === 0,
        });
      sent.set(collection, documents);
    }
  };
}
