/** Many offices at the same moment, on a database with many connections. */
import { readAgreement } from '@server/services/agreement/agreement';
import { digestOf } from '@shared/sync/digest';
import type { PushedEdit } from '@shared/sync/messages';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../support/county/check-log';
import { follow, wait } from './follow';
import {
  change,
  creation,
  east,
  newId,
  outcomeOf,
  renaming,
  type SmallCounty,
  smallCounty,
  unitAt,
  west,
} from './small-county';

describe('many pushes at once on PostgreSQL', () => {
  it('[PUSH-6] [PULL-1] [HIST-2] take 2000 edits from eight devices without a hole, a deadlock or a broken chain', async () => {
    const county = await smallCounty('postgres');
    const follower = follow(county, county.organizer);
    const comparing = compareAllTheWhile(county);
    const before = await county.lastNumber();
    // Everybody writes new units of both townships and renames those of the others, in no common order.
    const pushers = Array.from({ length: 8 }, async (_, pusher) => {
      const caller = county.callerAt(county.id, 'organizer', { userId: `user-${pusher}` });
      for (let round = 0; round < 10; round++) {
        const edits = Array.from({ length: 25 }, (_, index) => busyEdit(pusher, round, index));
        const { answers } = await county.push(caller, edits);
        expect(answers).toHaveLength(25);
      }
    });
    await Promise.all(pushers);
    const seen = await follower.stop();
    const agreements = await comparing.stop();
    expect(agreements.length).toBeGreaterThan(3);
    expect(agreements).toEqual(await agreementsByLog(county, agreements));
    const { database } = county.environment;
    const documents = await database.query<{ id: string; seq: number }>(
      'select id, seq from documents where county_id = $1',
      [county.id],
    );
    expect(documents.filter(({ id }) => !seen.has(id))).toEqual([]);
    const numbers = await database.query<{ first: number; last: number; given: number }>(
      `select min(seq) as first, max(seq) as last, count(distinct seq) as given from edits
       where county_id = $1 and seq > $2`,
      [county.id, before],
    );
    const last = await county.lastNumber();
    expect(numbers).toEqual([{ first: before + 1, last, given: last - before }]);
    const { isIntact, checkedCount } = await checkLog(database, county.id);
    expect(isIntact).toBe(true);
    expect(checkedCount).toBeGreaterThanOrEqual(2000);
    const [{ deadlocks } = { deadlocks: null }] = await database.query<{ deadlocks: number }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    expect(deadlocks).toBe(0);
  });

  it('[CONFLICT-3] [SCOPE-6] stay whole while documents, conflicts and places move about', async () => {
    const county = await smallCounty('postgres');
    const ids = Array.from({ length: 12 }, (_, index) => `m${index}`);
    await county.push(
      county.organizer,
      ids.map((id) => creation('units', unitAt(east, id))),
    );
    const movers = Array.from({ length: 6 }, async (_, mover) => {
      const caller = county.callerAt(county.id, 'organizer', { userId: `user-${mover}` });
      for (let round = 0; round < 12; round++) {
        const id = ids[(mover * 5 + round) % ids.length] ?? '';
        const at = String((await county.document('units', id))?.['orgUnitId']);
        await county.push(caller, [
          renaming(id, 'never its name', `${mover}-${round}`),
          change('units', id, { orgUnitId: { from: at, to: at === east ? west : east } }),
        ]);
        if (round % 4 === 3) await county.push(caller, [moveOfVillage(round)]);
      }
    });
    await Promise.all(movers);
    const { database } = county.environment;
    const astray = await database.query(
      `select c.id from conflicts c
       join documents d on d.county_id = c.county_id and d.collection = c.collection and d.id = c.document_id
       join documents own on own.county_id = c.county_id and own.collection = 'conflicts' and own.id = c.id
       where c.county_id = $1 and c.is_open and (c.org_unit_id <> d.org_unit_id or own.org_unit_id <> d.org_unit_id)`,
      [county.id],
    );
    expect(astray).toEqual([]);
    expect(await checkLog(database, county.id)).toMatchObject({ isIntact: true });
  });

  it('[PUSH-2] the same push sent six times at once is taken once', async () => {
    const county = await smallCounty('postgres');
    await county.push(county.eastClerk, [creation('units', unitAt(east, 'u0'))]);
    const edits = [
      ...Array.from({ length: 20 }, (_, index) => creation('units', unitAt(east, `d${index}`))),
      renaming('u0', 'never its name', 'x'),
      renaming('u0', '单位u0', 'y'),
    ];
    const before = await county.lastNumber();
    const replies = await Promise.all(Array.from({ length: 6 }, () => county.push(county.eastClerk, edits)));
    for (const { answers } of replies) expect(answers).toEqual(replies[0]?.answers);
    expect(await county.lastNumber()).toBe(before + 22);
    expect(await county.document('units', 'u0')).toMatchObject({ name: 'y', rev: 3 });
    expect(await checkLog(county.environment.database, county.id)).toMatchObject({ isIntact: true });
  });

  it('[APPLY-3] [APPLY-6] of two offices at the same moment one is first and the other hears of it', async () => {
    const county = await smallCounty('postgres');
    const race = async (edits: readonly PushedEdit[]) => {
      const replies = await Promise.all(
        edits.map((edit, index) =>
          county.push(county.callerAt(county.id, 'organizer', { userId: `user-${index}` }), [edit]),
        ),
      );
      return replies.flatMap(({ answers }) => answers.map(outcomeOf)).toSorted();
    };
    const creations = ['a', 'b', 'c'].map((name) => creation('units', unitAt(east, 'u1', { name })));
    expect(await race(creations)).toEqual(['accepted', 'rejected sync.idTaken', 'rejected sync.idTaken']);
    const name = String((await county.document('units', 'u1'))?.['name']);
    const renamings = ['d', 'e', 'f'].map((to) => renaming('u1', name, to));
    expect(await race(renamings)).toEqual(['accepted', 'conflicted', 'conflicted']);
  });
});

