/**
 * With what pictures are drawn. They can be compared only where the same browser draws with the same fonts: elsewhere every
 * line of text is a little different, and that is nobody's mistake.
 */
import type { Browser, Page } from '@playwright/test';

export interface DrawnWith {
  readonly chromium: string;
  /** Names of the fonts the sample is really drawn with, one after the other. */
  readonly fonts: string;
  /** How wide the sample is in them, px: another version of a font has other widths. */
  readonly width: number;
}

const sample = '两新组织党建：组织覆盖率 73.3%，截至 2026-06-30';

/** @param page shows the program, whose fonts the sample takes */
export async function findDrawnWith(browser: Browser, page: Page): Promise<DrawnWith> {
  const width = await page.evaluate((text) => {
    const line = document.createElement('span');
    line.id = 'sample';
    line.textContent = text;
    Object.assign(line.style, {
      position: 'absolute',
      fontSize: '100px',
      whiteSpace: 'pre',
    });
    document.body.append(line);
    return Math.round(line.getBoundingClientRect().width);
  }, sample);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#sample' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return {
    chromium: browser.version().split('.')[0] ?? '',
    fonts: fonts
      .map(({ familyName }) => familyName)
      .sort()
      .join('、'),
    width,
  };
}

/** null = comparable; else why not, in one sentence. */
export function whyNotComparable(recorded: DrawnWith, here: DrawnWith): string | null {
  if (JSON.stringify(recorded) === JSON.stringify(here)) return null;
  const told = ({ chromium, fonts, width }: DrawnWith) =>
    `Chromium ${chromium}、字体 ${fonts}（样字宽 ${width}）`;
  return `看板图样没有比对：图样是用 ${told(recorded)} 画的，本机是 ${told(here)}，画出来的字不一样。 / Pictures of the boards are not compared: this computer draws with another browser or other fonts.`;
}
