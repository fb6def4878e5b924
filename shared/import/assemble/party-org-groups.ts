/**
 * Party organizations out of the rows that mention them (H23): rows that give one name are one organization with
 * several covers. Without a name nothing is put together silently; a name is proposed and asked.
 */
import { importProblems as problems } from '@shared/problems/import-problems';
import type { Problem } from '@shared/problems/problem';
import { labelOf } from '../columns/field-catalogue';
import { fixOf, labelOfValue } from '../fixes';
import type {
  FieldValue,
  FieldValues,
  ImportProblem,
  ReadCover,
  ReadPartyOrg,
  ReadPost,
  ReadUnit,
} from '../model';
import { firmKey, orgKey } from '../normalize-name';
import { cellOf, columnOf, type ParsedRow, type ParsedSheet } from '../parsed-rows';
import { unitNamesIn } from '../parsers/parse-unit-name';
import { type Answers, atCell, atRow } from '../place';
import { completeOrg, proposedName } from './org-names';
import { merged } from './record-values';

/** What one row says about an organization. */
export interface OrgClaim {
  readonly row: ParsedRow;
  /** As printed; null when the ledger has no name for it. */
  readonly name: string | null;
  readonly values: FieldValues;
  readonly units: readonly { readonly unitName: string; readonly unit: number | null }[];
  /** Further units named in a column of covers. */
  readonly named: readonly string[];
  readonly secretaries: readonly string[];
  readonly remarks: string | null;
  readonly posts?: readonly ReadPost[];
}

interface Group {
  readonly name: string | null;
  readonly claims: OrgClaim[];
}

export interface FinishedOrgs {
  readonly partyOrgs: readonly ReadPartyOrg[];
  readonly orgOfUnit: ReadonlyMap<number, number>;
  readonly problems: readonly ImportProblem[];
}

export class PartyOrgGroups {
  private readonly groups: Group[] = [];
  private readonly byName = new Map<string, number>();
  private readonly problems: ImportProblem[] = [];
  private byLikeness: ReadonlyMap<string, readonly OrgClaim[]> | null = null;

  constructor(private readonly sheet: ParsedSheet) {}

  add(claim: OrgClaim): number {
    const key = claim.name === null ? null : orgKey(claim.name);
    const known = key === null ? undefined : this.byName.get(key);
    if (known !== undefined) {
      this.groups[known]?.claims.push(claim);
      return known;
    }
    this.groups.push({ name: claim.name, claims: [claim] });
    if (key !== null) this.byName.set(key, this.groups.length - 1);
    return this.groups.length - 1;
  }

  /** @param indexOfName units of the sheet by firmKey, to tie named covers to their rows */
  finish(units: readonly ReadUnit[], indexOfName: ReadonlyMap<string, number>): FinishedOrgs {
    const orgOfUnit = new Map<number, number>();
    const partyOrgs = this.groups.map((group, index) => {
      const covers = this.coversOf(group, units, indexOfName);
      for (const { unit } of covers) if (unit !== null && !orgOfUnit.has(unit)) orgOfUnit.set(unit, index);
      return this.build(group, covers);
    });
    return { partyOrgs, orgOfUnit, problems: this.problems };
  }

  private coversOf(
    group: Group,
    units: readonly ReadUnit[],
    indexOfName: ReadonlyMap<string, number>,
  ): ReadCover[] {
    const covers = new Map<string, ReadCover>();
    const add = (row: number, unitName: string, unit: number | null): void => {
      const key = unit === null ? firmKey(unitName) : `#${unit}`;
      if (!covers.has(key)) covers.set(key, { row, unitName, unit });
    };
    for (const claim of group.claims) {
      for (const { unitName, unit } of claim.units) if (unitName !== '') add(claim.row.row, unitName, unit);
      for (const unitName of [...claim.named, ...this.coversInRemarks(claim)]) {
        const unit = indexOfName.get(firmKey(unitName)) ?? null;
        add(unit === null ? claim.row.row : (units[unit]?.row ?? claim.row.row), unitName, unit);
      }
    }
    return [...covers.values()];
  }

  /** 与甲公司、乙公司联合组建 in the remarks (H25): taken as covers, and asked. */
  private coversInRemarks(claim: OrgClaim): readonly string[] {
    const { remarks } = claim;
    const isJoint = claim.values['formation'] === 'joint' || /联合/.test(claim.name ?? '');
    if (remarks === null || !isJoint || !/联合|联建|共建|覆盖|共同|组成/.test(remarks)) return [];
    this.report(claim.row, 'unit.remarks', problems.remarkJoint({ found: remarks }, 'row.covers'));
    return unitNamesIn(remarks);
  }

