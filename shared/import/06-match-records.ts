/**
 * Step 6: which unit of the register, or of an earlier row of the file, a row speaks of. Order of proof: credit
 * code, then the name as typed, then former names, then the proper name with the same owner or telephone. What
 * falls short of proof is asked, with the candidates; a wrong merge is worse than a question.
 */
import { valueAt } from '@shared/domain/changes';
import type { Unit } from '@shared/domain/unit';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import type { Problem } from '@shared/problems/problem';
import { type Known, type Match, none, one, type Question, skipRow } from './match';
import type { FieldValues } from './model';
import { exactKey, firmKey, isOneCharacterApart, personKey } from './normalize-name';
import type { Planning } from './planning';
import { textValue } from './read-values';
import { phonesOf, RecordIndex } from './record-index';

/** The parts of a unit that tell it from others; drafts hold fewer fields than documents. */
type UnitLike = Partial<Pick<Unit, 'uscc' | 'formerNames' | 'townshipId' | 'siteIds'>> & {
  readonly name: string;
};

export interface UnitClues {
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly uscc: string | null;
  readonly owner: string | null;
  readonly phones: readonly string[];
  readonly townshipId: string;
  readonly siteId: string | null;
  /** Row the clues come from; a record another row of the file speaks for is never matched silently. */
  readonly key: string;
}

const textAt = (record: object, path: string): string | null => {
  const value = valueAt(record, path);
  return typeof value === 'string' && value !== '' ? value : null;
};
const ownerKeyOf = (record: object): string | null => {
  const owner = textAt(record, 'owner.name') ?? textAt(record, 'legalRep');
  return owner === null ? null : personKey(owner);
};

export function cluesOf(
  values: FieldValues,
  place: Pick<UnitClues, 'townshipId' | 'siteId' | 'key'>,
): UnitClues {
  const former = values['formerNames'];
  const owner = textValue(values, 'owner.name') ?? textValue(values, 'legalRep');
  return {
    name: textValue(values, 'name') ?? '',
    formerNames: Array.isArray(former) ? former : [],
    uscc: textValue(values, 'uscc'),
    owner: owner === null ? null : personKey(owner),
    phones: phonesOf(values['contact.phone']),
    ...place,
  };
}

export class UnitMatcher {
  private readonly index = new RecordIndex();

  constructor(
    private readonly planning: Planning,
    private readonly townshipNames: ReadonlyMap<string, string>,
  ) {}

  /** Also after a change, so that later rows find the new name. */
  add(id: string): void {
    const unit = this.unit(id);
    this.index.add('code', unit.uscc, id);
    this.index.add('name', exactKey(unit.name), id);
    for (const former of unit.formerNames ?? []) this.index.add('former', exactKey(former), id);
    this.index.add('firm', firmKey(unit.name), id);
    this.index.add('owner', ownerKeyOf(unit), id);
    for (const phone of phonesOf(textAt(unit, 'contact.phone'))) this.index.add('phone', phone, id);
  }

  unit(id: string): UnitLike {
    return this.planning.recordOf<UnitLike>(id) ?? { name: '' };
  }

  known(id: string): Known {
    return { id, label: this.unit(id).name };
  }

  /** The unit's name is this one, or was. */
  hasName(id: string, name: string): boolean {
    const { name: own, formerNames = [] } = this.unit(id);
    return [own, ...formerNames].some((each) => exactKey(each) === exactKey(name));
  }

  /** Unit holding a code, other than the one asking for it. */
  holderOf(uscc: string, id: string): string | null {
    return this.index.find('code', uscc).find((holder) => holder !== id) ?? null;
  }

  match(clues: UnitClues): Match {
    const [byCode] = this.index.find('code', clues.uscc);
    return this.checked(
      byCode === undefined ? this.matchByName(clues) : this.matchByCode(clues, byCode),
      clues,
    );
  }

