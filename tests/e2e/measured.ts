import { expect, type Page } from '@playwright/test';

/** What is measured of a page in the browser, as a person would meet it: text, targets, the keyboard. */

/** Text smaller than `least` pixels: where it stands and what it says. */
export const smallText = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((smallest) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim();
      const parent = walker.currentNode.parentElement;
      if (!text || !parent || parent.closest('script, style, svg, noscript, option, .away'))
        continue;
      if (parent.getClientRects().length === 0) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < smallest) found.add(`${size} px: ${text.slice(0, 40)}`);
    }
    return [...found];
  }, least);

/** What can be pressed and is lower or narrower than `least` pixels; links within a sentence are excepted. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((smallest) => {
    const pressed = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((one) => {
      const choice = one.matches('[type=radio], [type=checkbox]');
      const target = (choice && one.parentElement?.querySelector('label')) || one;
      const { width, height } = target.getBoundingClientRect();
      const inSentence =
        getComputedStyle(one).display === 'inline' &&
        one.closest('p, li, dd, div')?.textContent?.trim() !== one.textContent?.trim();
      const shown = width > 1 && height > 1 && !one.closest('.away');
      const low = Math.min(width, height) < smallest - 0.5;
      if (!shown || inSentence || !low) return [];
      return [`${width.toFixed(0)} × ${height.toFixed(0)}: ${one.outerHTML.slice(0, 120)}`];
    });
  }, least);

/**
 * Goes through a page with Tab alone: the way to the content comes first, each field, button and link once
 * and in the order of the page, each seen to be where one is; and one gets out again at the end.
 */
export async function keyboardWalk(page: Page, path: string): Promise<void> {
  // Some buttons are there only once the page's script is: React marks what it has taken over.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((it) => it.startsWith('__react')),
  );
  const stops = await page.evaluate(() => {
    const able = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    const groups = new Set<string>();
    const seen = [...document.querySelectorAll<HTMLElement>(able)].filter((one) => {
      // What a closed part holds has a size, and is not there all the same.
      const there = one.getClientRects().length > 0 && one.checkVisibility();
      if (!there || one.matches(':disabled')) return false;
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      // Tab enters a group of choices once; arrows go on within it.
      const group = `${one.form?.id} ${one.name}`;
      return !groups.has(group) && Boolean(groups.add(group));
    });
    for (const [index, one] of seen.entries()) one.dataset.stop = String(index);
    (document.activeElement as HTMLElement | null)?.blur();
    return seen.length;
  });
  const walked: string[] = [];
  for (let at = 0; at < stops; at += 1) {
    await page.keyboard.press('Tab');
    walked.push(
      await page.evaluate(() => {
        const here = document.activeElement;
        if (!(here instanceof HTMLElement)) return 'nowhere';
        const framed = [here, here.nextElementSibling, here.closest('label')].some((it) => {
          if (!(it instanceof HTMLElement)) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(it);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        });
        const { top, bottom, height } = here.getBoundingClientRect();
        const inView = bottom > 0 && top < innerHeight && height > 0;
        const fault = framed ? (inView ? '' : ' out of view') : ' without a frame';
        return `${here.dataset.stop ?? here.outerHTML.slice(0, 80)}${fault}`;
      }),
    );
  }
  expect(walked, path).toEqual(Array.from({ length: stops }, (_, at) => String(at)));
  await page.keyboard.press('Tab');
  const after = await page.evaluate(() => {
    const here = document.activeElement as HTMLElement | null;
    // What looks at the page next finds it as it was.
    here?.blur();
    return here?.getAttribute('data-stop') ?? 'out';
  });
  expect(['out', '0'], `at the end of ${path}`).toContain(after);
}
