/** Which Party organization a row speaks of: by its name, or as the only one that covers the row's unit. */
import type { PartyOrg } from '@shared/domain/party-org';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import type { Problem } from '@shared/problems/problem';
import { type Match, none, one, skipRow } from './match';
import { orgKey } from './normalize-name';
import type { Planning } from './planning';
import { RecordIndex } from './record-index';

/** Drafts hold fewer fields than documents. */
type OrgLike = Pick<PartyOrg, 'name'> & Partial<Pick<PartyOrg, 'covers' | 'status'>>;

export class PartyOrgMatcher {
  private readonly index = new RecordIndex();

  constructor(private readonly planning: Planning) {}

  org(id: string): OrgLike {
    return this.planning.recordOf<OrgLike>(id) ?? { name: '' };
  }

  add(id: string): void {
    const org = this.org(id);
    this.index.add('name', orgKey(org.name), id);
    for (const cover of Object.values(org.covers ?? {})) this.index.add('unit', cover.unitId, id);
  }

  /** Organizations in being that cover a unit on the day the file speaks of. */
  covering(unitId: string): readonly string[] {
    const { asOf } = this.planning.context;
    return this.index.find('unit', unitId).filter((id) => {
      const { covers = {}, status } = this.org(id);
      const isOpen = Object.values(covers).some(
        (cover) => cover.unitId === unitId && (cover.to === null || cover.to > asOf),
      );
      return status !== 'dissolved' && isOpen;
    });
  }

  /** Organization of just this name; null when none or several have it. */
  named(name: string): string | null {
    const found = this.index.find('name', orgKey(name)).filter((id) => this.org(id).status !== 'dissolved');
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** @param isNameProposed the ledger gives no name, so the units covered are the only clue */
  match(name: string, isNameProposed: boolean, unitIds: readonly string[]): Match {
    const covering = [...new Set(unitIds.flatMap((unitId) => this.covering(unitId)))];
    const named = this.index.find('name', orgKey(name)).filter((id) => this.org(id).status !== 'dissolved');
    if (isNameProposed && covering.length === 1 && covering[0] !== undefined) return one(covering[0]);
    const both = named.filter((id) => covering.includes(id));
    const [sure] = both.length > 0 ? both : named;
    if (sure !== undefined && (both.length === 1 || named.length === 1)) return one(sure);
    if (named.length > 1 || (isNameProposed && covering.length > 1)) {
      const candidates = named.length > 1 ? named : covering;
      return this.ask(problems.severalOrgs({ name, count: candidates.length }, 'name'), candidates, null);
    }
    // An organization the file itself prints under another name is another one, not this one renamed.
    const renamed = covering.filter((id) => this.planning.claimOf(id) === null);
    const [other] = renamed;
    if (isNameProposed || other === undefined) return none;
    return this.ask(
      problems.orgRenamed({ name, other: this.org(other).name }, 'name'),
      renamed,
      unitIds.length === 1 && renamed.length === 1 ? other : null,
    );
  }

  private ask(question: Problem, ids: readonly string[], proposed: string | null): Match {
    return {
      kind: 'ask',
      question,
      candidates: ids.map((id) => ({ id, label: this.org(id).name })),
      proposed: proposed === null ? null : { mode: 'merge', id: proposed },
      creates: [{ code: 'create', label: '另建一个党组织' }],
      skipLabel: skipRow,
    };
  }
}
