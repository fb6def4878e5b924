import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { watchComplaints } from '../watch-complaints';

/** A ledger table as a clerk works with it: by headings, names and keys. */
export class LedgerPage {
  readonly grid: Locator;
  readonly search: Locator;
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.grid = page.getByRole('grid');
    this.search = page.getByPlaceholder(/可输拼音或首字母/);
    this.panel = page.getByRole('complementary').filter({ has: page.getByRole('button', { name: '保存' }) });
  }

  /** A clerk at a device of their own that holds the demo register, and what the pages complain about. */
  static async withDemo(
    browser: Browser,
    baseURL: string | undefined,
  ): Promise<{ ledger: LedgerPage; complaints: readonly string[] }> {
    const context = await browser.newContext();
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], baseURL ? { origin: baseURL } : {});
    const page = await context.newPage();
    const complaints = await watchComplaints(page);
    const ledger = new LedgerPage(page);
    await ledger.loadDemo();
    return { ledger, complaints };
  }

  async loadDemo(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: '载入演示数据' }).click();
    await expect(this.page.getByText('这是演示数据')).toBeVisible({ timeout: 90_000 });
  }

  async open(table: string, search = ''): Promise<void> {
    await this.page.goto(`/#/ledger/${table}${search}`);
    await expect(this.grid.getByRole('gridcell').first()).toBeVisible({ timeout: 20_000 });
  }

  tab(name: string): Locator {
    return this.page
      .getByRole('tablist', { name: '视图' })
      .getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** The number on a view's tab. */
  async tabCount(name: string): Promise<number> {
    return Number((await this.tab(name).innerText()).replace(/\D/g, ''));
  }

  /** Total below the table: 共 25 条. */
  async shownCount(): Promise<number> {
    const text = await this.grid.getByText(/^共 [\d,]+ 条$/).innerText();
    return Number(text.replace(/\D/g, ''));
  }

  async find(text: string): Promise<void> {
    await this.search.fill(text);
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** A cell by its column heading; brings the column onto the screen first. */
  async cell(row: Locator, heading: string): Promise<Locator> {
    const header = this.grid.getByRole('columnheader').filter({ hasText: heading });
    for (let step = 0; (await header.count()) === 0 && step < 20; step++)
      await this.grid.evaluate((element) => element.scrollBy({ left: 300 }));
    const column = await header.first().getAttribute('aria-colindex');
    return row.locator(`[aria-colindex="${column}"]`);
  }

  /** Types over a cell and finishes with Enter, as in Excel. */
  async typeInto(cell: Locator, text: string): Promise<void> {
    await cell.click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Puts a block on the clipboard as Excel does and pastes it at a cell. */
  async pasteAt(cell: Locator, block: string): Promise<void> {
    await cell.click();
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await this.page.keyboard.press('Control+v');
  }

  /** A group of fields in the side form; one with something to look into is open from the start. */
  async openGroup(name: string): Promise<void> {
    const head = this.panel.getByRole('button', { name: new RegExp(`^${name}`) });
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  }

  get pastePreview(): Locator {
    return this.page.getByRole('dialog', { name: '粘贴预览' });
  }

  /** Label of the cell the keyboard is on: 两新组织：单位名称. */
  async activeCell(): Promise<string> {
    return (await this.page.locator('textarea:focus').getAttribute('aria-label')) ?? '';
  }
}
