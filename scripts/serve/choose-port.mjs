import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';

const preferredPort = 5717;
const portsToTry = 20;

/** Where a running ledger says who it is, so that a second start can tell it from another program. */
export const identityPath = '/.well-known/two-new-ledger';

/**
 * @typedef {{ kind: 'free', port: number, isUsual: boolean }
 *   | { kind: 'running', port: number, isOutdated: boolean }
 *   | { kind: 'busy', port: number }} ChosenPort
 *   `isUsual` is false when the usual port was taken by another program and a neighbour is used this time;
 *   `isOutdated` when the ledger already running was built from other sources than these.
 */

/**
 * Finds where this copy of the ledger was found last time. Browsers keep the register per address, so another port
 * would show an empty one: the first port that worked is remembered and always tried first.
 * @param {{ memory: string, identity: string, onlyPort: number | null }} options
 *   `memory`: file holding the usual port; `onlyPort`: this one or none
 * @returns {Promise<ChosenPort>}
 */
export async function choosePort({ memory, identity, onlyPort }) {
  const remembered = onlyPort === null ? readPort(memory) : null;
  const usual = onlyPort ?? remembered ?? preferredPort;
  const last = onlyPort === null ? usual + portsToTry : usual;
  for (let port = usual; port <= last; port += 1) {
    if (await isFree(port)) {
      if (onlyPort === null && remembered === null) rememberPort(memory, port);
      return { kind: 'free', port, isUsual: remembered === null || port === usual };
    }
    const other = await identityAt(port);
    if (other?.split(' ')[0] === identity.split(' ')[0]) {
      return { kind: 'running', port, isOutdated: other !== identity };
    }
  }
  return { kind: 'busy', port: usual };
}

/**
 * Names one copy of the project and one build of it, without telling its path to whoever asks.
 * @param {string} root
 * @param {string} buildHash
 */
export function identityOf(root, buildHash) {
  const copy = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return `two-new-ledger:${copy} ${buildHash}`;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} false when something else has it
 */
function isFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    // EACCES: Windows reserves whole ranges of ports.
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/**
 * @param {number} port
 * @returns {Promise<string | null>}
 */
async function identityAt(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${identityPath}`, {
      signal: AbortSignal.timeout(1000),
    });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} memory
 * @returns {number | null}
 */
function readPort(memory) {
  const port = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : Number.NaN;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

/**
 * @param {string} memory
 * @param {number} port
 */
function rememberPort(memory, port) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, String(port));
}
