import { expect, type Locator, type Page } from '@playwright/test';

/** Replaces all text of an editor, told by its place among those in sight. */
export async function replaceText(page: Page, editor: number, text: string): Promise<void> {
  await page.locator('.monaco-editor').nth(editor).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  // Pasted, because typing would indent what is indented already.
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Runs what is in the editors, by the keyboard, and gives the timeline of that run's recording: of no run before it. */
async function runByKeyboard(page: Page): Promise<Locator> {
  await page.evaluate(() => {
    const status = document.querySelector('.lab-status');
    if (!status) throw new Error('there is no lab');
    delete document.body.dataset.begun;
    new MutationObserver(() => {
      if (/Compiling|Running|Fetching/.test(status.textContent ?? '')) document.body.dataset.begun = '';
    }).observe(status, { subtree: true, childList: true, characterData: true });
  });
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('body[data-begun]')).toHaveCount(1);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  return timeline;
}

/** Runs a program with its script in the playground, by the keyboard; gives the timeline of its recording. */
export async function record(page: Page, site: string, program: string, script: string): Promise<Locator> {
  await page.goto(`${site}playground/`);
  // The program that stands there runs by itself.
  await expect(page.locator('.lab-status')).toContainText('exit code', { timeout: 90_000 });
  await replaceText(page, 1, script);
  await replaceText(page, 0, program);
  return runByKeyboard(page);
}
