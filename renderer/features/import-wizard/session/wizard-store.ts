/**
 * Runs one import: tells the worker what the clerk said, and the screens what came of it. Lives as long as the
 * register is open, so leaving the page and coming back finds everything as it was.
 */
import type { ImportDesk, PlanView, Progress } from '@renderer/workers/import-desk/client';
import type { OrgUnit } from '@shared/domain/org-unit';
import { chinaDayOf } from '@shared/lib/day';
import { fileProblems } from '@shared/problems/file-problems';
import { type ImportTarget, reduceSession, type SessionAction } from './import-session';
import { isTargetComplete, proposeTarget } from './import-target';
import { LatestOnly } from './latest-only';
import { columnMemoryOf, officeOf, planBasis } from './plan-basis';
import { emptyWizard, sheetsOf, type WizardState } from './wizard-state';
import { type WriteParts, writeImport } from './write-import';

export interface WizardParts extends WriteParts {
  readonly openDesk: () => ImportDesk;
  /** Sets up an empty register for a township; @returns the township's id */
  readonly startOffice: (office: Extract<ImportTarget, { kind: 'newOffice' }>) => Promise<string>;
}

export class WizardStore {
  private state: WizardState = emptyWizard;
  private readonly listeners = new Set<() => void>();
  private desk: ImportDesk | null = null;
  /** Still opening: the desk in use stays until this one has read its file. */
  private newDesk: ImportDesk | null = null;
  private file: File | null = null;
  private draftTownshipId = '';
  private readonly reads = new LatestOnly();
  private readonly plans = new LatestOnly();

  constructor(private readonly parts: WizardParts) {}

  readonly get = (): WizardState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<WizardState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  readonly dispatch = (action: SessionAction): void => {
    const before = this.state.session;
    const session = reduceSession(before, action);
    if (session === before) return;
    if (action.type === 'startedAnew') {
      this.startAnew();
      return;
    }
    this.set({ session });
    if (session.input !== before.input) this.requestRead();
    const isPlanTouched =
      session.decisions !== before.decisions ||
      session.target !== before.target ||
      session.step !== before.step;
    if (isPlanTouched && session.step === 'differences') this.requestPlan();
  };

  private startAnew(): void {
    this.desk?.close();
    this.desk = null;
    this.file = null;
    this.reads.clear();
    this.plans.clear();
    this.set(emptyWizard);
  }

  // ---- file ------------------------------------------------------------------------------------------------

  /** Opens the first; the others wait for their turn. */
  readonly openFiles = (files: readonly File[]): void => {
    const [first, ...rest] = files;
    this.set({ queue: rest });
    if (first) void this.openFile(first);
  };

  /** Leaves the finished import for the next file of the queue. */
  readonly openNext = (): void => {
    const { queue } = this.state;
    this.startAnew();
    this.openFiles(queue);
  };

  /** A file that cannot be read changes nothing, not even an import under way. */
  readonly openFile = async (file: File): Promise<void> => {
    this.cancelOpening();
    const desk = this.parts.openDesk();
    this.newDesk = desk;
    const onProgress = (progress: Progress) =>
      this.set({ opening: { status: 'working', fileName: file.name, progress } });
    onProgress({ words: '正在读取文件', share: 0 });
    try {
      const result = await desk.open(file, onProgress);
      if (this.newDesk !== desk) return;
      if (result.status === 'refused') {
        desk.close();
        this.set({ opening: { status: 'refused', problem: result.problem } });
        return;
      }
      this.takeDesk(desk, file);
      const session = reduceSession(this.state.session, {
        type: 'fileOpened',
        file: { name: file.name, sizeBytes: result.sizeBytes, sha256: result.sha256 },
      });
      this.set({ ...emptyWizard, session, opening: this.state.opening, queue: this.state.queue });
      await this.readFirst(desk);
    } catch {
      desk.close();
      if (this.newDesk === desk || this.desk === desk) this.refuse(file);
    } finally {
      if (this.newDesk === desk) this.newDesk = null;
    }
  };

  private takeDesk(desk: ImportDesk, file: File): void {
    this.desk?.close();
    this.desk = desk;
    this.file = file;
    this.draftTownshipId = this.parts.store.newId();
    this.reads.clear();
    this.plans.clear();
  }

  private refuse(file: File): void {
    this.startAnew();
    this.set({
      opening: { status: 'refused', problem: fileProblems.stopped({ fileName: file.name }) },
    });
  }

  readonly cancelOpening = (): void => {
    this.newDesk?.close();
    this.newDesk = null;
    this.set({ opening: { status: 'idle' } });
  };

  /** Sheets hidden in the file are left out until the clerk takes them in (H9). */
  private async readFirst(desk: ImportDesk): Promise<void> {
    const overview = await desk.read(this.readContext());
    if (this.desk !== desk) return;
    this.set({ opening: { status: 'idle' }, reading: { status: 'ready', overview, isCurrent: true } });
    for (const { name, isHidden, kind } of overview.sheets)
      if (isHidden && kind !== 'unknown')
        this.dispatch({ type: 'sheetChosen', sheet: name, choice: { kind: 'unknown' } });
  }

