import { spawn } from 'node:child_process';

/**
 * Runs a program with its output shown as it comes.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<number>} its exit code; 127 when it could not be started
 */
export function runCommand(program, args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a script of an installed package with this very Node, which needs no shell and no PATH on any system.
 * @param {string} root the project
 * @param {string} script path inside node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function runPackageScript(root, script, args, env) {
  const options = env === undefined ? { cwd: root } : { cwd: root, env };
  return runCommand(process.execPath, [`${root}node_modules/${script}`, ...args], options);
}
