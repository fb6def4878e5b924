import type { Page } from '@playwright/test';

/** The database library advertises its paid storage once per start; it cannot be switched off. */
const isAdvertisement = (text: string): boolean => text.includes('RxDB Open Core RxStorage');

/**
 * Collects whatever a page complains about from now on: console errors and warnings, uncaught errors, refused or
 * failed requests, breaches of the content policy. A clean page leaves the list empty.
 */
export async function watchComplaints(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isBad = message.type() === 'error' || message.type() === 'warning';
    if (isBad && !isAdvertisement(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    // A reload cuts off what the page it leaves was still fetching.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return complaints;
}
