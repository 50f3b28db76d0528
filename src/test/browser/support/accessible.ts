import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as axe from 'axe-core';
import { expect, type Page } from './forum';

const modules = join(__dirname, '../../../main/client/node_modules');
const source = readFileSync(join(modules, 'axe-core/axe.min.js'), 'utf8');

/** Lets what fades in or moves come to its end, since half a fade has half the contrast. What goes on for ever may. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Fails where axe finds anything: WCAG 2.2 A and AA, and its own best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      // Hidden stops at a menu's edges that hand the focus on at once: nobody ever is on one.
      exclude: ['[data-base-ui-focus-guard]'],
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }));
  });
  expect(violations).toEqual([]);
}
