import { readFile } from 'node:fs/promises';
import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** 报表 as a clerk works with it. Call `prepare` before the first page is opened. */
export class ReportsPage {
  readonly sheet: FrameLocator;
  readonly title: Locator;
  readonly names: Locator;

  constructor(readonly page: Page) {
    this.sheet = page.frameLocator('iframe[title$="预览"]');
    this.title = this.sheet.getByRole('heading', { level: 1 });
    this.names = page.getByTestId('list-count');
  }

  /** Dialogs of the system cannot be answered here: files go to the download folder, the page to print is kept. */
  async prepare(): Promise<void> {
    await this.page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showSaveFilePicker');
      window.print = () => {
        Reflect.set(window.top ?? window, 'pageToPrint', document.documentElement.outerHTML);
      };
    });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: '报表', exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: '报表' })).toBeVisible();
    await expect(this.title).toBeVisible();
  }

  /** @param name as in the list of tables; `title` what the sheet is then headed. */
  async choose(name: string, title: string | RegExp): Promise<void> {
    await this.page
      .getByRole('navigation', { name: '报表目录' })
      .getByRole('link')
      .filter({ hasText: name })
      .click();
    await expect(this.title).toHaveText(title);
  }

  async chooseScope(place: string): Promise<void> {
    await this.page.getByRole('combobox', { name: '填报范围' }).click();
    await this.page.getByRole('option', { name: place, exact: true }).click();
    await expect(this.title).toHaveText(new RegExp(`^${place}`));
  }

  /** Texts of the body cells, the total row last. */
  rows(): Promise<string[][]> {
    return this.sheet
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())),
      );
  }

  /** Rows by the name in their second column. */
  async rowsByName(): Promise<Map<string, readonly string[]>> {
    return new Map((await this.rows()).map((row) => [row[0] === '合计' ? '合计' : (row[1] ?? ''), row]));
  }

  /** @param column heading from the top down: 组织覆盖／支部. */
  figure(place: string, column: string): Locator {
    return this.sheet.getByRole('button', { name: new RegExp(`^${place} · ${column} \\S+，查看名单$`) });
  }

  /** Opens the list behind a figure and counts the names, as its head says and as its last row proves. */
  async countNames(figure: Locator): Promise<number> {
    await figure.click();
    const count = Number(await this.names.innerText());
    await expect(this.page.getByRole('dialog').getByRole('listitem').first()).toHaveAttribute(
      'aria-setsize',
      String(count),
    );
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    return count;
  }

  async frame(): Promise<Frame> {
    const frame = await (await this.page.locator('iframe[title$="预览"]').elementHandle())?.contentFrame();
    if (!frame) throw new Error('no preview on the page');
    return frame;
  }

  async save(
    how: '保存 Excel' | '文本表格（CSV）' | '网页文件（可打印）' | '全部报表存为一个 Excel',
  ): Promise<SavedFile> {
    const download = this.page.waitForEvent('download');
    if (how === '保存 Excel') await this.page.getByRole('button', { name: how }).click();
    else await this.chooseOtherWay(how);
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  async chooseOtherWay(how: string): Promise<void> {
    await this.page.getByRole('button', { name: '其他保存方式' }).click();
    await this.page.getByRole('menuitem', { name: how }).click();
  }

  private readonly clickPrint = () => this.page.getByRole('button', { name: '打印', exact: true }).click();

  /** @returns the page handed to the printer */
  async print(start: () => Promise<void> = this.clickPrint): Promise<string> {
    await this.page.evaluate(() => Reflect.deleteProperty(window, 'pageToPrint'));
    await start();
    const handle = await this.page.waitForFunction(() => Reflect.get(window, 'pageToPrint'));
    return String(await handle.jsonValue());
  }
}
