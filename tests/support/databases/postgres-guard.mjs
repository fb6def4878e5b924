// Runs a server as long as its caller lives: a test run that is killed must not leave one behind. The caller holds the
// other end of standard input. Arguments: one JSON {command, args, uid?, gid?}.
import { spawn } from 'node:child_process';

const { command, args, ...runAs } = JSON.parse(process.argv[2] ?? '');
const server = spawn(command, args, { ...runAs, stdio: ['ignore', 'inherit', 'inherit'] });
server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.on('exit', (code) => process.exit(code ?? 1));
// SIGINT is PostgreSQL's fast shutdown.
process.stdin.on('end', () => server.kill('SIGINT')).resume();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGINT'));
