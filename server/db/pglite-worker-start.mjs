// A worker does not inherit the loader for TypeScript, and `--import` does nothing in a worker of a process that has it.
import { register } from 'tsx/esm/api';

register();
await import('./pglite-worker.ts');