  private matchByCode(clues: UnitClues, byCode: string): Match {
    const named = this.hasName(byCode, clues.name) ? [] : this.listCurrent(clues.name);
    // A unit of just this name without a code of its own is the row's unit: then the code is somebody else's.
    const own = named.filter((id) => !this.unit(id).uscc);
    if (own.length > 0) return this.matchNamed(clues, own);
    if (named.length > 0) {
      const names = { name: clues.name, other: this.unit(byCode).name };
      return this.ask(clues.name, problems.codeOfAnother(names, 'uscc'), named, null);
    }
    const isSameFirm =
      this.hasName(byCode, clues.name) ||
      firmKey(this.unit(byCode).name) === firmKey(clues.name) ||
      clues.formerNames.some((former) => this.hasName(byCode, former)) ||
      this.hasSameOwner(byCode, clues);
    if (isSameFirm) return one(byCode);
    const question = problems.sameCodeOtherName({ name: clues.name, other: this.unit(byCode).name }, 'uscc');
    return this.ask(clues.name, question, [byCode], 'merge', '作为新单位登记，信用代码留空');
  }

  private matchByName(clues: UnitClues): Match {
    const named = this.index.find('name', exactKey(clues.name));
    if (named.length > 0) return this.matchNamed(clues, named);
    const former = [
      ...this.index.find('former', exactKey(clues.name)),
      ...clues.formerNames.flatMap((name) => this.index.find('name', exactKey(name))),
    ].filter((id) => !this.hasOtherCode(id, clues));
    if (former.length > 0) {
      const sure = former.filter((id) => this.hasSameOwner(id, clues) || ownerKeyOf(this.unit(id)) === null);
      if (sure.length === 1 && sure[0] !== undefined && new Set(former).size === 1) return one(sure[0]);
      return this.askSimilar(clues, former);
    }
    // The name was a firm's that has another code now: perhaps that firm, perhaps one that took over the name.
    const [holder] = this.index.find('former', exactKey(clues.name));
    if (holder !== undefined) return this.askOtherCode(clues, [holder]);
    const firm = this.index.find('firm', firmKey(clues.name)).filter((id) => !this.hasOtherCode(id, clues));
    if (firm.length > 0) {
      const [only] = firm;
      return firm.length === 1 && only !== undefined && this.isVouchedFor(only, clues)
        ? one(only)
        : this.askSimilar(clues, firm);
    }
    const near = this.listNear(clues);
    return near.length > 0 ? this.askSimilar(clues, near) : none;
  }

  private matchNamed(clues: UnitClues, named: readonly string[]): Match {
    const free = named.filter((id) => !this.hasOtherCode(id, clues));
    const narrowed = [
      free.filter((id) => this.hasSameOwner(id, clues)),
      free.filter((id) => clues.siteId !== null && (this.unit(id).siteIds ?? []).includes(clues.siteId)),
      free,
    ].find((ids) => ids.length === 1);
    if (narrowed?.[0] !== undefined) return one(narrowed[0]);
    if (free.length > 1)
      return this.ask(
        clues.name,
        problems.severalUnits({ name: clues.name, count: free.length }, 'name'),
        free,
        null,
      );
    return this.askOtherCode(clues, named);
  }

  private askOtherCode(clues: UnitClues, ids: readonly string[]): Match {
    const codes = { code: clues.uscc ?? '', otherCode: this.unit(ids[0] ?? '').uscc ?? '' };
    return this.ask(
      clues.name,
      problems.sameNameOtherCode({ name: clues.name, ...codes }, 'uscc'),
      ids,
      null,
    );
  }

  /** Questions that hold whichever way the unit was found: another row has it, another township has it. */
  private checked(match: Match, clues: UnitClues): Match {
    if (match.kind !== 'one') return match;
    const claim = this.planning.claimOf(match.id);
    if (claim && claim.key !== clues.key) {
      const names = { name: clues.name, otherRow: claim.row, other: claim.label };
      return this.ask(
        clues.name,
        problems.sameUnitInFile(names, 'name'),
        [match.id],
        'fill',
        '不是同一家，分开登记',
      );
    }
    const township = this.unit(match.id).townshipId ?? null;
    if (township === null || township === clues.townshipId) return match;
    const label = this.townshipNames.get(township) ?? '其他乡镇';
    return this.ask(
      clues.name,
      problems.otherTownship({ name: clues.name, township: label }, 'name'),
      [match.id],
      'merge',
    );
  }

