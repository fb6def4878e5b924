/** Starts, kills and starts again the server of serve-county.ts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../free-port';

const root = join(import.meta.dirname, '../../..');
const loader = join(root, 'node_modules/tsx/dist/cli.mjs');

export class CountyProcess {
  #process: ChildProcess | null = null;
  #said = '';

  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly port: number,
    private readonly unitCount: number,
  ) {}

  /** @param hostName what people type for this machine; a browser must be told where it is */
  static async begin(unitCount = 0, hostName = '127.0.0.1'): Promise<CountyProcess> {
    const port = await findFreePort();
    const folder = await mkdtemp(join(tmpdir(), 'county-'));
    const county = new CountyProcess(`http://${hostName}:${port}`, join(folder, 'data'), port, unitCount);
    await county.start();
    return county;
  }

  async start(): Promise<void> {
    this.#said = '';
    const child = spawn(
      process.execPath,
      [loader, '--tsconfig', join(root, 'tsconfig.base.json'), join(import.meta.dirname, 'serve-county.ts')],
      {
        env: {
          ...process.env,
          FOLDER: this.folder,
          PORT: String(this.port),
          PUBLIC_URL: this.url,
          UNITS: String(this.unitCount),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        // The loader runs the server in a child of its own: both must go.
        detached: true,
      },
    );
    this.#process = child;
    const ready = new Promise<void>((resolve, reject) => {
      const listen = (piece: Buffer) => {
        this.#said += piece.toString();
        if (this.#said.includes('ready')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`the county server did not start:\n${this.#said}`)));
    });
    await ready;
  }

  /** As a power cut would: nothing is finished, nothing is closed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async dispose(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(join(this.folder, '..'), { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, signal);
    await gone;
  }
}
