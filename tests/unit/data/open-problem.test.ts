import { openProblemOf } from '@renderer/data/open-problem';
import { createRxDatabase } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';
import { freshName, openTestRegister } from '../../support/register/test-register';

it('tells that another version of the program wrote the data', async () => {
  const name = freshName();
  const storage = getRxStorageMemory();
  const foreign = await createRxDatabase({ name, storage, multiInstance: false });
  await foreign.addCollections({
    units: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { type: 'string', maxLength: 9 } },
      },
    },
  });
  await foreign.close();
  const error = await openTestRegister('memory', { name, storage }).catch((one: unknown) => one);
  expect(openProblemOf(error).code).toBe('data.otherVersion');
});

it('tells a blocked browser from any other failure', () => {
  expect(openProblemOf(new DOMException('no', 'SecurityError')).code).toBe('data.storageBlocked');
  const wrapped = Object.assign(new Error('open failed'), {
    inner: new DOMException('no', 'InvalidStateError'),
  });
  expect(openProblemOf(wrapped).code).toBe('data.storageBlocked');
  expect(openProblemOf(new TypeError('x'))).toMatchObject({
    code: 'data.openFailed',
    details: { reason: 'TypeError' },
  });
  expect(openProblemOf('?').code).toBe('data.openFailed');
});
