import { readFile } from 'node:fs/promises';
import { homedir, release } from 'node:os';
import { join } from 'node:path';
import type { SaveResult } from '@shared/ipc/channels';
import { app, type WebContents } from 'electron';
import { saveAs } from './save-as';
import { withoutPersonalData } from './without-personal-data';

/** The log of this computer for whoever helps: what the program did and on which system, nothing of the register. */
export const saveLog = (page: WebContents): Promise<SaveResult> =>
  saveAs(page, `两新台账-运行记录-${app.getVersion()}.txt`, async () => {
    const folder = app.getPath('logs');
    // The older file comes first, as things happened.
    const parts = await Promise.all(
      ['main.old.log', 'main.log'].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
    );
    const system = `两新台账 ${app.getVersion()} · ${process.platform} ${release()} ${process.arch}\n`;
    return new TextEncoder().encode(system + withoutPersonalData(parts.join(''), homedir()));
  });
