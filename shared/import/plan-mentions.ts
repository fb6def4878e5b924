/** Units that other sheets only mention: where an instructor is posted, what an organization covers, where people work. */
import type { UnitMatcher } from './06-match-records';
import type { ReadSheet } from './model';
import { exactKey } from './normalize-name';
import type { FieldChange, PlannedDraft } from './plan-model';
import type { Planning } from './planning';

/** Endings of social organizations; everything else unknown is taken for a firm. */
const socialOrgName =
  /(?:协会|商会|学会|联合会|促进会|研究会|基金会|志愿.{0,4}(?:队|会)|幼儿园|养老院|敬老院|养老服务中心|门诊部|民办.*(?:学校|医院))\d*$/;

export class MentionPlanner {
  private readonly resolved = new Map<string, string | null>();

  constructor(
    private readonly planning: Planning,
    private readonly units: UnitMatcher,
  ) {}

  /** Id of the unit of this name; null while somebody has to say which one, or when it is left out. */
  unitOf(name: string, sheet: ReadSheet, row: number): string | null {
    const key = `units|mention|${exactKey(name)}`;
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const match = this.units.matchMentioned(name);
    const id = match.kind === 'one' ? match.id : this.settle(key, name, sheet, row);
    if (id !== null) this.units.add(id);
    this.resolved.set(key, id);
    return id;
  }

  private settle(key: string, name: string, sheet: ReadSheet, row: number): string | null {
    return this.planning.settle({
      key,
      sheet: sheet.name,
      rows: [row],
      collection: 'units',
      label: name,
      isHidden: false,
      match: this.units.matchMentioned(name),
      problems: [],
      takesProblems: false,
      build: (id) => this.draftOf(id, name),
      // Choosing an existing unit teaches the name it goes by here.
      changesTo: (record, _mode, id) => this.aliasChanges(record, id, name),
    });
  }

  private draftOf(id: string, name: string): PlannedDraft<'units'> {
    const { officeId, townshipId } = this.planning.context;
    const unitType = socialOrgName.test(name) ? 'socialOrg' : 'enterprise';
    return { id, orgUnitId: officeId, unitType, name, townshipId, status: 'operating' };
  }

  private aliasChanges(record: object, id: string, name: string): readonly FieldChange[] {
    if (this.units.hasName(id, name)) return [];
    // Units and their drafts hold nothing but text there.
    const before = (record as { formerNames?: readonly string[] }).formerNames ?? [];
    return [{ path: 'formerNames', before, after: [...before, name] }];
  }
}
