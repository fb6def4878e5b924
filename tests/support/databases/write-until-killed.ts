// Opens the data folder given and writes one transaction after the other, two rows each, saying the number of each on
// standard output once it was answered. Never ends by itself.
import { openDatabase } from '@server/db/open-database';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: write-until-killed FOLDER');

const database = await openDatabase({ url: null, folder });
await database.runScript(
  `create table if not exists answered (id integer, half text, primary key (id, half))`,
);
const [last] = await database.query<{ readonly id: number }>(
  'select coalesce(max(id), 0) as id from answered',
);
for (let id = (last?.id ?? 0) + 1; ; id++) {
  await database.transaction(async (tx) => {
    await tx.query(`insert into answered values ($1, 'first')`, [id]);
    await tx.query(`insert into answered values ($1, 'second')`, [id]);
  });
  process.stdout.write(`${id}\n`);
}
