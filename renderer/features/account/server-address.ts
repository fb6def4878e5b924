/** Where the county's server may be: the place this page came from. */

/** The origin of this page when a county server served it; else empty. */
export async function findOwnServer(): Promise<string> {
  const { protocol, origin } = window.location;
  if (protocol !== 'http:' && protocol !== 'https:') return '';
  try {
    const answer = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(3000) });
    const body: unknown = answer.ok ? await answer.json() : null;
    return typeof body === 'object' && body !== null && 'status' in body && body.status === 'ok'
      ? origin
      : '';
  } catch {
    // A page from a file server, or no network: the clerk types the address.
    return '';
  }
}