  /** Unit a sheet of another kind names: instructors' postings, rooms, people's work. */
  matchMentioned(name: string): Match {
    const named = this.index.find('name', exactKey(name));
    const exact = named.length > 0 ? named : this.index.find('former', exactKey(name));
    const [only] = exact;
    if (exact.length === 1 && only !== undefined) return one(only);
    const candidates = exact.length > 1 ? exact : this.index.find('firm', firmKey(name));
    const question =
      candidates.length > 1
        ? problems.severalUnits({ name, count: candidates.length }, 'name')
        : candidates[0] === undefined
          ? problems.unitNotFound({ name }, 'name')
          : problems.similarUnit({ name, other: this.unit(candidates[0]).name }, 'name');
    const asked = this.ask(
      name,
      question,
      candidates,
      candidates.length > 1 ? null : 'merge',
      '登记为新单位',
    );
    // A name unknown so far is most likely a unit the register lacks.
    const proposed = candidates.length === 0 ? 'create' : asked.proposed;
    return { ...asked, proposed, skipLabel: '不关联这家单位' };
  }

  private hasOtherCode(id: string, clues: UnitClues): boolean {
    const code = this.unit(id).uscc ?? null;
    return code !== null && clues.uscc !== null && code !== clues.uscc;
  }

  private hasSameOwner(id: string, clues: UnitClues): boolean {
    return clues.owner !== null && ownerKeyOf(this.unit(id)) === clues.owner;
  }

  private isVouchedFor(id: string, clues: UnitClues): boolean {
    const phones = phonesOf(textAt(this.unit(id), 'contact.phone'));
    return this.hasSameOwner(id, clues) || clues.phones.some((phone) => phones.includes(phone));
  }

  /** One character off, with the same owner or telephone: a slip of the pen more likely than another firm. */
  private listNear(clues: UnitClues): readonly string[] {
    const key = firmKey(clues.name);
    const around = new Set([
      ...this.index.find('owner', clues.owner),
      ...clues.phones.flatMap((phone) => this.index.find('phone', phone)),
    ]);
    return [...around].filter((id) => {
      // One owner or telephone may stand for a thousand rows: the cheap test first.
      const other = this.hasOtherCode(id, clues) ? '' : firmKey(this.unit(id).name);
      return other.length >= 3 && isOneCharacterApart(key, other);
    });
  }

  private askSimilar(clues: UnitClues, ids: readonly string[]): Match {
    const candidates = [...new Set(ids)];
    const [only] = candidates;
    return candidates.length === 1 && only !== undefined
      ? this.ask(
          clues.name,
          problems.similarUnit({ name: clues.name, other: this.unit(only).name }, 'name'),
          candidates,
          this.isVouchedFor(only, clues) ? 'merge' : null,
        )
      : this.ask(
          clues.name,
          problems.severalUnits({ name: clues.name, count: candidates.length }, 'name'),
          candidates,
          null,
        );
  }

  /** Units that go by this name now. */
  private listCurrent(name: string): readonly string[] {
    return this.index
      .find('name', exactKey(name))
      .filter((id) => exactKey(this.unit(id).name) === exactKey(name));
  }

  private ask(
    name: string,
    question: Problem,
    ids: readonly string[],
    proposed: 'merge' | 'fill' | null,
    createLabel = '作为新单位登记',
  ): Question {
    const candidates = ids.map((id) => this.known(id));
    const [first] = candidates;
    const likely = proposed === null || !first ? null : { mode: proposed, id: first.id };
    return {
      kind: 'ask',
      question,
      candidates,
      proposed: likely,
      // Names are unique among the units of a county: a second one of the same name is no answer.
      creates: this.listCurrent(name).length > 0 ? [] : [{ code: 'create', label: createLabel }],
      skipLabel: skipRow,
    };
  }
}
