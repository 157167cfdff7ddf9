import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Which part of a page axe reads, by selectors, and by which rules; all of both unless told otherwise. */
export interface Reading {
  readonly within?: string;
  readonly without?: string;
  /** Only what a theme can break. */
  readonly colours?: boolean;
}

/**
 * What axe finds on a page: for each broken rule its impact, its name and the elements that break it. What is in order
 * is not gathered, nor brought together in a page of its own: that takes longer than the search.
 */
export async function axeFindings(page: Page, { within, without, colours = false }: Reading = {}) {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  axe.options({ resultTypes: ['violations'], ...(colours && { runOnly: ['color-contrast', 'link-in-text-block'] }) });
  if (within) axe.include(within);
  if (without) axe.exclude(without);
  // Colours on their way from one theme to the other are no theme's. What is not rendered never comes to its end.
  await page.evaluate(() => {
    const changes = document.getAnimations().filter((each) => each instanceof CSSTransition);
    const longest = new Promise((resolve) => setTimeout(resolve, 500));
    return Promise.race([Promise.allSettled(changes.map(({ finished }) => finished)).then(() => undefined), longest]);
  });
  const { violations } = await axe.analyze();
  return violations.map(({ impact, id, nodes }) => [impact, id, nodes.map(({ html }) => html)]);
}
