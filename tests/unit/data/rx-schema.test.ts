import '../../support/register/dev-mode';
import { readFileSync, writeFileSync } from 'node:fs';
import { openDatabase } from '@renderer/data/storage/open-database';
import { rxSchemaOf } from '@renderer/data/storage/rx-schema';
import { schemaVersions } from '@renderer/data/storage/schema-versions';
import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import { sha256 } from '@shared/lib/sha256';
import * as rxdbUtils from 'rxdb/plugins/utils';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freshName, storages } from '../../support/register/test-register';

const demo = registerOf(generateDemoCounty(demoSeed, '2026-11-20'), '2026-11-20T02:00:00.000Z');
const validatorOf = (collection: CollectionName) =>
  z.fromJSONSchema(rxSchemaOf(collection) as unknown as Parameters<typeof z.fromJSONSchema>[0]);

describe('the generated database schemas', () => {
  it('are at most twelve, pass the database’s own checks, and never claim a premium licence', async () => {
    expect(collectionNames.length).toBeLessThanOrEqual(12);
    const database = await openDatabase({ name: freshName(), storage: storages.memory() });
    expect(Object.keys(database.collections).toSorted()).toEqual([...collectionNames].toSorted());
    expect(await rxdbUtils.hasPremiumFlag()).toBe(false);
    await database.close();
  });

  it.each(collectionNames)('of %s accepts every demo document', (collection) => {
    const validator = validatorOf(collection);
    for (const document of demo[collection])
      expect(validator.safeParse(document).error?.issues ?? []).toEqual([]);
  });

  it.each([
    ['units', { name: '' }],
    ['units', { status: 'open' }],
    ['units', { staff: -3 }],
    ['units', { industryCode: 'Z99' }],
    ['units', { inventedField: 1 }],
    ['units', { owner: { ...demo.units[0]!.owner, nickname: '老王' } }],
    ['units', { id: 'x'.repeat(41) }],
    ['units', { isPending: undefined }],
    ['people', { joinedOn: '昨天' }],
    ['people', { ethnicity: '汉' }],
    ['partyOrgs', { covers: { c1: { from: null, to: null } } }],
    ['partyOrgs', { pending: [{ op: 'change' }] }],
    ['instructors', { assignments: { a: { unitId: 3 } } }],
    ['activities', { kinds: ['party'] }],
    ['records', { kind: 'gossip' }],
    ['settings', { createdAt: '2026-11-20' }],
  ] as const)('of %s refuse %j', (collection, change) => {
    const document = { ...demo[collection][0]!, ...change };
    expect(validatorOf(collection).safeParse(document).success).toBe(false);
  });

  it('index only what is asked of the database', () => {
    for (const collection of collectionNames) {
      expect(rxSchemaOf(collection).indexes).toEqual(['isPending', 'orgUnitId']);
      expect(rxSchemaOf(collection).required).toEqual(
        expect.arrayContaining(['isPending', 'orgUnitId', 'id']),
      );
    }
  });
});

/**
 * A browser that holds data of another shape under the same version cannot open it. Whoever changes the model
 * raises the version of that collection in schema-versions.ts, adds a migration, and records the new shape with
 * RECORD_SCHEMAS=1. (Until the first release, recording alone is enough.)
 */
it('have the shapes recorded for their versions', () => {
  const file = new URL('./recorded-schemas.json', import.meta.url);
  const shapes = Object.fromEntries(
    collectionNames.map((name) => [
      name,
      `${schemaVersions[name]}:${sha256(new TextEncoder().encode(JSON.stringify(rxSchemaOf(name)))).slice(0, 16)}`,
    ]),
  );
  if (process.env['RECORD_SCHEMAS'] === '1') writeFileSync(file, `${JSON.stringify(shapes, null, 2)}\n`);
  expect(shapes).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
