import { readFile } from 'node:fs/promises';
import { writeWhole } from '../files/write-whole';

/** The running program keeps the old file until it ends; the next start runs the new one. */
export async function replaceAppImage(file: string, appImage: string): Promise<void> {
  await writeWhole(appImage, await readFile(file), 0o755);
}
