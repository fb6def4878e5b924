import { expect, test } from '@playwright/test';
import { watchComplaints } from '../support/watch-complaints';

test('the page opens in Chinese, without an error and within the content policy', async ({ page }) => {
  const complaints = await watchComplaints(page);

  const response = await page.goto('/');

  expect(response?.headers()['content-security-policy']).toContain("script-src 'self';");
  await expect(page).toHaveTitle(/两新/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('scripts from elsewhere and inline scripts are refused', async ({ page }) => {
  await page.goto('/');
  const refused = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), {
        once: true,
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.name = "ran"';
    document.head.append(script);
    return { directive: await violation, ran: window.name === 'ran' };
  });
  expect(refused).toEqual({ directive: 'script-src-elem', ran: false });
});
