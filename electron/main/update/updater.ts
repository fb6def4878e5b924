/**
 * Looks for a release, checks it, and installs it when a person says so. Whatever fails leaves everything as it was
 * and says why. Nothing here runs by itself.
 */
import type { UpdateFound, UpdateOutcome, UpdateProgress } from '@shared/ipc/channels';
import type { Installer, InstallerKind, Release } from '@shared/ipc/release';
import { updateProblems } from '@shared/problems/update-problems';
import { receiveInstaller } from './receive-installer';
import type { ReleaseSource } from './release-source';
import { trustedRelease } from './trusted-release';
import { UpdateRefusal } from './update-refusal';
import { compareVersions } from './version-order';

export interface UpdaterParts {
  readonly current: string;
  readonly keys: readonly string[];
  readonly kind: InstallerKind | null;
  readonly arch: string;
  /** Where an installer is kept until it runs. Emptied before each. */
  readonly folder: string;
  /** The person's yes, asked by the system itself. */
  readonly confirm: (release: Release) => Promise<boolean>;
  readonly start: (kind: InstallerKind, file: string) => Promise<void>;
  /** For the log. */
  readonly onRefused: (reason: unknown) => void;
}

export interface Updater {
  look(source: ReleaseSource): Promise<UpdateFound>;
  /** What the last look found. */
  install(): Promise<UpdateOutcome>;
  /** null = nothing is being received. */
  progress(): UpdateProgress | null;
}

interface Offer {
  readonly source: ReleaseSource;
  readonly release: Release;
  readonly installer: Installer;
}

export function createUpdater(parts: UpdaterParts): Updater {
  let offer: Offer | null = null;
  let progress: UpdateProgress | null = null;

  const look = async (source: ReleaseSource): Promise<UpdateFound> => {
    offer = null;
    const release = trustedRelease(await source.readRelease(), parts.keys);
    const order = compareVersions(release.version, parts.current);
    if (order === 0) return { status: 'current', version: release.version };
    if (order < 0)
      throw new UpdateRefusal(updateProblems.older({ version: release.version, current: parts.current }));
    const installer = installerFor(release, parts);
    offer = { source, release, installer };
    const { version, releasedOn, notes } = release;
    return { status: 'found', version, releasedOn, notes, byteCount: installer.byteCount };
  };

  const install = async (): Promise<UpdateOutcome> => {
    if (offer === null || progress !== null || !(await parts.confirm(offer.release)))
      return { status: 'cancelled' };
    const { source, installer } = offer;
    const totalBytes = installer.byteCount;
    progress = { receivedBytes: 0, totalBytes };
    try {
      const bytes = await source.readInstaller(installer.name);
      const file = await receiveInstaller(installer, bytes, parts.folder, (receivedBytes) => {
        progress = { receivedBytes, totalBytes };
      });
      await parts.start(installer.kind, file);
      return { status: 'started' };
    } finally {
      progress = null;
    }
  };

  return {
    look: (source) => look(source).catch((error: unknown) => refusal(error, parts)),
    install: () => install().catch((error: unknown) => refusal(error, parts)),
    progress: () => progress,
  };
}

function installerFor(release: Release, { kind, arch }: UpdaterParts): Installer {
  const found = release.installers.find((one) => one.kind === kind && one.arch === arch);
  if (!found) throw new UpdateRefusal(updateProblems.otherSystem({ version: release.version }));
  return found;
}

function refusal(error: unknown, { onRefused }: UpdaterParts): { status: 'refused'; text: string } {
  const problem = error instanceof UpdateRefusal ? error.problem : updateProblems.unreadable({});
  onRefused(error instanceof UpdateRefusal ? problem.code : error);
  return { status: 'refused', text: problem.text };
}
