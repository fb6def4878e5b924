/**
 * A copy of the working tree to take safeguards out of. It lies inside the project, where Node finds the project's packages
 * on its way up, so that a mutant costs a few files and no installation.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutation } from './mutations';

export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(projectRoot, '.cache/mutant');

/** Everything git knows or would add, as it is now. @returns its folder */
export function copyWorkingTree(): string {
  rmSync(folder, { recursive: true, force: true });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of listed.split('\0')) {
    const from = join(projectRoot, file);
    if (file === '' || !existsSync(from)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(from, join(folder, file));
  }
  return folder;
}

/** @returns the source with the safeguard taken out. @throws when what is to go is not there exactly once */
export function mutated(source: string, { name, file, from, to }: Mutation): string {
  const parts = source.split(from);
  if (parts.length !== 2) throw new Error(`${name}: found ${parts.length - 1} times in ${file}:\n${from}`);
  return parts.join(to);
}

/** Runs `work` while the copy lacks the safeguard. */
export async function without<T>(mutation: Mutation, work: () => Promise<T>): Promise<T> {
  const file = join(folder, mutation.file);
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, mutated(source, mutation));
  try {
    return await work();
  } finally {
    writeFileSync(file, source);
  }
}
