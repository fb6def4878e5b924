import { readFileSync } from 'node:fs';

/** What the program is called by systems and people; the same on every platform. */
export const program = {
  /** Also the name of the Debian package and of its folder: UOS wants a reversed domain. */
  appId: 'org.twonewledger.desktop',
  executableName: 'two-new-ledger',
  productName: '两新台账',
  description: '两新组织党建工作台账，不联网也能用',
  /** Addresses that open the program; the same in shared/ipc/deep-link.ts. */
  addressScheme: 'lxtz',
  /** Packages for the exchange with the county by USB stick. */
  exchangeFile: { extension: 'lxbao', mimeType: 'application/x-lxbao', name: '两新台账数据交换包' },
};

/**
 * @param {string} root
 * @returns {{ version: string, electronVersion: string }}
 */
export function readVersions(root) {
  const { version, devDependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  return { version, electronVersion: devDependencies.electron };
}
