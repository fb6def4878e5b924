/** The updater of this installation and the messages of the page about it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelArgs, UpdateFound } from '@shared/ipc/channels';
import type { Release } from '@shared/ipc/release';
import { app, BrowserWindow, dialog, net, type WebContents } from 'electron';
import { z } from 'zod';
import { log } from '../system/log';
import { folderSource, type ReleaseSource, serverSource } from './release-source';
import { installerKindHere, startInstaller } from './start-installer';
import { createUpdater, type Updater } from './updater';

export interface Updates {
  look(page: WebContents, ...args: ChannelArgs<'update:look'>): Promise<UpdateFound>;
  readonly install: Updater['install'];
  readonly progress: Updater['progress'];
}

export function openUpdates(): Updates {
  const appImage = process.env['APPIMAGE'];
  const updater = createUpdater({
    current: app.getVersion(),
    keys: publisherKeys(),
    kind: installerKindHere(process.platform, appImage),
    arch: process.arch,
    folder: join(app.getPath('userData'), 'update'),
    confirm,
    start: (kind, file) => startInstaller(kind, file, appImage),
    onRefused: (reason) => log.warn('an update was refused', reason),
  });
  return {
    async look(page, place) {
      const source = await sourceOf(page, place);
      return source === null ? { status: 'cancelled' } : updater.look(source);
    },
    async install() {
      const outcome = await updater.install();
      // The answer has to reach the page before its window closes.
      if (outcome.status === 'started') setImmediate(() => app.quit());
      return outcome;
    },
    progress: updater.progress,
  };
}

/** Beside the program, inside its archive: as safe as the code itself. Made by `npm run update:key`. */
function publisherKeys(): string[] {
  const file = new URL('../../resources/update-keys.json', import.meta.url);
  return z.array(z.base64()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

async function sourceOf(
  page: WebContents,
  place: ChannelArgs<'update:look'>[0],
): Promise<ReleaseSource | null> {
  if (place.kind === 'server') return serverSource(place.address, (url) => net.fetch(url));
  const window = BrowserWindow.fromWebContents(page);
  const options = { title: '选择升级包所在的文件夹', properties: ['openDirectory' as const] };
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  const [folder] = filePaths;
  return canceled || folder === undefined ? null : folderSource(folder);
}

/** Asked by the program, not by the page: whatever happens to the page, nothing is installed without this yes. */
async function confirm({ version, releasedOn }: Release): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: `现在安装 ${version} 版（${releasedOn} 发布）吗？`,
    detail: '签名已核对。台账会先保存好，程序关闭后开始安装，装好后再打开。台账数据不受影响。',
    buttons: ['现在安装', '以后再说'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
