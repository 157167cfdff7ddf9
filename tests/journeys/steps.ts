import { expect, type Locator } from '@playwright/test';

/** Waits until the timeline tells of the step that its slider stands at. */
export async function settled(timeline: Locator): Promise<void> {
  await expect(async () => {
    const count = await timeline.locator('.timeline-count').textContent();
    const shown = await timeline.getAttribute('data-shown');
    expect(count?.split('/')[0]?.replaceAll(/\D/g, '')).toBe(shown);
  }).toPass();
}

/** Presses a key that moves through the run until the timeline says these words, so often at most. */
export async function pressUntil(timeline: Locator, key: string, words: string, most = 40): Promise<void> {
  await settled(timeline);
  for (let presses = 0; presses < most; presses++) {
    if ((await timeline.textContent())?.includes(words)) return;
    const before = await timeline.getAttribute('data-shown');
    await timeline.page().keyboard.press(key);
    await expect(timeline).not.toHaveAttribute('data-shown', before ?? '');
    await settled(timeline);
  }
  await expect(timeline).toContainText(words);
}
