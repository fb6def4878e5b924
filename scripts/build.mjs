import { build } from './bootstrap/build.mjs';
import { projectRoot } from './bootstrap/project-root.mjs';

await build(projectRoot);
