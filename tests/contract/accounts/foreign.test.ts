import { type CollectionName, collectionNames } from '@shared/domain/collections';
import type { PushedEdit } from '@shared/sync/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullFromStart, pushAs, pushText } from '../../support/county/push-as';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import type { TestUserName } from '../../support/county/test-users';
import { change, contentOf, creation, personAt, unitAt } from '../county/small-county';

/** Stands in every field of the other township's records; nothing that holds it may reach this township. */
const mark = '他乡之密';
const [own, other] = ['P-TOWN-1', 'P-TOWN-2'];
const foreign: readonly PushedEdit[] = [
  creation('units', unitAt(other, 'F-UNIT', { name: `${mark}公司`, legalRep: `${mark}东` })),
  creation('people', personAt(other, 'F-PERSON', { name: `${mark}人`, phone: `${mark}13` })),
  creation(
    'partyOrgs',
    contentOf('partyOrgs', 'F-ORG', other, {
      name: `${mark}支部`,
      formation: 'solo',
      status: 'active',
    }),
  ),
];

let county: TestCounty;
beforeAll(async () => {
  county = await startTestCounty();
  const { answers } = await pushAs(county, 'otherClerk', foreign);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
  await pushAs(county, 'clerk', [creation('units', unitAt(own, 'OWN-UNIT', { name: '本镇公司' }))]);
});
afterAll(() => county?.close());

const keys = foreign.map(({ collection, documentId }): [CollectionName, string] => [collection, documentId]);
const townPeople: readonly TestUserName[] = ['clerk', 'lead'];
async function kept(collection: string, id: string): Promise<string> {
  const [row] = await county.environment.database.query<{ body: unknown }>(
    'select body from documents where collection = $1 and id = $2',
    [collection, id],
  );
  return JSON.stringify(row?.body);
}

describe.each(townPeople)('[SCOPE-8] to the %s of one township, the records of another', (as) => {
  it('do not come with a pull', async () => {
    const { text, body } = await pullFromStart(county, as);
    expect(text).toContain('本镇公司');
    expect(text).not.toContain(mark);
    const pulled = (body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(pulled.filter((id) => id.startsWith('F-'))).toEqual([]);
  });

  it('are not fetched by id, in whatever collection they are looked for', async () => {
    const ids = keys.map(([, id]) => id);
    for (const collection of collectionNames) {
      const { status, text } = await county.ask(as, 'POST', '/documents/fetch', { collection, ids });
      expect(status).toBe(200);
      expect(text).not.toContain(mark);
    }
  });

  it.each(keys)('have no history and no numbers: %s', async (collection, id) => {
    const history = await county.ask(as, 'GET', `/documents/${collection}/${id}/history`);
    expect(history.text).not.toContain(mark);
    const listing = await county.ask(as, 'GET', `/agreement/${collection}`);
    expect(listing.status).toBe(200);
    expect(listing.text).not.toContain(id);
  });

  it.each(keys)(
    'are not changed, moved, made anew or taken over, and no answer tells of them: %s',
    async (collection, id) => {
      const before = await kept(collection, id);
      const content = foreign.find(({ documentId }) => documentId === id)?.content ?? {};
      const tries = [
        change(collection, id, { name: { from: `${mark}公司`, to: '改' } }),
        change(collection, id, { name: { from: '猜', to: '改' } }),
        change(collection, id, { orgUnitId: { from: other, to: own } }),
        change(collection, id, { deletedAt: { from: null, to: '2026-03-02T00:00:00.000Z' } }),
        creation(collection, { ...content, name: '改', orgUnitId: own }),
      ];
      for (const edit of tries) {
        const { status, text } = await pushText(county, as, [edit]);
        expect(status).toBe(200);
        expect(JSON.parse(text)).toMatchObject({ answers: [{ outcome: 'rejected' }] });
        const told = text.replaceAll(JSON.stringify(edit.edit.changes), '');
        expect(told).not.toContain(mark);
      }
      expect(await kept(collection, id)).toBe(before);
    },
  );

  it('cannot be asked about by the id of somebody else’s edit (PUSH-2)', async () => {
    for (const { collection, documentId, edit } of foreign) {
      const again = { ...change(collection, documentId, { name: { from: 'a', to: 'b' } }) };
      const { text } = await pushText(county, as, [
        { ...again, edit: { ...again.edit, editId: edit.editId } },
      ]);
      expect(text).not.toContain(mark);
      const onOwn = change('units', 'OWN-UNIT', { name: { from: '本镇公司', to: '本镇公司' } });
      const borrowed = { ...onOwn, edit: { ...onOwn.edit, editId: edit.editId } };
      expect((await pushText(county, as, [borrowed])).text).not.toContain(mark);
    }
  });

  it('are not pulled in through a record of one’s own that points to them', async () => {
    const content = unitAt(own, `U-${as}`, { name: '本镇分公司', headUnitId: 'F-UNIT' });
    expect((await pushText(county, as, [creation('units', content)])).text).not.toContain(mark);
    expect((await pullFromStart(county, as)).text).not.toContain(mark);
  });

  it('do not appear in agreement or the stream', async () => {
    const agreement = await county.ask(as, 'GET', '/agreement');
    expect(agreement.status).toBe(200);
    const people = (agreement.body as { collections: { collection: string; count: number }[] }).collections;
    expect(people.find(({ collection }) => collection === 'partyOrgs')?.count ?? 0).toBe(0);
  });
});

it('[ROLE-4] an administrator reads places and rules, no people and no units', async () => {
  const { status, text } = await pullFromStart(county, 'administrator');
  expect(status).toBe(200);
  expect(text).toContain('东溪镇');
  expect(text).not.toContain(mark);
  expect(text).not.toContain('本镇公司');
});
