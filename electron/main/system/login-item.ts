/** Starting with the computer. Windows keeps a list Electron can write; Linux desktops read files of a folder. */
import { access, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { writeWhole } from '../files/write-whole';

const autostartFile = (): string =>
  join(app.getPath('appData'), 'autostart/org.twonewledger.desktop.desktop');

export async function opensAtLogin(): Promise<boolean> {
  if (process.platform !== 'linux') return app.getLoginItemSettings().openAtLogin;
  return access(autostartFile()).then(
    () => true,
    () => false,
  );
}

/** @returns what the system made of it */
export async function setOpensAtLogin(opens: boolean): Promise<boolean> {
  if (process.platform !== 'linux') app.setLoginItemSettings({ openAtLogin: opens });
  else if (opens) await writeAutostart(process.env['APPIMAGE'] ?? process.execPath);
  else await rm(autostartFile(), { force: true });
  return opensAtLogin();
}

async function writeAutostart(program: string): Promise<void> {
  await mkdir(dirname(autostartFile()), { recursive: true });
  // In a quoted argument of the entry these four carry a meaning of their own.
  const quoted = program.replace(/["`$\\]/g, '\\$&');
  // Whoever removes the program leaves this file behind: with TryExec it is then passed over.
  const start = `Exec="${quoted}"\nTryExec=${program.replaceAll('\\', '\\\\')}`;
  const entry = `[Desktop Entry]\nType=Application\nName=两新台账\n${start}\nTerminal=false\n`;
  await writeWhole(autostartFile(), new TextEncoder().encode(entry));
}
