import { type Database, QueryError } from '@server/db/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds, type FreshDatabase, freshDatabase } from '../../support/databases/fresh-database';

/** What services rely on, whichever database stands behind it. */
describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase(kind);
    database = fresh.database;
    await database.runScript(
      'create table notes (id integer primary key, text text); create table empty (id integer);',
    );
  });
  afterAll(() => fresh.dispose());

  test('gives values of each type in the same shape', async () => {
    const [row] = await database.query(`select
      9007199254740991::bigint as large, 7::integer as whole, 1.5::float8 as ratio, 12.340::numeric as exact,
      true as yes, null::text as nothing, '县'::text as text,
      '2026-11-21 13:40:00.123456+08'::timestamptz as at, '2026-11-21'::date as day,
      '{"a":[1,null],"b":"两"}'::json as json, '{"a": 1}'::jsonb as jsonb, 'null'::json as json_null,
      array['a','b,"\\c',null] as texts, array[1,2]::bigint[] as numbers,
      array['2026-11-21 00:00:00+00'::timestamptz, null] as instants, '{}'::text[] as none,
      count(*) as counted, sum(1)::bigint as summed`);
    expect(row).toEqual({
      large: 9007199254740991,
      whole: 7,
      ratio: 1.5,
      exact: '12.340',
      yes: true,
      nothing: null,
      text: '县',
      at: '2026-11-21T05:40:00.123Z',
      day: '2026-11-21',
      json: { a: [1, null], b: '两' },
      jsonb: { a: 1 },
      json_null: null,
      texts: ['a', 'b,"\\c', null],
      numbers: [1, 2],
      instants: ['2026-11-21T00:00:00.000Z', null],
      none: [],
      counted: 1,
      summed: 1,
    });
  });

  test('refuses a bigint that a number cannot hold', async () => {
    await expect(database.query('select 9007199254740992::bigint as large')).rejects.toThrow('out of range');
  });

  test('takes values of each type', async () => {
    const values = {
      text: `'; drop table notes; -- "县"\\`,
      whole: 42,
      large: 9007199254740991,
      yes: false,
      nothing: null,
      at: '2026-11-21T05:40:00.123Z',
      texts: ['a', '', '逗号,引号"反斜杠\\', 'NULL', '{}'],
      numbers: [1, -2, 9007199254740991],
      json: JSON.stringify({ 名: '两新', list: [1, 'x'] }),
    };
    const [row] = await database.query(
      `select $1::text as text, $2::integer as whole, $3::bigint as large, $4::boolean as yes, $5::text as nothing,
        $6::timestamptz as at, $7::text[] as texts, $8::bigint[] as numbers, $9::json as json`,
      Object.values(values),
    );
    expect(row).toEqual({ ...values, json: { 名: '两新', list: [1, 'x'] } });
  });

  test('keeps the characters of json as they were written', async () => {
    const written = '{"b":1, "a":2.0,"b":"twice"}';
    const [row] = await database.query('select ($1::json)::text as written', [written]);
    expect(row).toEqual({ written });
  });

  test('takes whole lists of rows as one json value', async () => {
    const rows = [
      { id: 101, text: '甲' },
      { id: 102, text: null },
    ];
    await database.query('insert into notes select * from json_populate_recordset(null::notes, $1::json)', [
      JSON.stringify(rows),
    ]);
    expect(await database.query('select * from notes where id > 100 order by id')).toEqual(rows);
  });

  test('says what the database refused, without the values of the row', async () => {
    await database.query(`insert into notes values (1, '张三')`);
    const error = await database
      .query(`insert into notes values (1, '李四')`)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ code: '23505', constraint: 'notes_pkey' });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/张三|李四|\(1\)/);
  });

  test('goes on after a refused statement', async () => {
    await expect(database.query('select nonsense')).rejects.toMatchObject({ code: '42703' });
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  describe('transaction', () => {
    const inserted = (id: number) => database.query('select id from notes where id = $1', [id]);

    test('keeps everything when it resolves', async () => {
      const answer = await database.transaction(async (tx) => {
        await tx.query('insert into notes values (10)');
        return 'done';
      });
      expect(answer).toBe('done');
      expect(await inserted(10)).toHaveLength(1);
    });

    test('keeps nothing when it throws, and throws the same', async () => {
      const reason = new Error('changed my mind');
      const work = database.transaction(async (tx) => {
        await tx.query('insert into notes values (11)');
        throw reason;
      });
      await expect(work).rejects.toBe(reason);
      expect(await inserted(11)).toHaveLength(0);
    });

    test('fails when a refused statement was swallowed, because nothing was kept', async () => {
      const work = database.transaction(async (tx) => {
        await tx.query('insert into notes values (12)');
        await tx.query('select nonsense').catch(() => null);
      });
      await expect(work).rejects.toBeInstanceOf(QueryError);
      expect(await inserted(12)).toHaveLength(0);
    });

    test('cannot be used after it is over', async () => {
      const tx = await database.transaction(async (open) => open);
      await expect(tx.query('select 1')).rejects.toThrow('over');
    });

    test('does not show others what it has not committed', async () => {
      let commit: () => void = () => undefined;
      const gate = new Promise<void>((open) => {
        commit = open;
      });
      const begun = new Promise<void>((begin) => {
        void database.transaction(async (tx) => {
          await tx.query('insert into notes values (13)');
          begin();
          await gate;
          await tx.query('delete from notes where id = 13');
        });
      });
      await begun;
      // PostgreSQL answers at once with the state before; the embedded database lets the question wait.
      const seen = database.query('select id from notes where id = 13');
      setTimeout(commit, 50);
      expect(await seen).toEqual([]);
    });

    test('runs several in a row without mixing them', async () => {
      const ids = Array.from({ length: 20 }, (_, i) => 1000 + i);
      const works = ids.map((id) =>
        database.transaction(async (tx) => {
          await tx.query('insert into notes values ($1)', [id]);
          if (id % 2 === 1) throw new Error('odd');
        }),
      );
      await Promise.allSettled(works);
      const kept = await database.query<{ id: number }>('select id from notes where id >= 1000 order by id');
      expect(kept.map(({ id }) => id)).toEqual(ids.filter((id) => id % 2 === 0));
    });

    test('sees one moment from first to last when it is repeatable read', async () => {
      await expect(
        database.transaction((tx) => tx.query('insert into notes values (14)'), {
          isolation: 'repeatable read',
          isReadOnly: true,
        }),
      ).rejects.toMatchObject({ code: '25006' });
      const [level] = await database.transaction((tx) => tx.query('show transaction_isolation'), {
        isolation: 'repeatable read',
      });
      expect(level).toEqual({ transaction_isolation: 'repeatable read' });
    });
  });

  describe('listening', () => {
    test('hears what is said on its channel until it stops', async () => {
      const heard: string[] = [];
      const stop = await database.listen('news', (payload) => heard.push(payload));
      await database.notify(database, 'news', '一');
      await database.notify(database, 'other_news', 'no');
      await expect.poll(() => heard).toEqual(['一']);
      await stop();
      await database.notify(database, 'news', '二');
      await database.query('select 1');
      expect(heard).toEqual(['一']);
    });

    test('hears nothing of a transaction that was taken back', async () => {
      const heard: string[] = [];
      const stop = await database.listen('news', (payload) => heard.push(payload));
      await database
        .transaction(async (tx) => {
          await database.notify(tx, 'news', 'never');
          throw new Error('back');
        })
        .catch(() => null);
      await database.transaction((tx) => database.notify(tx, 'news', 'kept'));
      await expect.poll(() => heard).toEqual(['kept']);
      await stop();
    });

    test('takes only plain names of channels', async () => {
      await expect(database.listen('news; drop table notes', () => undefined)).rejects.toThrow('channel');
      await expect(database.notify(database, 'News', '')).rejects.toThrow('channel');
    });
  });
});

test('the embedded database refuses to wait for itself', async () => {
  const { database, dispose } = await freshDatabase('pglite');
  const work = database.transaction(() => database.query('select 1'));
  await expect(work).rejects.toThrow('use `tx`');
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  await dispose();
});
