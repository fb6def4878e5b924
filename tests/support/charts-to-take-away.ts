import type { Page } from '@playwright/test';

/** Whatever draws or lists figures: only inside a panel can it be taken away. */
const drawings = '.recharts-wrapper, table, dl, h3';

/**
 * What every chart of a page must have and one lacks, one line each; empty = every panel has its numbers as a table
 * and can be taken away, and no chart stands outside of a panel.
 * @param without panels that show no figures, or say they have nothing to show; all of them must be there
 */
export const chartsNotTakenAway = (page: Page, without: readonly string[] = []): Promise<string[]> =>
  page.locator('#main').evaluate(
    (main, [drawn, excused]) => {
      const nameOf = (panel: Element) =>
        panel.getAttribute('aria-label') ??
        document.getElementById(panel.getAttribute('aria-labelledby') ?? '')?.innerText ??
        '';
      const panels = [...main.querySelectorAll('section')].filter(
        (one) => one.parentElement?.closest('section') === null,
      );
      const outside = [...main.querySelectorAll<HTMLElement>(drawn)].filter(
        (one) => one.closest('section') === null,
      );
      return [
        ...excused
          .filter((name) => !panels.some((panel) => nameOf(panel) === name))
          .map((name) => `${name}: not there`),
        ...panels.flatMap((panel) => {
          const name = nameOf(panel);
          if (excused.includes(name)) return [];
          const isOwnTable = panel.querySelector('table, dl, h3') !== null;
          const isChart = panel.querySelector('.recharts-wrapper') !== null;
          const hasTable = panel.querySelector('input[value="table"]') !== null;
          return [
            ...(panel.querySelector('button[aria-label^="带走："]') ? [] : [`${name}: no 带走`]),
            ...(hasTable || (isOwnTable && !isChart) ? [] : [`${name}: no table`]),
          ];
        }),
        ...outside.map((one) => `outside of a panel: ${one.innerText.slice(0, 40)}`),
      ];
    },
    [drawings, without] as const,
  );