interface UnitsDigest {
  readonly through: number;
  readonly digest: string | undefined;
}

/** Asks again and again what the county has up to which number, while it changes. */
function compareAllTheWhile(county: SmallCounty) {
  let isOver = false;
  const run = async () => {
    const heard: UnitsDigest[] = [];
    while (!isOver) {
      const { through, collections } = await readAgreement(county.environment, county.organizer);
      heard.push({ through, digest: collections.find(({ collection }) => collection === 'units')?.digest });
      await wait(20);
    }
    return heard;
  };
  const running = run();
  return {
    stop: () => {
      isOver = true;
      return running;
    },
  };
}

/** AGREE-1 from the log instead: the last number every unit had up to the number of the agreement. */
async function agreementsByLog(
  county: SmallCounty,
  agreements: readonly UnitsDigest[],
): Promise<UnitsDigest[]> {
  const rows = await county.environment.database.query<{ id: string; seq: number }>(
    `select document_id as id, seq from edits where county_id = $1 and collection = 'units' and seq is not null
     order by seq`,
    [county.id],
  );
  return agreements.map(({ through }) => {
    const last = new Map(rows.filter(({ seq }) => seq <= through).map(({ id, seq }) => [id, seq]));
    return { through, digest: digestOf([...last].map(([id, seq]) => ({ id, seq }))) };
  });
}

function busyEdit(pusher: number, round: number, index: number): PushedEdit {
  const place = index % 2 === 0 ? east : west;
  if (index < 12) return creation('units', unitAt(place, `n${pusher}-${round}-${index}`, { name: '新' }));
  const other = (pusher * 7 + index * 3) % 8;
  // Some are not there yet: those edits are rejected, which is an answer too.
  return renaming(`n${other}-${Math.max(0, round - 1)}-${index % 12}`, '新', newId());
}

const moveOfVillage = (round: number): PushedEdit => {
  const [from, to] = round % 8 === 3 ? [east, west] : [west, east];
  return change('orgUnits', 'village-east', { parentId: { from, to } });
};
