/** The work behind the desk: one file's cells, what was last read from them, and the last plan. */
import type { CollectionName, DocumentOf, Register } from '@shared/domain/collections';
import { planImport } from '@shared/import/07-build-preview';
import { applyDecisions } from '@shared/import/apply-decisions';
import type { ImportContext, ReadWorkbook, WorkbookCells } from '@shared/import/model';
import type { ImportPlan, PlanItem, PlannedOperation } from '@shared/import/plan-model';
import { readWorkbook } from '@shared/import/read-workbook';
import { textOf } from '@shared/import/sheet-view';
import type { NewId } from '@shared/lib/ids';
import { sha256 } from '@shared/lib/sha256';
import { findSizeProblem, readCells } from '../workbook/read-cells';
import {
  type KeptPaths,
  type OpenResult,
  overviewOf,
  type PlanItemView,
  type PlanRequest,
  type PlanView,
  type Progress,
  type SheetTexts,
  type WorkbookOverview,
} from './desk-model';

type OnProgress = (progress: Progress) => void;
/** The part of a File this needs, so that a test can hand in bytes. */
export interface OpenableFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

const emptyRegister: Register = {
  units: [],
  partyOrgs: [],
  people: [],
  instructors: [],
  partyRooms: [],
  activities: [],
  records: [],
  cases: [],
  assessments: [],
  orgUnits: [],
  settings: [],
  conflicts: [],
};

export class Desk {
  private cells: WorkbookCells | null = null;
  private texts = new Map<string, SheetTexts>();
  private sha256: string | null = null;
  private lastRead: ReadWorkbook | null = null;
  private plan: ImportPlan | null = null;
  private register: Register = emptyRegister;

  constructor(private readonly newId: NewId) {}

  async open(file: OpenableFile, onProgress: OnProgress): Promise<OpenResult> {
    // Before its bytes are in memory: a file of gigabytes must not take the page with it.
    const tooLarge = findSizeProblem(file.name, file.size);
    if (tooLarge) return { status: 'refused', problem: tooLarge };
    onProgress({ words: '正在读取文件', share: null });
    const bytes = new Uint8Array(await file.arrayBuffer());
    onProgress({ words: '正在拆解表格', share: null });
    const cells = await readCells(bytes, file.name);
    const problem = cells.problems.find(({ severity }) => severity === 'error');
    if (problem) return { status: 'refused', problem };
    this.cells = cells;
    this.sha256 = sha256(bytes);
    onProgress({ words: '正在识别表头和各列', share: null });
    return { status: 'opened', sizeBytes: bytes.length, sha256: this.sha256 };
  }

  read(context: ImportContext): WorkbookOverview {
    const cells = this.opened();
    const read = readWorkbook(cells, context);
    this.lastRead = read;
    const sheets = read.sheets.flatMap((sheet, index) => {
      const own = cells.sheets[index];
      return own ? [overviewOf(sheet, own, this.textsOf(sheet.name))] : [];
    });
    return { ...read, sheets };
  }

  /** Texts of a sheet as in the file, edits left out. */
  textsOf(name: string): SheetTexts {
    const known = this.texts.get(name);
    if (known) return known;
    const sheet = this.opened().sheets.find((entry) => entry.name === name);
    const texts = (sheet?.rows ?? []).map((row) => row.map(textOf));
    this.texts.set(name, texts);
    return texts;
  }

  setRegister(
    collection: CollectionName,
    documents: readonly DocumentOf<CollectionName>[],
    isFirst: boolean,
  ): void {
    const before: readonly DocumentOf<CollectionName>[] = isFirst ? [] : this.register[collection];
    this.register = { ...this.register, [collection]: [...before, ...documents] };
  }

  planWith(request: PlanRequest): PlanView {
    if (!this.lastRead) throw new Error('nothing was read yet');
    this.plan = planImport(this.lastRead, this.register, {
      ...request,
      newId: this.newId,
      fileSha256: this.sha256,
      ids: this.plan?.ids ?? {},
    });
    const { problems, counts, earlier, isNothingNew, items } = this.plan;
    return { problems, counts, earlier, isNothingNew, items: items.map(viewOf) };
  }

  /** A whole new record of the last plan; null when it creates none under this key. */
  draftOf(key: string): object | null {
    return this.plan?.items.find((item) => item.key === key)?.draft ?? null;
  }

  /** The writes of the last plan, without the fields whose value in the register stays. */
  operations(kept: KeptPaths): readonly PlannedOperation[] {
    if (!this.plan) throw new Error('nothing was planned yet');
    const items = this.plan.items.map((item) => keepOriginals(item, kept[item.key] ?? []));
    return applyDecisions({ ...this.plan, items }, this.plan.decisions);
  }

  private opened(): WorkbookCells {
    if (!this.cells) throw new Error('no file is open');
    return this.cells;
  }
}

function viewOf({ draft: _, ...item }: PlanItem): PlanItemView {
  return item;
}

/** An item whose every change is kept as it was changes nothing any more. */
function keepOriginals(item: PlanItem, paths: readonly string[]): PlanItem {
  if (item.outcome !== 'change' || paths.length === 0) return item;
  const changes = item.changes.filter(({ path }) => !paths.includes(path));
  return { ...item, changes, outcome: changes.length > 0 ? 'change' : 'unchanged' };
}
