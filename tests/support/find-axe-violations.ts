import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Serious and critical findings of axe-core on the page or in one frame as it stands, one line each; empty = clean.
 * Waits until nothing fades in or moves any more: half-shown text has half the contrast.
 */
export async function findAxeViolations(page: Page | Frame): Promise<string[]> {
  // Evaluated by the driver, because the page's own policy forbids scripts from elsewhere.
  await page.evaluate(source);
  const result = await page.evaluate(askAtRest);
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}

/** Runs in the page. Asks again when something began to move meanwhile: a notice goes when its time is over. */
async function askAtRest(): Promise<AxeResult> {
  const isMoving = () =>
    document
      .getAnimations()
      // What turns for ever (a loader) has no end to wait for.
      .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .some((one) => one.playState === 'running');
  // A few frames in a row, because what is put there still begins to move in the next one.
  const rest = async () => {
    for (let quietFrames = 0; quietFrames < 3; quietFrames = isMoving() ? 0 : quietFrames + 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  let hasMoved = false;
  addEventListener('transitionrun', () => (hasMoved = true), true);
  for (let round = 1; ; round++) {
    await rest();
    hasMoved = false;
    // The script before this one put axe on the window.
    const result = await (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run();
    if (!(hasMoved || isMoving()) || round === 5) return result;
  }
}
