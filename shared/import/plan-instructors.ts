/** Instructors, liaison officers and envoys of a file, with the units they are posted to. */
import type { Assignment, Instructor } from '@shared/domain/instructor';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import { agrees, fieldChanges, type MergeMode, nestFields } from './field-changes';
import { type Match, none, one, type Question, skipRow } from './match';
import type { ReadAssignment, ReadInstructor, ReadSheet } from './model';
import { exactKey, personKey } from './normalize-name';
import type { MentionPlanner } from './plan-mentions';
import type { FieldChange, PlannedDraft } from './plan-model';
import type { Planning } from './planning';
import { nameOf, textValue } from './read-values';
import { phonesOf, RecordIndex } from './record-index';

interface Posting {
  readonly read: ReadAssignment;
  readonly unitId: string;
  /** Id the assignment gets if it is new. */
  readonly entryId: string;
}
interface Row {
  readonly read: ReadInstructor;
  readonly sheet: ReadSheet;
  readonly key: string;
  readonly postings: readonly Posting[];
}
/** Drafts hold fewer fields than documents. */
type InstructorLike = Pick<Instructor, 'name'> & Partial<Instructor>;

export class InstructorPlanner {
  private readonly index = new RecordIndex();

  constructor(
    private readonly planning: Planning,
    private readonly mentions: MentionPlanner,
    private readonly unitIds: ReadonlyMap<ReadSheet, readonly (string | null)[]>,
  ) {}

  add(id: string): void {
    const { name, phone } = this.instructor(id);
    this.index.add('name', personKey(name), id);
    for (const one of phonesOf(phone)) this.index.add('phone', one, id);
  }

  plan(sheets: readonly ReadSheet[]): void {
    for (const sheet of sheets)
      sheet.instructors.forEach((read, i) => {
        this.planRow(read, sheet, `${sheet.name}|instructors|${read.row}|${i}`);
      });
  }

  private instructor(id: string): InstructorLike {
    return this.planning.recordOf<InstructorLike>(id) ?? { name: '' };
  }

  private planRow(read: ReadInstructor, sheet: ReadSheet, key: string): void {
    const postings = read.assignments.flatMap((assignment, i): Posting[] => {
      const unitId = this.unitOf(assignment, sheet);
      return unitId === null
        ? []
        : [{ read: assignment, unitId, entryId: this.planning.idFor(`${key}|assignment|${i}`) }];
    });
    const row: Row = { read, sheet, key, postings: uniquePostings(postings) };
    const id = this.planning.settle({
      key,
      sheet: sheet.name,
      rows: read.rows,
      collection: 'instructors',
      label: nameOf(read),
      isHidden: read.isHidden && sheet.kind === 'instructors',
      match: this.match(row),
      problems: postings.length < read.assignments.length ? [problems.waitsForUnit({}, 'assignments')] : [],
      takesProblems: true,
      build: (newId) => this.draftOf(row, newId),
      changesTo: (record, mode) => this.changesTo(row, record, mode),
    });
    if (id !== null) this.add(id);
  }

  private unitOf(assignment: ReadAssignment, sheet: ReadSheet): string | null {
    return assignment.unit === null
      ? this.mentions.unitOf(assignment.unitName, sheet, assignment.row)
      : (this.unitIds.get(sheet)?.[assignment.unit] ?? null);
  }

  private match(row: Row): Match {
    const name = nameOf(row.read);
    const phones = phonesOf(row.read.values['phone']);
    const byPhone = [...new Set(phones.flatMap((phone) => this.index.find('phone', phone)))];
    const same = byPhone.filter((id) => personKey(this.instructor(id).name) === personKey(name));
    if (same.length === 1 && same[0] !== undefined) return one(same[0]);
    if (byPhone[0] !== undefined) {
      const other = this.instructor(byPhone[0]).name;
      return this.ask(problems.samePhoneOtherName({ name, other, phone: phones[0] ?? '' }, 'phone'), byPhone);
    }
    return this.matchByName(row, name, phones);
  }

  private matchByName(row: Row, name: string, phones: readonly string[]): Match {
    const fromUnit = textValue(row.read.values, 'fromUnit');
    const open = this.index.find('name', personKey(name)).filter((id) => {
      const known = this.instructor(id);
      const hasOtherPhone = phones.length > 0 && phonesOf(known.phone).length > 0;
      return !hasOtherPhone && !(fromUnit && known.fromUnit && !isSameName(fromUnit, known.fromUnit));
    });
    const sure = open.filter((id) => {
      const known = this.instructor(id);
      const isSameOffice = fromUnit && known.fromUnit && isSameName(fromUnit, known.fromUnit);
      return isSameOffice || row.postings.some((posting) => findAssignment(known, posting) !== null);
    });
    if (sure.length === 1 && sure[0] !== undefined) return one(sure[0]);
    const [first] = open;
    if (first === undefined) return none;
    const { fromUnit: office, phone } = this.instructor(first);
    const detail = office ?? phone ?? '未填派出单位和电话';
    return this.ask(problems.maybeSamePerson({ name, detail }, 'name'), sure.length > 1 ? sure : open);
  }

