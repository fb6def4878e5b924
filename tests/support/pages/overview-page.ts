import { expect, type Locator, type Page } from '@playwright/test';

/** The first screen and 概览, as a clerk works with them. */
export class OverviewPage {
  readonly listCount: Locator;

  constructor(readonly page: Page) {
    this.listCount = page.getByTestId('list-count');
  }

  /** From an empty device to the overview of the demo county, every quarter of the trend counted. */
  async loadDemo(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: '载入演示数据' }).click();
    await expect(this.page.getByRole('status')).toContainText(/虚构|已写入/);
    await this.waitForFigures();
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`/#${address}`);
    await expect(this.page.locator('#main h1')).toBeVisible();
  }

  /** The heading is there, the year before is counted and the trend is drawn. */
  async waitForFigures(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible({ timeout: 60_000 });
    await expect(this.page.getByText(/正在重算|正在画图/)).toHaveCount(0, { timeout: 60_000 });
  }

  figure(label: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${label} \\S+，查看名单$`) });
  }

  /** A figure that is a number: of units, people, places. */
  async countOf(label: string): Promise<number> {
    return Number.parseInt((await this.figure(label).innerText()).replaceAll(',', ''), 10);
  }

  /** 545/892 behind a rate. */
  async fraction(label: string): Promise<{ numerator: number; denominator: number }> {
    const text = await this.base(label).innerText();
    const [numerator = Number.NaN, denominator = Number.NaN] = text.split('/').map(Number);
    return { numerator, denominator };
  }

  base(label: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${label} \\d+/\\d+，查看基数名单$`) });
  }

  /** Number of names in the list that opens, as its head says and as its last row proves. */
  async openedCount(): Promise<number> {
    const count = Number(await this.listCount.innerText());
    if (count > 0) {
      const rows = this.page.getByRole('dialog').getByRole('listitem');
      await expect(rows.first()).toHaveAttribute('aria-setsize', String(count));
    }
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    return count;
  }

  panel(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: title });
  }

  async showTable(title: string): Promise<void> {
    await this.panel(title).getByText('表格', { exact: true }).click();
  }

  async showChart(title: string): Promise<void> {
    await this.panel(title).getByText('图', { exact: true }).click();
  }

  async chooseAsOf(preset: string): Promise<void> {
    await this.page.getByRole('button', { name: /^统计时点/ }).click();
    await this.page.getByRole('button', { name: preset }).click();
    await expect(this.page.getByText(/^正在看/)).toBeVisible({ timeout: 30_000 });
  }
}