  // ---- reading ----------------------------------------------------------------------------------------------

  private readContext() {
    const { sheetChoices, edits, answers } = this.state.session.input;
    return {
      asOf: this.today(),
      columnMemory: columnMemoryOf(this.parts.store),
      sheetChoices,
      edits,
      answers,
    };
  }

  private today(): string {
    return chinaDayOf(this.parts.store.now());
  }

  private requestRead(): void {
    const { reading, planning } = this.state;
    if (reading.status === 'ready') this.set({ reading: { ...reading, isCurrent: false } });
    if (planning.status === 'ready') this.set({ planning: { ...planning, isCurrent: false } });
    this.reads.run(async () => {
      const { desk, file } = this;
      const { input } = this.state.session;
      if (!desk || !file) return;
      try {
        const overview = await desk.read(this.readContext());
        if (this.desk !== desk) return;
        const isCurrent = this.state.session.input === input;
        this.set({ reading: { status: 'ready', overview, isCurrent } });
        if (isCurrent && this.state.session.step === 'differences') this.requestPlan();
      } catch {
        if (this.desk === desk) this.refuse(file);
      }
    });
  }

  /** Fetches the texts of a sheet once; the file does not change while it is open. */
  readonly loadTexts = (sheet: string): void => {
    const { desk } = this;
    if (!desk || this.state.texts[sheet]) return;
    desk.texts(sheet).then(
      (texts) => this.desk === desk && this.set({ texts: { ...this.state.texts, [sheet]: texts } }),
      () => this.file && this.desk === desk && this.refuse(this.file),
    );
  };

  // ---- planning ---------------------------------------------------------------------------------------------

  /** Chosen by the clerk, else proposed from the file; null = the clerk has to say. */
  readonly target = (): ImportTarget | null => {
    const { session } = this.state;
    if (session.target) return session.target;
    if (!session.file) return null;
    const file = { fileName: session.file.name, sheets: sheetsOf(this.state) };
    return proposeTarget(file, officeOf(this.parts.store), this.parts.store.table('orgUnits').all());
  };

  private requestPlan(): void {
    const { planning } = this.state;
    this.set({
      planning:
        planning.status === 'ready'
          ? { ...planning, isCurrent: false }
          : { status: 'working', progress: { words: '正在与台账比对', share: null } },
    });
    this.plans.run(async () => {
      const { desk, file } = this;
      const { session } = this.state;
      const target = this.target();
      if (!desk || !file || !isTargetComplete(target)) return;
      try {
        const plan = await this.planFor(desk, target);
        const isCurrent = this.state.session.input === session.input;
        if (this.desk === desk) this.set({ planning: { status: 'ready', plan, isCurrent } });
      } catch {
        if (this.desk === desk) this.refuse(file);
      }
    });
  }

  private planFor(desk: ImportDesk, target: ImportTarget): Promise<PlanView> {
    const { store } = this.parts;
    const { register, townshipId } = planBasis(store, target, this.draftTownshipId);
    const { decisions } = this.state.session;
    const request = { now: store.now(), townshipId, officeId: townshipId, asOf: this.today(), decisions };
    return desk.plan(request, register, (progress) => {
      if (this.state.planning.status === 'working') this.set({ planning: { status: 'working', progress } });
    });
  }

  /** Fields of a record this import would create. */
  readonly draftOf = async (key: string): Promise<object | null> => (await this.desk?.draftOf(key)) ?? null;

  // ---- writing ----------------------------------------------------------------------------------------------

  /** Writes all of it or, when something is refused, nothing. */
  readonly write = async (): Promise<void> => {
    const { desk, file } = this;
    const fileSha256 = this.state.session.file?.sha256;
    const target = this.target();
    if (!desk || !file || fileSha256 === undefined || !isTargetComplete(target)) return;
    if (this.state.writing.status === 'working') return;
    const onProgress = (doneCount: number, totalCount: number) =>
      this.set({ writing: { status: 'working', doneCount, totalCount } });
    onProgress(0, 0);
    const newTownship = await this.prepareTownship(desk, target);
    const operations = await desk.operations(this.state.session.kept);
    const request = { state: this.state, file, fileSha256, operations, newTownship, onProgress };
    const result = await writeImport(this.parts, request);
    if (result.status === 'failed') {
      this.set({ writing: { status: 'failed', problems: result.problems.map(({ problem }) => problem) } });
      return;
    }
    const session = reduceSession(this.state.session, { type: 'stepEntered', step: 'done' });
    this.set({ writing: { status: 'saved', result }, session });
  };

  /** @returns the township to create together with the records; null when it is in the register (by now) */
  private async prepareTownship(desk: ImportDesk, target: ImportTarget): Promise<OrgUnit | null> {
    if (target.kind !== 'newOffice')
      return planBasis(this.parts.store, target, this.draftTownshipId).newTownship;
    const township = { kind: 'township', townshipId: await this.parts.startOffice(target) } as const;
    this.set({ session: reduceSession(this.state.session, { type: 'targetChosen', target: township }) });
    // The same decisions and ids, with the township's own id in place of the draft's.
    await this.planFor(desk, township);
    return null;
  }
}
