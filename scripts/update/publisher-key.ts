/** The publisher's pair of keys: the private one stays with the publisher, the public one goes into the program. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface PublisherKeys {
  /** PEM, sealed with the passphrase. */
  readonly privateKey: string;
  /** SPKI in base64, as in resources/update-keys.json. */
  readonly publicKey: string;
}

export function makePublisherKeys(passphrase: string): PublisherKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
      .toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}

/** @throws when the passphrase is wrong or the file is something else */
export const openPrivateKey = (pem: string, passphrase: string): KeyObject => {
  const key = createPrivateKey({ key: pem, format: 'pem', passphrase });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
  return key;
};
