/** People of a roster: found by resident id, then by name with the same organization or workplace. */
import type { Person } from '@shared/domain/person';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import type { Problem } from '@shared/problems/problem';
import { agrees, fieldChanges, nestFields } from './field-changes';
import { type Match, none, one, skipRow } from './match';
import type { PartyOrgMatcher } from './match-party-org';
import type { FieldValues, ReadPerson, ReadSheet } from './model';
import { exactKey, personKey } from './normalize-name';
import type { MentionPlanner } from './plan-mentions';
import type { PlannedDraft } from './plan-model';
import type { Planning } from './planning';
import { nameOf, textValue } from './read-values';
import { RecordIndex } from './record-index';
import { proposalOfRow } from './row-proposal';

/** Drafts hold fewer fields than documents. */
type PersonLike = Pick<Person, 'name'> & Partial<Person>;

export class PersonPlanner {
  private readonly index = new RecordIndex();

  constructor(
    private readonly planning: Planning,
    private readonly mentions: MentionPlanner,
    private readonly orgs: PartyOrgMatcher,
  ) {}

  add(id: string): void {
    const { name, idNo, idNoLegacy } = this.person(id);
    this.index.add('name', personKey(name), id);
    this.index.add('id', idNo, id);
    this.index.add('legacy', idNoLegacy ?? legacyOf(idNo ?? null), id);
  }

  private person(id: string): PersonLike {
    return this.planning.recordOf<PersonLike>(id) ?? { name: '' };
  }

  plan(sheets: readonly ReadSheet[]): void {
    for (const sheet of sheets)
      sheet.people.forEach((read, i) => {
        this.planRow(read, sheet, i);
      });
  }

  private planRow(read: ReadPerson, sheet: ReadSheet, index: number): void {
    const name = nameOf(read);
    const values = this.linked(read, sheet);
    const id = this.planning.settle({
      ...proposalOfRow('people', read, sheet, index),
      match: this.checked(this.match(name, values), name),
      build: (newId) => this.draftOf(values, name, newId),
      changesTo: (record, mode) => fieldChanges(record, values, mode),
    });
    if (id !== null) this.add(id);
  }

  private linked(read: ReadPerson, sheet: ReadSheet): FieldValues {
    const org = textValue(read.values, 'relationOrgName');
    const orgId = org === null ? null : this.orgs.named(org);
    return {
      ...read.values,
      ...(orgId === null ? {} : { relationOrgName: null, relationOrgId: orgId }),
      workUnitId:
        read.workUnitName === null ? null : this.mentions.unitOf(read.workUnitName, sheet, read.row),
    };
  }

  private match(name: string, values: FieldValues): Match {
    const [byId] = this.index.find('id', textValue(values, 'idNo'));
    if (byId !== undefined) {
      const other = this.person(byId).name;
      if (personKey(other) === personKey(name)) return one(byId);
      // One number cannot belong to two people, so a new record is no answer.
      return ask(problems.sameIdOtherName({ name, other }, 'idNo'), [{ id: byId, label: other }], false);
    }
    const legacy = textValue(values, 'idNoLegacy') ?? legacyOf(textValue(values, 'idNo'));
    const byLegacy = this.index.find('legacy', legacy).filter((id) => this.hasName(id, name));
    const named = this.index
      .find('name', personKey(name))
      .filter((id) => !contradicts(this.person(id), values));
    const sure = [...byLegacy, ...named.filter((id) => isSamePlace(this.person(id), values))];
    const [only] = new Set(sure);
    if (only !== undefined && new Set(sure).size === 1) return one(only);
    if (named.length === 0) return none;
    const candidates = named.map((id) => ({ id, label: this.person(id).name }));
    const { birthOn, phone } = this.person(named[0] ?? '');
    const detail = birthOn ?? phone ?? '未填身份证号和出生日期';
    return ask(problems.maybeSamePerson({ name, detail }, 'name'), candidates, true);
  }

  private hasName(id: string, name: string): boolean {
    return personKey(this.person(id).name) === personKey(name);
  }

  /** A second row of the file for one person is asked, not merged in silence. */
  private checked(match: Match, name: string): Match {
    const claim = match.kind === 'one' ? this.planning.claimOf(match.id) : null;
    if (match.kind !== 'one' || claim === null) return match;
    const question = problems.samePersonInFile({ name, otherRow: claim.row }, 'name');
    const hasId = (this.person(match.id).idNo ?? null) !== null;
    return ask(question, [{ id: match.id, label: name }], !hasId);
  }

  private draftOf(values: FieldValues, name: string, id: string): PlannedDraft<'people'> {
    // Values carry the reader's own types, field by field; the store validates the whole before it writes.
    return {
      ...nestFields(values),
      ...{ id, orgUnitId: this.planning.context.officeId, name },
      stage: values['stage'] ?? 'full',
    } as PlannedDraft<'people'>;
  }
}

/** The 15-digit number inside an 18-digit one of the last century. */
const legacyOf = (idNo: string | null): string | null =>
  idNo?.slice(6, 8) === '19' ? idNo.slice(0, 6) + idNo.slice(8, 17) : null;

/** Known on both sides and different: another person of the same name. */
function contradicts(known: PersonLike, values: FieldValues): boolean {
  const fields = ['idNo', 'gender', 'birthOn'] as const;
  return fields.some((field) => {
    const [a, b] = [known[field] ?? null, textValue(values, field)];
    if (a === null || b === null) return false;
    // Dates of different precision agree when one begins with the other.
    return field === 'birthOn' ? !agrees(a, b) && !agrees(b, a) : a !== b;
  });
}

function isSamePlace(known: PersonLike, values: FieldValues): boolean {
  const isSame = (field: 'relationOrgId' | 'workUnitId' | 'phone'): boolean =>
    textValue(values, field) !== null && known[field] === values[field];
  const org = textValue(values, 'relationOrgName');
  const isSameOrgName =
    org !== null && known.relationOrgName && exactKey(known.relationOrgName) === exactKey(org);
  return isSame('relationOrgId') || isSame('workUnitId') || isSame('phone') || Boolean(isSameOrgName);
}

const ask = (
  question: Problem,
  candidates: readonly { readonly id: string; readonly label: string }[],
  canCreate: boolean,
): Match => ({
  kind: 'ask',
  question,
  candidates,
  proposed: null,
  creates: canCreate ? [{ code: 'create', label: '是另一个人，新登记' }] : [],
  skipLabel: skipRow,
});
