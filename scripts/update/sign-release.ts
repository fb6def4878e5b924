/**
 * npm run update:sign -- --key PRIVATE_KEY_FILE [--notes TEXT] [--from dist] [--to dist/release]: signs the installers
 * `npm run package` made. The folder it fills goes onto a USB stick or the county server as it is.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chinaDayOf } from '@shared/lib/day';
import { readVersions } from '../package/program.mjs';
import { fail, passphrase } from './command-line';
import { openPrivateKey } from './publisher-key';
import { writeReleaseFolder } from './release-folder';

const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    notes: { type: 'string', default: '' },
    from: { type: 'string', default: 'dist' },
    to: { type: 'string', default: 'dist/release' },
  },
});
if (values.key === undefined) fail('请用 --key 写明发布单位的私钥文件。');
const key = openPrivateKey(readFileSync(values.key, 'utf8'), passphrase());
const { version } = readVersions(`${import.meta.dirname}/../..`);
const about = { version, releasedOn: chinaDayOf(new Date().toISOString()), notes: values.notes };
const { installers } = await writeReleaseFolder(values.from, values.to, about, key);
console.log(`${version} 版，已签名 ${installers.length} 个安装文件：${values.to}`);
