/** Party organizations of a file with what they cover and who serves in them. One joint org is one document. */
import type { Cover, PartyOrg, Post } from '@shared/domain/party-org';
import { holdsOn } from '@shared/domain/span';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import type { Problem } from '@shared/problems/problem';
import type { UnitMatcher } from './06-match-records';
import { fieldChanges, type MergeMode, nestFields } from './field-changes';
import { PartyOrgMatcher } from './match-party-org';
import type { FieldValues, ReadPartyOrg, ReadPost, ReadSheet } from './model';
import { orgKey, personKey } from './normalize-name';
import type { MentionPlanner } from './plan-mentions';
import type { FieldChange, PlannedDraft } from './plan-model';
import type { Planning } from './planning';
import { nameOf } from './read-values';

interface Row {
  readonly read: ReadPartyOrg;
  readonly sheet: ReadSheet;
  readonly key: string;
}

/** Superiors before those under them, so that the link to the superior finds it. */
const tierOrder: readonly unknown[] = ['committee', 'generalBranch'];
const rankOf = ({ read }: Row): number => {
  const rank = tierOrder.indexOf(read.values['tier'] ?? null);
  return rank < 0 ? tierOrder.length : rank;
};

export class PartyOrgPlanner {
  readonly matcher: PartyOrgMatcher;

  constructor(
    private readonly planning: Planning,
    private readonly units: UnitMatcher,
    private readonly mentions: MentionPlanner,
    private readonly unitIds: ReadonlyMap<ReadSheet, readonly (string | null)[]>,
  ) {
    this.matcher = new PartyOrgMatcher(planning);
  }

  plan(sheets: readonly ReadSheet[]): void {
    const rows = sheets.flatMap((sheet) =>
      sheet.partyOrgs.map(
        (read, i): Row => ({ read, sheet, key: `${sheet.name}|partyOrgs|${read.row}|${i}` }),
      ),
    );
    for (const row of [...rows].sort((a, b) => rankOf(a) - rankOf(b))) this.planRow(row);
  }

  private planRow(row: Row): void {
    const { read, sheet, key } = row;
    const covered = this.coveredBy(row);
    // An organization only known by units that nobody has decided about yet says nothing on its own.
    if (read.covers.length > 0 && covered.length === 0 && (read.isNameProposed || !this.named(row))) {
      this.addWaiting(row);
      return;
    }
    const name = nameOf(read);
    const match = this.matcher.match(name, read.isNameProposed, covered);
    const before = match.kind === 'one' ? (this.planning.recordOf<PartyOrg>(match.id) ?? null) : null;
    const id = this.planning.settle({
      key,
      sheet: sheet.name,
      rows: read.rows,
      collection: 'partyOrgs',
      label: before && read.isNameProposed ? before.name : name,
      isHidden: read.isHidden && this.unitIds.get(sheet)?.length === 0,
      match,
      problems: match.kind === 'ask' ? [] : this.notesOn(row, before, covered),
      takesProblems: true,
      build: (newId) => this.draftOf(row, newId, covered),
      changesTo: (record, mode) => this.changesTo(row, record, mode, covered),
    });
    if (id !== null) this.matcher.add(id);
  }

  private named({ read }: Row): boolean {
    return this.matcher.named(nameOf(read)) !== null;
  }

  private addWaiting({ read, sheet, key }: Row): void {
    const documentId = this.planning.idFor(key);
    this.planning.items.push({
      ...{ key, sheet: sheet.name, row: read.row, rows: read.rows, collection: 'partyOrgs', documentId },
      ...{ outcome: 'skip', label: nameOf(read), draft: null, changes: [], decision: null },
      problems: [problems.waitsForUnit({})],
    });
  }

  private coveredBy({ read, sheet }: Row): string[] {
    const ids = this.unitIds.get(sheet) ?? [];
    const covered = read.covers.map((cover) =>
      cover.unit === null
        ? this.mentions.unitOf(cover.unitName, sheet, cover.row)
        : (ids[cover.unit] ?? null),
    );
    return [...new Set(covered.filter((id) => id !== null))];
  }

  private draftOf(row: Row, id: string, covered: readonly string[]): PlannedDraft<'partyOrgs'> {
    const values = this.linked(row.read.values);
    const covers = covered.map((unitId): [string, Cover] => [
      this.planning.idFor(`${row.key}|cover|${unitId}`),
      { unitId, from: null, to: null },
    ]);
    const posts = row.read.posts.map((post, i): [string, Post] => [
      this.planning.idFor(`${row.key}|post|${i}`),
      { personId: null, name: post.name, post: post.post, from: null, to: null },
    ]);
    const isSolo = covered.length === 1 && values['formation'] !== 'joint';
    // Values carry the reader's own types, field by field; the store validates the whole before it writes.
    return {
      ...nestFields(values),
      ...{ id, orgUnitId: this.planning.context.officeId, name: nameOf(row.read) },
      status: values['status'] ?? 'active',
      hostUnitId: isSolo ? covered[0] : null,
      covers: Object.fromEntries(covers),
      posts: Object.fromEntries(posts),
    } as PlannedDraft<'partyOrgs'>;
  }

