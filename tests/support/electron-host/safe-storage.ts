/**
 * Electron's safeStorage, the asynchronous part. HOST_KEY_STORE is the backend Linux has chosen, HOST_ACCOUNT whoever is
 * logged in to the system: another account, or another backend, has other keys. With `basic_text` everything still
 * works, as it does in Electron: refusing it is the program's own business.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { strict } from './strict';

const backend = (): string => process.env['HOST_KEY_STORE'] ?? 'gnome_libsecret';
const account = (): string => process.env['HOST_ACCOUNT'] ?? 'clerk';

const systemKey = (): Buffer =>
  createHash('sha256')
    .update(backend() === 'basic_text' ? 'the same everywhere' : `${backend()} of ${account()}`)
    .digest();

const nonceLength = 12;
const tagLength = 16;

export const safeStorage = strict('safeStorage', {
  getSelectedStorageBackend: backend,
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync(text: string) {
    const iv = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', systemKey(), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Promise.resolve(Buffer.concat([iv, sealed, cipher.getAuthTag()]));
  },
  async decryptStringAsync(bytes: Buffer) {
    const decipher = createDecipheriv('aes-256-gcm', systemKey(), bytes.subarray(0, nonceLength));
    decipher.setAuthTag(bytes.subarray(-tagLength));
    const opened = decipher.update(bytes.subarray(nonceLength, -tagLength));
    return Promise.resolve({
      result: Buffer.concat([opened, decipher.final()]).toString('utf8'),
      shouldReEncrypt: false,
    });
  },
});
