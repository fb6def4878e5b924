import { readFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import { OverviewPage } from './overview-page';

/** 看板, as somebody reads them and takes them away. */
export class BoardsPage extends OverviewPage {
  /** All numbers of the board are there. */
  async show(address: string, title: string): Promise<void> {
    await this.open(address);
    await expect(this.page.getByRole('heading', { level: 1, name: `看板：${title}` })).toBeVisible();
    await this.untilDrawn();
  }

  untilDrawn = (): Promise<void> =>
    expect(this.page.getByText(/^正在(计算|画图)/)).toHaveCount(0, { timeout: 120_000 });

  /** Words that do not fit and are cut without being told in full elsewhere. */
  cutWords(): Promise<string[]> {
    return this.page
      .locator('#main')
      .evaluate((main) =>
        [...main.querySelectorAll<HTMLElement>('h1, h2, h3, th, td, dt, dd, button, li')]
          .filter(
            (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden',
          )
          .map((one) => one.innerText),
      );
  }

  /** Every chart becomes a table with rows, and a chart again. */
  async checkTables(): Promise<void> {
    const ending = '的显示方式';
    const choices = await this.page.getByRole('radiogroup', { name: ending }).all();
    const names = await Promise.all(choices.map((one) => one.getAttribute('aria-label')));
    for (const name of names) {
      const title = name?.replace(ending, '') ?? '';
      await this.showTable(title);
      await expect(this.panel(title).getByRole('rowheader').first()).toBeVisible();
      await this.showChart(title);
    }
  }

  /** The file a choice of the menu 带走 hands over. */
  async takeAway(chart: string, choice: string): Promise<{ name: string; bytes: Buffer }> {
    const menu = this.page.getByRole('button', { name: `带走：${chart}` });
    await menu.focus();
    await menu.press('Enter');
    const waiting = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name: choice }).press('Enter');
    const download = await waiting;
    await expect(this.page.getByRole('menu')).toHaveCount(0);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** Every figure of 总览 opens as many names as it counts; people are listed by their units, with their sum. */
  async checkFigures(): Promise<void> {
    const opened = async (label: string, counted: number) =>
      expect([label, await this.openedCount()]).toEqual([label, counted]);
    for (const label of ['组织覆盖率', '工作覆盖率', '六有达标率']) {
      const { numerator, denominator } = await this.fraction(label);
      await this.figure(label).click();
      await opened(label, numerator);
      await this.base(label).click();
      await opened(`${label}的基数`, denominator);
    }
    for (const label of ['应建未建', '空白点', '党组织', '在岗指导员、联络员', '在用活动阵地']) {
      const count = await this.countOf(label);
      await this.figure(label).click();
      await opened(label, count);
    }
    for (const label of ['纳入统计单位的党员', '流动党员']) {
      const count = await this.countOf(label);
      await this.figure(label).click();
      await expect(this.page.getByRole('dialog')).toContainText(`合计 ${count.toLocaleString('zh-CN')} 名`);
      expect([label, (await this.openedCount()) > 0]).toEqual([label, count > 0]);
    }
  }

  /** A target of this office for this year. @returns its row in the settings */
  async setTarget(metric: string, value: number): Promise<Locator> {
    await this.open('/settings?section=targets');
    await this.page.getByRole('combobox', { name: '指标' }).click();
    await this.page.getByRole('option', { name: metric }).click();
    await this.page.getByLabel('目标值', { exact: true }).fill(String(value));
    await this.page.getByRole('button', { name: '添加目标' }).click();
    const row = this.page.getByRole('row').filter({ hasText: metric });
    await expect(row).toBeVisible();
    return row;
  }

  /** Own targets on the board 目标: name, 现状, 目标, 状态, 时限. */
  async targetsOnBoard(): Promise<string[][]> {
    await this.show('/boards/targets', '目标');
    const rows = await this.panel('本级目标').getByRole('row').all();
    return Promise.all(
      rows.slice(1).map(async (row) => {
        const cells = await row.getByRole('cell').allInnerTexts();
        const [name = '', now = '', goal = '', , , , state = '', dueOn = ''] = cells;
        // Behind the name stands 已下达, behind 现状 its fraction.
        return [name.split(' ')[0] ?? '', now.split(' ')[0] ?? '', goal, state, dueOn];
      }),
    );
  }

  /** The same of the panel on 概览, once the past is counted. */
  async targetsOnOverview(): Promise<string[][]> {
    await this.open('/overview');
    await this.waitForFigures();
    const title = `${new Date().getFullYear()}年目标`;
    await this.showTable(title);
    const rows = this.panel(title).getByRole('row');
    await expect(rows.filter({ hasText: '正在推算' })).toHaveCount(0, { timeout: 60_000 });
    const told = (await rows.all())
      .slice(1)
      .map(async (row) => [
        await row.getByRole('rowheader').innerText(),
        ...(await row.getByRole('cell').allInnerTexts()),
      ]);
    const cells = await Promise.all(told);
    await this.showChart(title);
    return cells;
  }
}
