// Written in the plainest JavaScript, so that an old Node can still read it far enough to say what is wrong.
import { readFileSync } from 'node:fs';

/** Ends the process with one clear sentence when this Node is too old for the project. */
export function requireNode() {
  const range = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).engines.node;
  if (isSupported(process.versions.node, range)) return;
  console.error(
    `需要 Node.js ${range}，当前是 ${process.versions.node}。请到 https://nodejs.org 安装新的长期支持版。`,
  );
  console.error(`Node.js ${range} is required, this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Understands the two forms used in package.json: "^1.2.3" and ">=1.2.3", joined by "||".
 * @param {string} version
 * @param {string} range
 */
export function isSupported(version, range) {
  return range.split('||').some((part) => {
    const [, sign, least] = /^\s*(\^|>=)(\S+)\s*$/.exec(part) || [];
    if (sign === undefined || least === undefined) throw new Error(`unknown version range: ${part}`);
    const sameMajor = version.split('.')[0] === least.split('.')[0];
    return isAtLeast(version, least) && (sign === '>=' || sameMajor);
  });
}

/**
 * @param {string} version
 * @param {string} least
 */
function isAtLeast(version, least) {
  const have = version.split('.').map(Number);
  const want = least.split('.').map(Number);
  for (let i = 0; i < 3; i += 1) {
    const difference = (have[i] || 0) - (want[i] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
