/**
 * What the short journey needs of a browser, whoever drives it. Selectors are CSS; `evaluate` takes the body of a
 * function and its JSON arguments, because it crosses a wire.
 */
export interface DrivenPage {
  open(url: string): Promise<void>;
  evaluate(body: string, ...args: readonly unknown[]): Promise<unknown>;
  click(selector: string): Promise<void>;
  /** Types into the focused element; `\n` is Enter. */
  type(text: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Polls `body` in the page until it returns something truthy. Throws with `what` when `timeout` milliseconds pass. */
export async function waitUntil(page: DrivenPage, what: string, body: string, timeout = 60_000): Promise<unknown> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await page.evaluate(body).catch(() => null);
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