  private changesTo(row: Row, record: object, mode: MergeMode, covered: readonly string[]): FieldChange[] {
    // Records under organization ids are organizations, or drafts of them.
    const known = record as PartyOrg;
    const { name, ...values } = this.linked(row.read.values);
    const isRenamed = !row.read.isNameProposed && orgKey(known.name) !== orgKey(nameOf(row.read));
    const changes = [
      ...(isRenamed ? fieldChanges(known, { name: name ?? null }, mode) : []),
      ...fieldChanges(known, values, mode),
      ...this.coverChanges(row, known, covered),
      ...row.read.posts.flatMap((post, i) => this.postChanges(row, known, post, i, mode)),
    ];
    // Two new secretaries end the term of the old one only once.
    return changes.filter(({ path }, i) => changes.findIndex((other) => other.path === path) === i);
  }

  /** The superior as a link where the register has it; by name elsewhere. */
  private linked(values: FieldValues): FieldValues {
    const superior = values['superiorName'];
    const id = typeof superior === 'string' ? this.matcher.named(superior) : null;
    return id === null ? values : { ...values, superiorName: null, superiorId: id };
  }

  private coverChanges(row: Row, known: PartyOrg, covered: readonly string[]): FieldChange[] {
    const { asOf } = this.planning.context;
    const covers = Object.values(known.covers ?? {});
    return covered
      .filter((unitId) => !covers.some((cover) => cover.unitId === unitId && holdsNow(cover, asOf)))
      .map((unitId) => ({
        path: `covers.${this.planning.idFor(`${row.key}|cover|${unitId}`)}`,
        before: undefined,
        // Nobody knows since when; a day before the file's would rewrite what was counted then.
        after: { unitId, from: this.isNew(known) ? null : asOf, to: null },
      }));
  }

  private postChanges(row: Row, known: PartyOrg, read: ReadPost, at: number, mode: MergeMode): FieldChange[] {
    const { asOf } = this.planning.context;
    const open = Object.entries(known.posts ?? {}).filter(
      ([, post]) => post.post === read.post && holdsNow(post, asOf),
    );
    if (open.some(([, post]) => personKey(post.name) === personKey(read.name))) return [];
    if (mode === 'fill' && read.post === 'secretary' && open.length > 0) return [];
    // There is one secretary; of the other posts there may be several.
    const stays = (name: string): boolean =>
      row.read.posts.some((other) => other.post === read.post && personKey(other.name) === personKey(name));
    const replaced =
      read.post === 'secretary' && !this.isNew(known) ? open.filter(([, post]) => !stays(post.name)) : [];
    const after: Post = { personId: null, name: read.name, post: read.post, from: null, to: null };
    return [
      ...replaced.map(([id]) => ({ path: `posts.${id}.to`, before: null, after: asOf })),
      {
        path: `posts.${this.planning.idFor(`${row.key}|post|${at}`)}`,
        before: undefined,
        after: replaced.length > 0 ? { ...after, from: asOf } : after,
      },
    ];
  }

  /** Planned by an earlier row of this file, not yet in the register. */
  private isNew(known: PartyOrg): boolean {
    return known.rev === undefined;
  }

  private notesOn({ read }: Row, known: PartyOrg | null, covered: readonly string[]): Problem[] {
    const elsewhere = covered.flatMap((unitId) =>
      this.matcher
        .covering(unitId)
        .filter((id) => id !== known?.id)
        .map((id) =>
          problems.coveredElsewhere(
            { unit: this.units.unit(unitId).name, other: this.matcher.org(id).name },
            'covers',
          ),
        ),
    );
    return [...elsewhere, ...(known ? this.secretaryNotes(read, known) : [])];
  }

  private secretaryNotes(read: ReadPartyOrg, known: PartyOrg): Problem[] {
    const { asOf } = this.planning.context;
    const now = read.posts.find((post) => post.post === 'secretary');
    const before = Object.values(known.posts ?? {}).find(
      (post) => post.post === 'secretary' && holdsNow(post, asOf),
    );
    if (!now || !before || this.isNew(known) || personKey(now.name) === personKey(before.name)) return [];
    return [problems.secretaryReplaced({ before: before.name, after: now.name, on: asOf }, 'posts')];
  }
}

/** Also for spans that begin later than the file: what starts next month is not missing. */
const holdsNow = (span: { readonly from: string | null; readonly to: string | null }, day: string): boolean =>
  holdsOn({ from: null, to: span.to }, day);
