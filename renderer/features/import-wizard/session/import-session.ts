/**
 * One import from the file to the written batch, as plain data with one reducer. The file's cells stay in the
 * worker; what the clerk said about them is here, so every step can be left and entered again without loss.
 */
import type { Answer, CellEdit, SheetChoice } from '@shared/import/model';
import type { Decisions } from '@shared/import/plan-model';

export const wizardSteps = ['file', 'sheets', 'problems', 'differences', 'done'] as const;
export type WizardStep = (typeof wizardSteps)[number];
export const wizardStepLabels: Readonly<Record<WizardStep, string>> = {
  file: '选择文件',
  sheets: '工作表与列',
  problems: '核对问题',
  differences: '差异确认',
  done: '完成',
};

export interface SessionFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Whose records the file holds: the township its villages belong to. */
export type ImportTarget =
  | { readonly kind: 'township'; readonly townshipId: string }
  /** A county's office meets a township its register does not have yet. */
  | { readonly kind: 'newTownship'; readonly townshipName: string }
  /** The register is empty: this import also says whose it is. */
  | { readonly kind: 'newOffice'; readonly countyName: string; readonly townshipName: string };

/** What the reader runs with besides the cells; 撤回 goes back to the input before. */
export interface SessionInput {
  readonly sheetChoices: Readonly<Record<string, SheetChoice>>;
  readonly edits: readonly CellEdit[];
  readonly answers: readonly Answer[];
  /** Problems the clerk looked at and leaves as they are, by problem key. */
  readonly settled: readonly string[];
}

export interface ImportSession {
  readonly step: WizardStep;
  /** Farthest step entered: the step bar opens all up to it. */
  readonly reached: WizardStep;
  readonly file: SessionFile | null;
  readonly input: SessionInput;
  readonly past: readonly SessionInput[];
  readonly decisions: Decisions;
  /** Item key → paths whose value in the register stays (保留原值). */
  readonly kept: Readonly<Record<string, readonly string[]>>;
  /** null = as proposed from the file. */
  readonly target: ImportTarget | null;
}

export type SessionAction =
  | { readonly type: 'fileOpened'; readonly file: SessionFile }
  | { readonly type: 'stepEntered'; readonly step: WizardStep }
  | { readonly type: 'sheetChosen'; readonly sheet: string; readonly choice: SheetChoice }
  | {
      readonly type: 'columnMapped';
      readonly sheet: string;
      readonly columnIndex: number;
      readonly field: string | null;
    }
  /** `fields`: what the edited columns stand for; an earlier answer about them gives way to the typed text. */
  | { readonly type: 'cellsEdited'; readonly edits: readonly CellEdit[]; readonly fields: readonly string[] }
  | { readonly type: 'answered'; readonly answers: readonly Answer[] }
  | { readonly type: 'settled'; readonly keys: readonly string[] }
  | { readonly type: 'reopened'; readonly keys: readonly string[] }
  | { readonly type: 'takenBack' }
  | { readonly type: 'decided'; readonly decisions: Decisions }
  | {
      readonly type: 'fieldKept';
      readonly itemKey: string;
      readonly paths: readonly string[];
      readonly isKept: boolean;
    }
  | { readonly type: 'targetChosen'; readonly target: ImportTarget }
  | { readonly type: 'startedAnew' };

const emptyInput: SessionInput = { sheetChoices: {}, edits: [], answers: [], settled: [] };
export const emptySession: ImportSession = {
  step: 'file',
  reached: 'file',
  file: null,
  input: emptyInput,
  past: [],
  decisions: {},
  kept: {},
  target: null,
};

const order = (step: WizardStep): number => wizardSteps.indexOf(step);
/** Steps one may go to: back always, forward as far as one has been; after writing there is no way back in. */
export const canEnter = (session: ImportSession, step: WizardStep): boolean =>
  session.step === 'done' ? step === 'done' : order(step) <= order(session.reached);

