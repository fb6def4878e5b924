/** Real data keys over real WebCrypto. The same number gives the same key. */
import { type DataKeys, dataKeyLength, openDataKeys } from '@renderer/keys/data-keys';

export const testKeys = (number = 1): Promise<DataKeys> =>
  openDataKeys(new Uint8Array(dataKeyLength).fill(number), `key-${number}`);

export const testSealer = async (number = 1) => (await testKeys(number)).sealerFor('documents');
