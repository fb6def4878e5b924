// npm run docs:check: every command and every path our Markdown names must exist.
import { projectRoot } from './bootstrap/project-root.mjs';
import { findDocProblems } from './docs/find-doc-problems.mjs';

const problems = findDocProblems(projectRoot);
for (const { file, line, text } of problems) console.error(`${file}:${line}: ${text}`);
if (problems.length > 0) process.exit(1);
console.log('docs: every command and path exists');