  private build(group: Group, covers: readonly ReadCover[]): ReadPartyOrg {
    const [first] = group.claims;
    if (!first) throw new Error('a group has at least one claim');
    const details = group.claims.reduce<FieldValues>((all, { values }) => merged(all, values), {});
    const printed = first.row.values['partyOrg.name'];
    const name = group.name ?? (typeof printed === 'string' ? printed : proposedName(first, details));
    if (group.name === null) this.askName(first, details, name);
    this.compareDetails(group, name);
    if (details['formation'] === 'solo' && covers.length > 1) this.askSolo(first, name, covers.length);
    return {
      row: first.row.row,
      rows: group.claims.map(({ row }) => row.row),
      isHidden: group.claims.every(({ row }) => row.isHidden),
      values: completeOrg({ ...details, name }, covers.length),
      isNameProposed: group.name === null,
      covers,
      posts: postsOf(group.claims),
    };
  }

  private askName(claim: OrgClaim, details: FieldValues, name: string): void {
    if (details['formation'] !== 'joint') {
      const problem = problems.orgNameProposed({ name }, 'partyOrg.name');
      this.report(claim.row, 'partyOrg.name', problem, {
        fix: fixOf('partyOrg.name', name, `定名为${name}`),
      });
      return;
    }
    const alike = this.alikeTo(claim).filter((one) => one !== claim);
    const problem = problems.jointUnnamed({ name, alike: alike.map(({ row }) => row.row) }, 'partyOrg.name');
    const choices = [claim, ...alike.slice(0, choicesShown)].map((one) => {
      const proposed = proposedName(one, one.values);
      return fixOf('partyOrg.name', proposed, `定名为${proposed}`);
    });
    this.report(claim.row, 'partyOrg.name', problem, { choices });
  }

  /** Unnamed claims that look like this one, itself included. */
  private alikeTo(claim: OrgClaim): readonly OrgClaim[] {
    this.byLikeness ??= this.groupByLikeness();
    const likeness = likenessOf(claim);
    return likeness === null ? [] : (this.byLikeness.get(likeness) ?? []);
  }

  private groupByLikeness(): ReadonlyMap<string, readonly OrgClaim[]> {
    const groups = new Map<string, OrgClaim[]>();
    for (const { name, claims } of this.groups) {
      const [claim] = claims;
      const likeness = name === null && claim ? likenessOf(claim) : null;
      if (!claim || likeness === null) continue;
      const group = groups.get(likeness);
      if (group) group.push(claim);
      else groups.set(likeness, [claim]);
    }
    return groups;
  }

  private askSolo(claim: OrgClaim, org: string, count: number): void {
    const choices = [fixOf('partyOrg.formation', 'joint'), fixOf('partyOrg.formation', 'solo')];
    this.report(
      claim.row,
      'partyOrg.formation',
      problems.soloCoversMany({ org, count }, 'partyOrg.formation'),
      { choices },
    );
  }

  /** Joint branches are typed once per covered firm, and the copies drift apart. */
  private compareDetails(group: Group, org: string): void {
    if (group.claims.length < 2) return;
    for (const field of ['foundedOn', 'tier', 'formation', 'secretarySource', 'phone']) {
      const said = group.claims.map(({ values }) => values[field] ?? null);
      this.askDifference(group, org, `partyOrg.${field}`, said);
    }
    const secretaries = group.claims.map(({ secretaries: [name] }) => name ?? null);
    this.askDifference(group, org, 'partyOrg.secretary', secretaries);
  }

  private askDifference(group: Group, org: string, field: string, said: readonly FieldValue[]): void {
    const different = [...new Set(said.filter((value) => value !== null))];
    const [first] = group.claims;
    if (different.length < 2 || !first) return;
    const values = different.map((value) => labelOfValue(field, value));
    const problem = problems.orgDetailsDiffer({ org, label: labelOf(field), values }, field);
    this.report(first.row, field, problem, { choices: different.map((value) => fixOf(field, value)) });
  }

  private report(row: ParsedRow, field: string, problem: Problem, answers: Answers = {}): void {
    const column = columnOf(this.sheet, field);
    this.problems.push(
      column === null
        ? atRow(row.row, problem, answers)
        : atCell(row.row, column, cellOf(this.sheet, row.row, field), problem, answers),
    );
  }
}

/** Joint branches of one secretary, founded at one time, may well be one. null = says too little to compare. */
function likenessOf({ values, secretaries: [secretary] }: OrgClaim): string | null {
  return values['formation'] !== 'joint' || secretary === undefined
    ? null
    : `${secretary} ${String(values['foundedOn'] ?? '')}`;
}
/** More names than this on buttons help nobody. */
const choicesShown = 5;

/** The secretary of the first row that names one; others were asked. */
function postsOf(claims: readonly OrgClaim[]): readonly ReadPost[] {
  const named = claims.find(({ secretaries }) => secretaries.length > 0);
  const secretaries = (named?.secretaries ?? []).map(
    (name, i): ReadPost => ({ row: named?.row.row ?? 0, post: i === 0 ? 'secretary' : 'deputy', name }),
  );
  const others = claims.flatMap(({ posts }) => posts ?? []);
  return [...secretaries.slice(0, 1), ...others];
}
