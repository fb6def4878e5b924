import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { watchComplaints } from '../watch-complaints';
import { LedgerPage } from './ledger-page';

export interface Login {
  readonly userName: string;
  readonly password: string;
  /** Enrolment code of this person's computer. */
  readonly code: string;
}

/** Somebody at a computer of her own that works with a county. */
export class LinkedClerk {
  readonly ledger: LedgerPage;
  /** State and unsent count in the bar. */
  readonly line: Locator;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
    private readonly complaints: readonly string[],
  ) {
    this.ledger = new LedgerPage(page);
    this.line = page
      .getByRole('banner')
      .getByRole('link', { name: /在线|离线|正在连接|未登录|未连接|已接收|请先改密码/ });
  }

  /** What the page complained about, but for refused requests and requests without a network: these are meant here. */
  get errors(): string[] {
    return this.complaints.filter((text) => !/^failed: |net::ERR|Failed to load resource/.test(text));
  }

  /** At the first screen of the browser edition the county's server hands out. */
  static async at(browser: Browser, url: string): Promise<LinkedClerk> {
    const context = await browser.newContext({ baseURL: url });
    const page = await context.newPage();
    const complaints = await watchComplaints(page);
    // Without the picker a saved file is a download, which a test can look at.
    await page.addInitScript(() => {
      Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
    });
    await page.goto(url);
    await expect(page.getByRole('button', { name: '连接县级' })).toBeVisible({ timeout: 30_000 });
    return new LinkedClerk(context, page, url, complaints);
  }

  static async connected(browser: Browser, url: string, login: Login): Promise<LinkedClerk> {
    const clerk = await LinkedClerk.at(browser, url);
    await clerk.connect(login);
    await clerk.page.getByRole('button', { name: '查看同步情况' }).click();
    await clerk.quiet();
    return clerk;
  }

  /** Enrols the device and logs in; the first sync begins by itself. */
  async connect({ code, userName, password }: Login): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: '连接县级' }).click();
    await expect(page.getByLabel('县级服务器地址')).toHaveValue(this.url);
    await page.getByRole('textbox', { name: '登记码' }).fill(code);
    await page.getByRole('button', { name: '登记这台设备' }).click();
    await page.getByRole('textbox', { name: '用户名' }).fill(userName);
    await page.getByRole('textbox', { name: '密码' }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  }

  /** Nothing is unsent, nothing is under way, the county has confirmed that both hold the same. */
  async quiet(): Promise<void> {
    await this.open('exchange');
    await expect(this.line).toHaveText('在线', { timeout: 60_000 });
    await expect(this.page.getByText(/^本机与县级一致：/)).toBeVisible({ timeout: 60_000 });
  }

  /** Within the open page, as a person goes from place to place. */
  async open(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${path}`);
  }

  async goOffline(): Promise<void> {
    await this.context.setOffline(true);
  }

  async goOnline(): Promise<void> {
    await this.context.setOffline(false);
  }

  /** Opens a unit beside the table. */
  async openUnit(name: string): Promise<Locator> {
    await this.open('ledger/units');
    await this.ledger.find(name);
    await this.ledger.row(name).locator('[data-link]').click();
    const panel = this.page.getByRole('complementary', { name });
    await expect(panel).toBeVisible();
    return panel;
  }

  /** An empty field says （缺项） behind its label. */
  field(panel: Locator, label: string): Locator {
    return panel.getByRole('textbox', { name: new RegExp(`^${label}(（缺项）)?$`) });
  }

  /** Types fields of a unit by their labels and saves. */
  async change(name: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const panel = await this.openUnit(name);
    for (const [label, text] of Object.entries(fields)) {
      const input = this.field(panel, label);
      await input.fill(text);
      await input.blur();
    }
    await panel.getByRole('button', { name: '保存' }).click();
    await expect(panel.getByText('有未保存的修改')).toHaveCount(0);
  }

  async staffOf(name: string): Promise<Locator> {
    return this.ledger.cell(this.ledger.row(name), '从业人员');
  }

  /** Types 从业人员 of several units into the table, as in Excel. @param search what they are found by */
  async typeStaff(search: string, staff: Readonly<Record<string, string>>): Promise<void> {
    await this.open('ledger/units');
    await this.ledger.find(search);
    for (const [name, text] of Object.entries(staff)) {
      await this.ledger.typeInto(await this.staffOf(name), text);
      await expect(await this.staffOf(name)).toHaveText(text);
    }
  }
}
