/** Hands an installer that was checked to the system. How, depends on how this program was installed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { InstallerKind } from '@shared/ipc/release';
import { updateProblems } from '@shared/problems/update-problems';
import { shell } from 'electron';
import { replaceAppImage } from './replace-app-image';
import { UpdateRefusal } from './update-refusal';

/** Null where the program cannot update itself. An AppImage tells its program where it lies. */
export function installerKindHere(
  platform: NodeJS.Platform,
  appImage: string | undefined,
): InstallerKind | null {
  if (platform === 'win32') return 'nsis';
  if (platform !== 'linux') return null;
  return appImage === undefined ? 'deb' : 'appimage';
}

/** Resolves once the system has it; the program then has to end. @throws UpdateRefusal */
export async function startInstaller(
  kind: InstallerKind,
  file: string,
  appImage: string | undefined,
): Promise<void> {
  try {
    if (kind === 'nsis') await startSetup(file);
    else if (kind === 'deb') await openWithSystem(file);
    else if (appImage !== undefined) await replaceAppImage(file, appImage);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UpdateRefusal(updateProblems.notStarted({ reason }));
  }
}

/** `--updated` makes the set-up wait for this program to end; `--force-run` starts the new one afterwards. */
async function startSetup(file: string): Promise<void> {
  const setup = spawn(file, ['--updated', '--force-run'], { detached: true, stdio: 'ignore' });
  await once(setup, 'spawn');
  setup.unref();
}

/** UOS and Kylin ask for the administrator's password in their own package installer. */
async function openWithSystem(file: string): Promise<void> {
  const reason = await shell.openPath(file);
  if (reason !== '') throw new Error(reason);
}
