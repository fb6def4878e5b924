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
  await page.evaluate(restOfMotion);
  // Evaluated by the driver, because the page's own policy forbids scripts from elsewhere.
  await page.evaluate(source);
  const result = await page.evaluate(
    // The script above put axe on the window.
    () => (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run(),
  );
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}

/** Runs in the page. A few frames in a row, because what is put there still begins to move in the next one. */
async function restOfMotion(): Promise<void> {
  for (let quietFrames = 0; quietFrames < 3; ) {
    const moves = document
      .getAnimations()
      // What turns for ever (a loader) has no end to wait for.
      .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .some((one) => one.playState === 'running');
    quietFrames = moves ? 0 : quietFrames + 1;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