/** Pure; unknown sheets, rows and keys are kept, for the file decides what they mean. */
export function reduceSession(session: ImportSession, action: SessionAction): ImportSession {
  switch (action.type) {
    case 'fileOpened':
      return { ...emptySession, step: 'sheets', reached: 'sheets', file: action.file };
    case 'startedAnew':
      return emptySession;
    case 'stepEntered':
      return {
        ...session,
        step: action.step,
        reached: order(action.step) > order(session.reached) ? action.step : session.reached,
      };
    case 'decided':
      return { ...session, decisions: { ...session.decisions, ...action.decisions } };
    case 'fieldKept':
      return { ...session, kept: keepFields(session.kept, action) };
    case 'targetChosen':
      return { ...session, target: action.target };
    case 'takenBack':
      return takeBack(session);
    default:
      return {
        ...session,
        past: [...session.past, session.input],
        input: reduceInput(session.input, action),
      };
  }
}

type InputAction = Extract<
  SessionAction,
  { readonly type: 'sheetChosen' | 'columnMapped' | 'cellsEdited' | 'answered' | 'settled' | 'reopened' }
>;

function reduceInput(input: SessionInput, action: InputAction): SessionInput {
  switch (action.type) {
    case 'sheetChosen':
      return { ...input, sheetChoices: withChoice(input.sheetChoices, action.sheet, action.choice) };
    case 'columnMapped': {
      const columns = {
        ...input.sheetChoices[action.sheet]?.columns,
        [action.columnIndex]: action.field,
      };
      return { ...input, sheetChoices: withChoice(input.sheetChoices, action.sheet, { columns }) };
    }
    case 'cellsEdited':
      return {
        ...input,
        edits: [
          ...input.edits.filter((old) => !action.edits.some((edit) => isSameCell(old, edit))),
          ...action.edits,
        ],
        answers: input.answers.filter(
          (answer) =>
            !(action.fields.includes(answer.field) && action.edits.some((edit) => isSameRow(answer, edit))),
        ),
      };
    case 'answered':
      return { ...input, answers: withAnswers(input.answers, action.answers) };
    case 'settled':
      return { ...input, settled: [...new Set([...input.settled, ...action.keys])] };
    case 'reopened':
      return { ...input, settled: input.settled.filter((key) => !action.keys.includes(key)) };
  }
}

/** A new kind means other columns: an earlier map of the columns would no longer fit. */
function withChoice(
  choices: SessionInput['sheetChoices'],
  sheet: string,
  choice: SheetChoice,
): SessionInput['sheetChoices'] {
  const { columns, ...before } = choices[sheet] ?? {};
  const isOtherKind = choice.kind !== undefined && choice.kind !== before.kind;
  const kept = isOtherKind || columns === undefined ? {} : { columns };
  return { ...choices, [sheet]: { ...before, ...kept, ...choice } };
}

interface Place {
  readonly sheet: string;
  readonly row: number;
}
const isSameRow = (a: Place, b: Place): boolean => a.sheet === b.sheet && a.row === b.row;
const isSameCell = (a: CellEdit, b: CellEdit): boolean => isSameRow(a, b) && a.columnIndex === b.columnIndex;
const answerKey = (answer: Omit<Answer, 'value'>): string =>
  `${answer.sheet}\n${answer.row}\n${answer.field}`;

function withAnswers(before: readonly Answer[], added: readonly Answer[]): Answer[] {
  const byKey = new Map<string, Answer>();
  for (const answer of [...before, ...added]) byKey.set(answerKey(answer), answer);
  return [...byKey.values()];
}

function takeBack(session: ImportSession): ImportSession {
  const input = session.past.at(-1);
  return input === undefined ? session : { ...session, input, past: session.past.slice(0, -1) };
}

function keepFields(
  kept: ImportSession['kept'],
  { itemKey, paths, isKept }: Extract<SessionAction, { type: 'fieldKept' }>,
): ImportSession['kept'] {
  const others = (kept[itemKey] ?? []).filter((path) => !paths.includes(path));
  return { ...kept, [itemKey]: isKept ? [...others, ...paths] : others };
}
