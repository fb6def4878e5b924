import { type OrgUnitMessage, orgUnitMessage, orgUnitsReply } from '@shared/sync/account-messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodeOf } from '../../support/county/problem-code';
import { type Answer, startTestCounty, type TestCounty } from '../../support/county/test-county';
import type { TestUserName } from '../../support/county/test-users';
import { databaseKinds } from '../../support/databases/fresh-database';

type As = TestUserName | { token: string };

describe.each(databaseKinds)('administration of places on %s', (kind) => {
  let county: TestCounty;
  /** The organizer on a township's device: her scope is that township (SCOPE-1). */
  let townOrganizer: { token: string };
  beforeAll(async () => {
    county = await startTestCounty({ kind });
    const { deviceToken } = await county.enrol('township');
    townOrganizer = { token: (await county.logIn(deviceToken, 'organizer')).sessionToken };
  });
  afterAll(() => county?.close());
  const outcome = (answer: Answer) => problemCodeOf(answer) ?? answer.status;

  async function places(as: As): Promise<readonly OrgUnitMessage[]> {
    return orgUnitsReply.parse((await county.ask(as, 'GET', '/administration/org-units')).body).items;
  }
  const add = (as: As, name: string, parentId: string) =>
    county.ask(as, 'POST', '/administration/org-units', { name, level: 'village', parentId });
  const edit = (as: As, id: string, changes: object) =>
    county.ask(as, 'PATCH', `/administration/org-units/${id}`, changes);

  it('adds one, which travels to the devices like every document', async () => {
    const answer = await add('administrator', '新河村', 'P-TOWN-1');
    const made = orgUnitMessage.parse(answer.body);
    expect(made).toMatchObject({
      name: '新河村',
      level: 'village',
      parentId: 'P-TOWN-1',
      documentCount: 0,
    });
    const pulled = await county.ask('clerk', 'POST', '/documents/fetch', {
      collection: 'orgUnits',
      ids: [made.id],
    });
    expect(pulled.text).toContain('新河村');
    const history = await county.ask('clerk', 'GET', `/documents/orgUnits/${made.id}/history`);
    expect(history.body).toMatchObject({ edits: [{ by: '关系统', sentBy: '关系统' }] });
  });

  it('renames and moves', async () => {
    const made = orgUnitMessage.parse((await add('administrator', '旧名村', 'P-TOWN-1')).body);
    const renamed = await edit('administrator', made.id, { name: '新名村', divisionCode: '330000001001' });
    expect(orgUnitMessage.parse(renamed.body)).toMatchObject({
      name: '新名村',
      divisionCode: '330000001001',
    });
    const moved = await edit('administrator', made.id, { parentId: 'P-TOWN-2' });
    expect(orgUnitMessage.parse(moved.body).parentId).toBe('P-TOWN-2');
    const same = await edit('administrator', made.id, { parentId: 'P-TOWN-2' });
    expect(same.body).toEqual(moved.body);
  });

  it('refuses to hang a place below itself, with the reason', async () => {
    const answer = await edit('administrator', 'P-TOWN-1', { parentId: 'P-VILLAGE-1' });
    expect([answer.status, problemCodeOf(answer)]).toEqual([400, 'sync.placeInsideItself']);
  });

  it('lets an organizer act in her own subtree only', async () => {
    expect((await places(townOrganizer)).map(({ parentId }) => parentId)).not.toContain('P-TOWN-2');
    expect(outcome(await add(townOrganizer, '自己的村', 'P-TOWN-1'))).toBe(200);
    for (const parentId of ['P-TOWN-2', 'P-COUNTY', 'no such place']) {
      expect(outcome(await add(townOrganizer, '别人的村', parentId))).toBe('account.notFound');
    }
    expect(outcome(await edit(townOrganizer, 'P-VILLAGE-2', { name: '改' }))).toBe('account.notFound');
    expect(outcome(await edit(townOrganizer, 'P-VILLAGE-1', { parentId: 'P-TOWN-2' }))).toBe(
      'account.notFound',
    );
  });

  it('counts the records lying in each', async () => {
    const { database } = county.environment;
    await database.query(
      `insert into documents (county_id, collection, id, org_unit_id, seq, is_deleted, body)
      select 'P-COUNTY', 'records', 'R' || n, 'P-VILLAGE-2', 1000000 + n, n > 3, '{}'
      from generate_series(1, 5) as n`,
    );
    const found = (await places('administrator')).find(({ id }) => id === 'P-VILLAGE-2');
    expect(found?.documentCount).toBe(3);
  });
});
