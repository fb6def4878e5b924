import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';

export const fixturePath = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/workbooks/${name}`, import.meta.url));

interface FilePayload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The import wizard as a clerk works with it. */
export class ImportPage {
  readonly currentProblem: Locator;
  readonly problems: Locator;
  readonly grid: Locator;

  constructor(readonly page: Page) {
    this.currentProblem = page.getByRole('region', { name: '当前问题' });
    this.problems = page.getByRole('region', { name: '问题', exact: true });
    this.grid = page.getByRole('grid');
  }

  /** From an empty device to the first step. */
  async startFirstImport(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: '导入台账' }).click();
    await this.expectStep('选择文件');
  }

  async expectStep(name: string): Promise<void> {
    await expect(
      this.page.getByRole('navigation', { name: '导入步骤' }).locator('[aria-current=step]'),
    ).toContainText(name);
  }

  async chooseFile(file: string | FilePayload): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles(typeof file === 'string' ? fixturePath(file) : file);
  }

  async choosePath(path: string): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(path);
  }

  async goTo(step: '核对问题' | '差异确认'): Promise<void> {
    await this.page.getByRole('button', { name: `下一步：${step}` }).click();
    await this.expectStep(step);
  }

  async nameOffice(township: string, county = '长丰县'): Promise<void> {
    await this.page.getByLabel('县（市、区）').fill(county);
    await expect(this.page.getByLabel('乡镇（街道）')).toHaveValue(township);
  }

  /** 新增 72 → 72; the numbers of step 4. */
  async planCount(list: '需您决定' | '新增' | '有变化' | '无变化' | '不导入'): Promise<number> {
    await expect(this.page.getByRole('navigation', { name: '差异' })).toBeVisible();
    const text = await this.page
      .getByRole('navigation', { name: '差异' })
      .getByRole('button', { name: new RegExp(`^${list}`) })
      .innerText();
    return Number(text.replace(/\D/g, ''));
  }

  openList(list: '需您决定' | '新增' | '有变化' | '无变化' | '不导入'): Promise<void> {
    return this.page
      .getByRole('navigation', { name: '差异' })
      .getByRole('button', { name: new RegExp(`^${list}`) })
      .click();
  }

  /** Every question as proposed; where nothing is proposed, as a new record. */
  async decideAll(): Promise<void> {
    const bulk = this.page.getByRole('button', { name: '登记为新单位' }).first();
    const proposals = this.page.getByRole('button', { name: /全部按建议处理/ });
    for (let open = await this.planCount('需您决定'); open > 0; open = await this.planCount('需您决定')) {
      await ((await proposals.isVisible()) ? proposals : bulk).click();
      await expect.poll(() => this.planCount('需您决定')).toBeLessThan(open);
    }
  }

  async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: '确认写入' }).click();
    await expect(this.page.getByRole('heading', { name: '已写入台账' })).toBeVisible();
  }

  /** Takes a file in as it is proposed, answering every question as proposed. */
  async importWorkbook(file: string): Promise<void> {
    await this.chooseFile(file);
    await this.expectStep('工作表与列');
    await this.goTo('核对问题');
    await this.goTo('差异确认');
    await this.decideAll();
    await this.confirm();
  }

  async startAnother(): Promise<void> {
    await this.page.getByRole('button', { name: '继续导入其他文件' }).click();
    await this.expectStep('选择文件');
  }

  /** What step 5 says was newly written of one kind. */
  async writtenCount(kind: string): Promise<number> {
    const row = this.page.getByRole('row', { name: new RegExp(`^${kind}`) });
    return Number(await row.getByRole('cell').first().innerText());
  }

  group(title: string): Locator {
    return this.problems.getByRole('button', { name: new RegExp(title) });
  }

  /** A cell of the preview by sheet row and column letter. */
  cell(row: number, letter: string): Locator {
    const index = letter.charCodeAt(0) - 64;
    return this.grid.locator(`[role=row][aria-rowindex="${row}"] [role=gridcell][aria-colindex="${index}"]`);
  }

  async editCell(row: number, letter: string, text: string): Promise<void> {
    await this.cell(row, letter).dblclick();
    await this.page.getByLabel('修改这一格').fill(text);
    await this.page.keyboard.press('Enter');
  }

  async undoThisBatch(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^撤销本批/ })
      .first()
      .click();
    await this.page.getByRole('dialog').getByRole('button', { name: '撤销本批' }).click();
    await expect(this.page.getByText(/^已撤销“/).first()).toBeVisible();
  }
}
