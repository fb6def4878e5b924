import { allProblems, needsCare } from '@renderer/features/ledger/fields/document-problems';
import { unitProblems } from '@renderer/features/ledger/fields/unit-problems';
import { createRandom, type Random } from '@shared/demo/random';
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { Unit } from '@shared/domain/unit';
import { buildRelations } from '@shared/figures/build-relations';
import { createLiveFigures, type LiveFigures } from '@shared/figures/live-figures';
import type { Relations } from '@shared/rules/relations';
import { rulesOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';
import { idsOf, type WildCollection } from '../../support/wild-register/drafts';
import { wildDocument, wildRegister } from '../../support/wild-register/wild-register';

const asOf = '2026-06-30';
const names = ['单位甲', '单位乙', '单位丙', '单位丁', '单位戊', '单位己'];
const codes = [null, null, '代码甲', '代码乙', '代码丙'];
// A change of the rules begins the figures anew (renderer/data/figures/facts-store.ts).
const editable = (Object.keys(idsOf) as WildCollection[]).filter((name) => name !== 'settings');

function liveFigures(seed: number): LiveFigures {
  const relations = buildRelations(wildRegister(seed));
  return createLiveFigures({ relations, ...rulesOn(relations, asOf), asOf });
}

function editAnything(random: Random, live: LiveFigures): void {
  const collection = random.pick(editable);
  const id = random.pick(idsOf[collection]);
  const before = live.context.relations.documents[collection].get(id) ?? null;
  const made = wildDocument(random, collection, id);
  // Now and then two units become twins, or cease to be.
  const after = 'uscc' in made ? { ...made, name: random.pick(names), uscc: random.pick(codes) } : made;
  live.apply<CollectionName>(
    collection,
    before as DocumentOf<CollectionName> | null,
    after.deletedAt === null ? (after as DocumentOf<CollectionName>) : null,
  );
}

const judge = (unit: Unit, relations: Relations) =>
  needsCare(allProblems('units', unit, relations, asOf), unit);
const judgedNow = ({ facts, context: { relations } }: LiveFigures) =>
  [...relations.documents.units.values()].map(
    (unit) => unitProblems(unit, facts.get(unit.id) ?? null, relations, asOf) ?? judge(unit, relations),
  );
const judgedAnew = ({ context: { relations } }: LiveFigures) =>
  [...relations.documents.units.values()].map((unit) => judge(unit, relations));

describe('problems of units', () => {
  it('are those a judgement of everything would find, after any edit', () => {
    const found = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const random = createRandom(seed);
      const live = liveFigures(seed);
      for (let step = 0; step < 60; step++) {
        editAnything(random, live);
        const now = judgedNow(live);
        expect(now, `seed ${seed}, step ${step}`).toEqual(judgedAnew(live));
        for (const problem of now.flat()) found.add(problem.code);
      }
    }
    // What depends on others was among them, or this would prove nothing.
    for (const code of ['notBuiltReasonMissing', 'declaredDifference', 'openTies', 'sameName', 'sameUscc'])
      expect([...found]).toContain(`domain.${code}`);
  });

  it('are not looked for again while nothing about the unit has changed', () => {
    const live = liveFigures(3);
    const first = judgedNow(live);
    const again = judgedNow(live);
    const keptCount = again.filter((problems, at) => problems === first[at]).length;
    expect(keptCount).toBeGreaterThan(first.length / 2);
  });
});