  private ask(question: Question['question'], ids: readonly string[]): Match {
    return {
      kind: 'ask',
      question,
      candidates: ids.map((id) => ({ id, label: this.instructor(id).name })),
      proposed: null,
      creates: [{ code: 'create', label: '是另一个人，新登记' }],
      skipLabel: skipRow,
    };
  }

  private draftOf(row: Row, id: string): PlannedDraft<'instructors'> {
    const { values } = row.read;
    const assignments = row.postings.map(({ entryId, ...posting }) => [entryId, newAssignment(posting)]);
    // Values carry the reader's own types, field by field; the store validates the whole before it writes.
    return {
      ...nestFields(values),
      ...{ id, orgUnitId: this.planning.context.officeId, name: nameOf(row.read) },
      role: values['role'] ?? 'instructor',
      assignments: Object.fromEntries(assignments),
    } as PlannedDraft<'instructors'>;
  }

  private changesTo(row: Row, record: object, mode: MergeMode): FieldChange[] {
    // Records under instructor ids are instructors, or drafts of them.
    const known = record as InstructorLike;
    const { name, role, ...values } = row.read.values;
    // A ledger of both kinds has no column for the role: what is read is a guess that fills, never overrides.
    const isRoleSaid = row.sheet.columns.some(({ field }) => field === 'instructor.role');
    return [
      ...(isSameName(known.name, nameOf(row.read)) ? [] : fieldChanges(known, { name: name ?? null }, mode)),
      ...fieldChanges(known, { role: role ?? null }, isRoleSaid ? mode : 'fill'),
      ...fieldChanges(known, values, mode),
      ...row.postings.flatMap((posting) => assignmentChanges(known, posting, mode)),
    ];
  }
}

const isSameName = (a: string, b: string): boolean => exactKey(a) === exactKey(b);

const newAssignment = ({ read, unitId }: Omit<Posting, 'entryId'>): Partial<Assignment> => ({
  unitId,
  ...nestFields(read.values),
});

/** The posting as it is known: begun on the same day, even if ended since (an old file sent again), or still open. */
function findAssignment(known: InstructorLike, { read, unitId }: Posting): string | null {
  const there = Object.entries(known.assignments ?? {}).filter(([, entry]) => entry.unitId === unitId);
  const from = read.values['from'] ?? null;
  const same = there.find(([, entry]) => from !== null && agrees(entry.from ?? null, from));
  const open = there.find(([, entry]) => (entry.to ?? null) === null);
  return (same ?? open)?.[0] ?? null;
}

/** One unit listed twice for one person is one posting; the first mention stands, later ones fill its gaps. */
function uniquePostings(postings: readonly Posting[]): Posting[] {
  const byUnit = new Map<string, Posting>();
  for (const posting of postings) {
    const first = byUnit.get(posting.unitId);
    const known = Object.entries(first?.read.values ?? {}).filter(([, value]) => value !== null);
    const values = { ...posting.read.values, ...Object.fromEntries(known) };
    byUnit.set(posting.unitId, first ? { ...first, read: { ...first.read, values } } : posting);
  }
  return [...byUnit.values()];
}

function assignmentChanges(known: InstructorLike, posting: Posting, mode: MergeMode): FieldChange[] {
  const entryId = findAssignment(known, posting);
  if (entryId === null)
    return [{ path: `assignments.${posting.entryId}`, before: undefined, after: fullAssignment(posting) }];
  const entry = known.assignments?.[entryId];
  return fieldChanges(entry ?? {}, posting.read.values, mode).map((change) => ({
    ...change,
    path: `assignments.${entryId}.${change.path}`,
  }));
}

/** A change writes past the schema's defaults, so every field of the entry is named. */
const fullAssignment = (posting: Posting): Record<string, unknown> => ({
  from: null,
  to: null,
  plannedTo: null,
  docNo: null,
  purpose: null,
  visitPlan: null,
  declaredVisits: null,
  solvedIssues: null,
  endReason: null,
  annualGrade: null,
  remarks: null,
  ...newAssignment(posting),
});
