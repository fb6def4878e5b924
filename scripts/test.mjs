// npm test: from a fresh clone to the verdict. Installs what is missing, then runs every check there is.
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();

// Imported late: an old Node must reach the sentence above before it meets newer syntax.
const { installPackages } = await import('./bootstrap/install-packages.mjs');
const { projectRoot } = await import('./bootstrap/project-root.mjs');
await installPackages(projectRoot);

// Imported after the packages: these need them.
const { installBrowser } = await import('./bootstrap/install-browser.mjs');
await installBrowser(projectRoot);
const { runAllChecks } = await import('./verify/run-all-checks.mjs');
process.exit(await runAllChecks(projectRoot));
