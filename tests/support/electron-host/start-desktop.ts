/** Starts the desktop edition on the real runtime where it is installed, else on the stand-in. */
import { fileURLToPath } from 'node:url';
import { findElectron, hasDisplay } from '../../../scripts/serve/desktop.mjs';
import type { Desktop, StartOptions } from './desktop';
import { startOnElectron } from './start-on-electron';
import { startOnStandIn } from './start-on-stand-in';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** null = the stand-in. */
export const electronRuntime: string | null = hasDisplay() ? findElectron(root) : null;

/** @returns null when another process has this profile: the new one has handed over and ended */
export function startDesktop(
  profile: string,
  { program = root, args = [], hasNoKeyStore = false }: StartOptions = {},
): Promise<Desktop | null> {
  return electronRuntime === null
    ? startOnStandIn(profile, { program, args, hasNoKeyStore })
    : startOnElectron(electronRuntime, profile, { program, args, hasNoKeyStore });
}
