/**
 * A release as it lies in a folder, on a USB stick or on the county server: `release.json` and the installers it names.
 * The signature covers the very text of `release`, so nothing has to be put in order before it is checked.
 */
import { z } from 'zod';

export const releaseFileName = 'release.json';

/** Numbers only: what is compared must not depend on how a suffix sorts. */
export const versionPattern = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;

export const signedReleaseSchema = z.strictObject({
  /** JSON text of a `Release`. */
  release: z.string().max(2 ** 20),
  /** Ed25519 over `signedText(release)`, base64. */
  signature: z.base64(),
});

export const installerKinds = ['nsis', 'deb', 'appimage'] as const;
export type InstallerKind = (typeof installerKinds)[number];

const installer = z.object({
  kind: z.enum(installerKinds),
  /** As Node names processors: x64, arm64. */
  arch: z.string(),
  /** Without any folder. */
  name: z.string().regex(/^[\w.-]+$/),
  byteCount: z
    .int()
    .min(1)
    .max(2 ** 31),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const releaseSchema = z.object({
  version: z.string().regex(versionPattern),
  /** YYYY-MM-DD. */
  releasedOn: z.iso.date(),
  /** What is new, for clerks; empty = nothing said. */
  notes: z.string().max(4000),
  installers: z.array(installer).max(20),
});

export type Release = z.infer<typeof releaseSchema>;
export type Installer = Release['installers'][number];

/** Says what is signed, so that a signature made for something else never passes for a release. */
export const signedText = (release: string): string => `two-new-ledger release\n${release}`;
