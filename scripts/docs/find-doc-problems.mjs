import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Not ours, made by tools, or material that tests read. */
const skippedFolders = new Set([
  'node_modules',
  'out',
  'dist',
  'coverage',
  'test-results',
  'playwright-report',
  'fixtures',
]);

/**
 * @typedef {{ file: string, line: number, text: string }} DocProblem
 * @typedef {{ root: string, scripts: Set<string>, topFolders: Set<string>, names: Set<string> }} Project
 */

/**
 * Checks, in every Markdown file: `npm run x`, `npm start` and `npm test` against package.json, the targets of
 * relative links, and code spans that look like a path in this project or like the name of a source file.
 * @param {string} root
 * @returns {DocProblem[]}
 */
export function findDocProblems(root) {
  const files = listFiles(root, '');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const project = {
    root,
    scripts: new Set(Object.keys(scripts)),
    topFolders: new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '')),
    names: new Set(files.map((file) => basename(file))),
  };
  return files.filter((file) => file.endsWith('.md')).flatMap((file) => checkFile(project, file));
}

/**
 * @param {string} root
 * @param {string} folder relative to root, '' for the root itself
 * @returns {string[]} relative paths with forward slashes
 */
function listFiles(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    const isSkipped = skippedFolders.has(entry.name) || (entry.name.startsWith('.') && entry.name !== '.ci');
    return isSkipped ? [] : listFiles(root, path);
  });
}

/**
 * @param {Project} project
 * @param {string} file
 * @returns {DocProblem[]}
 */
function checkFile(project, file) {
  let isFenced = false;
  return readFileSync(join(project.root, file), 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (/^\s*(```|~~~)/.test(text)) isFenced = !isFenced;
      const problems = [
        ...checkCommands(project, text),
        ...(isFenced ? [] : checkPaths(project, file, text)),
      ];
      return problems.map((problem) => ({ file, line: index + 1, text: problem }));
    });
}

/**
 * @param {Project} project
 * @param {string} text
 */
function checkCommands({ scripts }, text) {
  const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
    ([, run, short]) => run ?? short ?? '',
  );
  return named.filter((name) => !scripts.has(name)).map((name) => `package.json has no script "${name}"`);
}

/**
 * @param {Project} project
 * @param {string} file
 * @param {string} text
 */
function checkPaths(project, file, text) {
  const links = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
    .map(([, target = '']) => decodeURI(target).replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
  const spans = [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  return [
    ...links.filter((target) => !exists(project, file, target)).map((target) => `link to nothing: ${target}`),
    ...spans
      .filter((span) => isMissingPath(project, file, span))
      .map((span) => `no such file or folder: ${span}`),
  ];
}

/**
 * @param {Project} project
 * @param {string} file the Markdown file that says it
 * @param {string} span
 */
function isMissingPath(project, file, span) {
  if (/^[\w@.-]+(\/[\w@.-]+)+\/?$/.test(span)) {
    const isOurs = project.topFolders.has(span.split('/')[0] ?? '') || span.startsWith('.');
    return isOurs && !exists(project, file, span);
  }
  // A bare file name may live anywhere, as long as it lives somewhere.
  const isFileName = /^[\w.-]+\.(tsx?|mjs|jsonc?|md|css|html)$/.test(span);
  return isFileName && !project.names.has(span);
}

/**
 * @param {Project} project
 * @param {string} file
 * @param {string} path
 */
function exists({ root }, file, path) {
  return existsSync(join(root, path)) || existsSync(join(root, dirname(file), path));
}
