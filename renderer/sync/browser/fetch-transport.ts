/** Requests by the browser's fetch; long bodies go compressed. */
import type { Transport, TransportRequest } from '../county/transport';

/** Below this, compressing costs more than it saves. */
const compressedFrom = 1024;

export function createFetchTransport(): Transport {
  return {
    async send(request, signal) {
      const response = await ask(request, signal);
      return {
        status: response.status,
        header: (name) => response.headers.get(name),
        text: await response.text(),
      };
    },
    async listen(request, onText, signal) {
      const response = await ask(
        { ...request, headers: { ...request.headers, accept: 'text/event-stream' } },
        signal,
      );
      if (response.status === 200 && response.body) await readPieces(response.body, onText);
      return { status: response.status };
    },
  };
}

async function ask({ method, url, headers, body }: TransportRequest, signal: AbortSignal): Promise<Response> {
  const packed = body !== null && body.length >= compressedFrom ? await compress(body) : null;
  return fetch(url, {
    method,
    headers: packed ? { ...headers, 'content-encoding': 'gzip' } : headers,
    body: packed ?? body,
    signal,
    // No cookies: who asks is said by the session token alone.
    credentials: 'omit',
    cache: 'no-store',
    // An answer from somewhere else would be an answer of somebody else.
    redirect: 'error',
  });
}

/** null where the browser cannot compress. */
async function compress(text: string): Promise<ArrayBuffer | null> {
  if (typeof CompressionStream === 'undefined') return null;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

async function readPieces(body: ReadableStream<Uint8Array>, onText: (text: string) => void): Promise<void> {
  const reader = body.getReader();
  // Characters may be cut between two pieces.
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onText(decoder.decode(value, { stream: true }));
  }
}
