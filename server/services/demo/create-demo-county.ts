import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import { isSynced } from '@shared/sync/access';
import type { PushedEdit } from '@shared/sync/messages';
import type { Environment } from '../environment';
import { createCounty, type NewPlace, writeAsCounty } from '../org-tree/county-office';

const author = '演示';

/**
 * The whole invented county, taken in through the same code as everybody's edits.
 * @param asOf YYYY-MM-DD
 * @returns its id
 */
export async function createDemoCounty(environment: Environment, asOf: string): Promise<string> {
  const at = environment.now();
  const register = registerOf(generateDemoCounty(demoSeed, asOf), at);
  const [root, ...places] = register.orgUnits;
  if (root === undefined) throw new Error('the demo county has no places');
  await createCounty(environment, {
    id: root.id,
    name: root.name,
    divisionCode: root.divisionCode,
    orgUnits: places.map(({ id, name, level, parentId, divisionCode }): NewPlace => {
      return { id, name, level, parentId: parentId ?? root.id, divisionCode };
    }),
  });
  const edits = collectionNames
    .filter((collection) => collection !== 'orgUnits')
    .flatMap((collection) =>
      register[collection]
        .filter((document) => isSynced(collection, document))
        .map((document) => creationOf(environment, collection, document, at)),
    );
  const { answers } = await writeAsCounty(environment, root.id, edits);
  const refused = answers.find(({ outcome }) => outcome !== 'accepted');
  if (refused !== undefined) throw new Error(`the demo county was not taken: ${JSON.stringify(refused)}`);
  return root.id;
}

function creationOf(
  { newId }: Environment,
  collection: CollectionName,
  document: { readonly id: string; readonly pending: unknown; readonly isPending: unknown },
  at: string,
): PushedEdit {
  const { pending: _pending, isPending: _isPending, ...content } = document;
  const edit = { editId: newId(), op: 'create' as const, at, by: author, device: author, changes: {} };
  return {
    collection,
    documentId: document.id,
    edit: { ...edit, batchId: null, note: null },
    content,
  };
}
