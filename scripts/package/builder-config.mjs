import { join } from 'node:path';
import { program, readVersions } from './program.mjs';

/**
 * What electron-builder is told. The Debian package is built from its unpacked Linux program by `build-deb.mjs`.
 * @param {string} root the project
 * @param {{ output?: string, runtime?: string }} [options] `runtime`: an unpacked Electron; without it the one of
 *   the pinned version is downloaded
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig(root, { output = join(root, 'dist'), runtime } = {}) {
  const { electronVersion } = readVersions(root);
  return {
    appId: program.appId,
    productName: program.productName,
    executableName: program.executableName,
    copyright: 'MIT',
    directories: { output, buildResources: join(root, 'out/icons') },
    // Everything is bundled into out/: no module is installed beside it.
    files: [
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      'resources/update-keys.json',
      'package.json',
      '!node_modules',
    ],
    asar: true,
    npmRebuild: false,
    electronVersion,
    ...(runtime === undefined ? {} : { electronDist: runtime }),
    electronLanguages: ['zh-CN', 'en-US'],
    electronFuses: fuses,
    artifactName: `${program.executableName}-\${version}-\${os}-\${arch}.\${ext}`,
    // Updates are ours (electron/main/update): no file for another updater is written.
    publish: null,
    fileAssociations: [exchangeAssociation],
    protocols: [{ name: program.productName, schemes: [program.addressScheme] }],
    win: { icon: join(root, 'out/icons/icon.ico'), target: [{ target: 'nsis', arch: ['x64'] }] },
    nsis: { ...perUserInstaller, include: join(root, 'scripts/package/uninstall.nsh') },
    linux: linuxDesktop(root),
  };
}

/** What the runtime itself must refuse, whoever starts it (Electron's security list, item 19). */
const fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  enableCookieEncryption: true,
  grantFileProtocolExtraPrivileges: false,
};

const exchangeAssociation = {
  ext: program.exchangeFile.extension,
  name: program.exchangeFile.name,
  description: program.exchangeFile.name,
  mimeType: program.exchangeFile.mimeType,
};

/** No administrator is needed, and the register stays when the program is removed. */
const perUserInstaller = {
  oneClick: true,
  perMachine: false,
  allowElevation: false,
  deleteAppDataOnUninstall: false,
  createDesktopShortcut: true,
  createStartMenuShortcut: true,
  runAfterFinish: true,
  installerLanguages: ['zh_CN'],
  language: '2052',
  differentialPackage: false,
};

/**
 * @param {string} root
 * @returns {import('electron-builder').LinuxConfiguration}
 */
function linuxDesktop(root) {
  return {
    icon: join(root, 'out/icons/png'),
    category: 'Office',
    target: [{ target: 'AppImage', arch: ['x64', 'arm64'] }],
    executableName: program.executableName,
    description: program.description,
    synopsis: program.productName,
    maintainer: 'two-new-ledger',
    desktop: {
      entry: {
        Name: program.productName,
        Comment: program.description,
        StartupWMClass: program.executableName,
      },
    },
  };
}
