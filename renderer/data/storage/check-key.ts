/** A register remembers which key it was sealed with: another one would only find damage everywhere. */
import type { Sealer } from '@renderer/keys/sealer';
import { z } from 'zod';
import { openLocalMemory } from './local-memory';
import type { RegisterDatabase } from './open-database';

/** The register was sealed with a key this computer does not have (any more). */
export class ForeignKey extends Error {
  override readonly name = 'ForeignKey';
}

const remembered = z.object({ keyId: z.string() });

/** @throws ForeignKey */
export async function checkKey(database: RegisterDatabase, sealer: Sealer | null): Promise<void> {
  const memory = await openLocalMemory(database, 'key');
  const known = remembered.safeParse(memory.get());
  const keyId = sealer?.keyId ?? null;
  if (known.success && known.data.keyId !== keyId) throw new ForeignKey('sealed with another key');
  if (!known.success && keyId !== null) await memory.change(() => ({ keyId }));
}
