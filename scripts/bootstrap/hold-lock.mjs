import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Waits until no other live process holds the file, then holds it.
 * @param {string} file
 * @returns {Promise<() => void>} call it to let go
 */
export async function holdLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isErrorCode(error, 'EEXIST')) throw error;
    }
    if (isHolderGone(file)) rmSync(file, { force: true });
    else await setTimeout(100);
  }
}

/** @param {string} file */
function isHolderGone(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Empty for the instant between creating and writing it; empty for long means its writer died there.
    if (holder === 0) return Date.now() - statSync(file).mtimeMs > 5000;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return isErrorCode(error, 'ESRCH');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isErrorCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
