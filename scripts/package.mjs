import { packageProgram } from './package/package-program.mjs';

await packageProgram(process.argv.slice(2));
