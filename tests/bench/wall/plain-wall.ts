/**
 * The least an edit takes to reach a screen: a server that passes on what it is sent, and an empty page that listens and
 * shows it.
 */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

const html = `<!doctype html><meta charset="utf-8"><p id="shown"></p><script>
  new EventSource('/stream').onmessage = ({ data }) => { shown.textContent = data; };
</script>`;

export const plainFigure = '#shown';

export interface PlainWall {
  /** Opens the empty page and waits until its line is open. */
  show(page: Page): Promise<void>;
  /** Sends an edit; resolves when the server has answered. */
  send(text: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startPlainWall(): Promise<PlainWall> {
  const lines = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      lines.add(response);
      server.emit('line');
    } else if (request.method === 'POST') {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (piece: string) => {
        text += piece;
      });
      request.on('end', () => {
        for (const line of lines) line.write(`data: ${text}\n\n`);
        response.end();
      });
    } else response.setHeader('content-type', 'text/html').end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  return {
    async show(page) {
      const opened = once(server, 'line');
      await page.goto(url);
      await opened;
    },
    async send(text) {
      await (await fetch(url, { method: 'POST', body: text })).text();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
