import type { Page } from '@playwright/test';

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
