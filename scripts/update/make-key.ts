/**
 * npm run update:key -- PRIVATE_KEY_FILE: makes the publisher's keys once. The private key is sealed with the
 * passphrase in UPDATE_PASSPHRASE; the public key is added to resources/update-keys.json.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, passphrase } from './command-line';
import { makePublisherKeys } from './publisher-key';

const [file] = process.argv.slice(2);
if (file === undefined) fail('请写明私钥文件放在哪里，例如：npm run update:key -- /media/usb/publisher.pem');
if (existsSync(file)) fail(`“${file}”已经存在，没有覆盖。`);
const keysFile = join(import.meta.dirname, '../../resources/update-keys.json');
const { privateKey, publicKey } = makePublisherKeys(passphrase());
writeFileSync(file, privateKey, { mode: 0o600, flag: 'wx' });
const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as string[];
writeFileSync(keysFile, `${JSON.stringify([...keys, publicKey], null, 2)}\n`);
console.log(
  `私钥：${file}（请离线保管，丢了就不能再发升级包）\n公钥已写入 resources/update-keys.json，重新打包后生效。`,
);
