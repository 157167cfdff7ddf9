import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

const mandelbrot = `#include <emscripten.h>
#include <cstdint>

constexpr int width = 24, height = 16;
std::uint32_t picture[width * height];

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t* draw(int frame) {
  for (int at = 0; at < width * height; at++) {
    const double real = (at % width - 16) / 9.0, imaginary = (at / width - 8) / 7.0;
    double r = 0, i = 0;
    int n = 0;
    for (; n < 12 && r * r + i * i < 4; n++) {
      const double next = r * r - i * i + real;
      i = 2 * r * i + imaginary;
      r = next;
    }
    picture[at] = n == 12 ? 0xff000000 : 0xff000000 | (n * 20 + frame);
  }
  return picture;
}

int main() {
  picture[0] = 0xff0000ff;
  picture[1] = 0xff00ff00;
}
`;

const animation = (frames: number) => `canvas.width = 24;
canvas.height = 16;
const context = canvas.getContext('2d');
let frame = 0;
function show() {
  const bytes = new Uint8ClampedArray(memory.buffer, exports.draw(++frame), 24 * 16 * 4);
  context.putImageData(new ImageData(bytes, 24, 16), 0, 0);
  if (frame < ${frames}) requestAnimationFrame(show);
}
requestAnimationFrame(show);
`;

/** Opens a program in the playground, in place of its own, and runs it. */
async function runProgram(page: Page, site: string, javascript: string): Promise<void> {
  await page.goto(`${site}playground/`);
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
  await page.getByText('Files and links').click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a zip or files' }).press('Enter'),
  ]);
  await chooser.setFiles([
    { name: 'main.cpp', mimeType: 'text/plain', buffer: Buffer.from(mandelbrot) },
    { name: 'lab.js', mimeType: 'text/javascript', buffer: Buffer.from(javascript) },
  ]);
  await expect(page.locator('.code-editor').first()).toContainText('picture');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('lab.js ended', { timeout: 90_000 });
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
}

test('a picture in memory follows the steps, its pixels are bytes, and it comes with a link', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await runProgram(page, site, 'console.log(1);');
  await page.getByRole('tab', { name: 'Pixels' }).click();
  await page.getByLabel('Begins at').fill('picture');
  const words = page.locator('.pixel-words');
  await expect(words).toContainText('24 x 16 pixels, RGBA8, 1536 bytes at 0x00');
  const first = page.locator('.pixel-readout');
  await expect(first).toContainText('red 255, green 0, blue 0, alpha 255, drawn as #FF0000');

  await page.getByRole('slider').first().press('Home');
  await expect(first).toContainText('red 0, green 0, blue 0, alpha 0');
  for (let step = 0; step < 8 && !(await words.textContent())?.includes('1 pixel changed'); step++) {
    await page.keyboard.press('F10');
    await page.waitForTimeout(300);
  }
  await expect(words).toContainText('1 pixel changed in this step.');
  await expect(page.locator('.pixel-outline[data-kind=changed]')).toHaveCount(1);
  await expect(first).toContainText('red 255');

  const picture = page.getByRole('application', { name: /24 x 16 pixels/ });
  await picture.press('ArrowRight');
  await expect(first).toContainText('Pixel 1, 0 at 0x00');
  await expect(page.locator('.byte[aria-selected=true]')).toHaveCount(4);
  await expectAccessible(page);

  await page.getByLabel('Stride').fill('50');
  await expect(page.getByRole('alert').filter({ hasText: 'takes 96 bytes' })).toBeVisible();
  await page.getByLabel('Stride').fill('');
  await page.getByLabel('Format').selectOption('wave16');
  await expect(page.getByRole('application', { name: /samples/ })).toBeVisible();
  await page.getByLabel('Format').selectOption('rgbx8');
  await expect(words).toContainText('24 x 16 pixels, RGBX8');

  await page.getByRole('button', { name: 'Copy a link' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.reload();
  await expect(page.locator('.lab-status')).toContainText('Ready');
  const other = await (await context.browser()?.newContext())?.newPage();
  if (!other) throw new Error('no other page');
  await other.goto(link);
  await other.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(other.locator('.pixel-words')).toContainText('24 x 16 pixels, RGBX8', { timeout: 90_000 });
  await other.context().close();
});

test('a script draws frame by frame, recorded and not, and the picture stays', async ({ page, site }) => {
  await runProgram(page, site, animation(3));
  await page.getByRole('tab', { name: 'Canvas' }).click();
  const figure = page.locator('.canvas-figure');
  await expect(figure).toContainText('24 x 16 pixels', { timeout: 30_000 });
  await expect(figure).toContainText('3 frames', { timeout: 30_000 });
  await expect(figure).toContainText('ms a frame in the program');
  await expectAccessible(page);

  await page.locator('.monaco-editor').nth(1).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(animation(1e9));
  await page.getByRole('button', { name: 'Run without recording' }).click();
  await expect(page.locator('.canvas-panel')).toContainText('Not recorded');
  await expect(figure).toContainText(/\d frames a second/, { timeout: 60_000 });
  const count = async () => Number(/([\d,]+) frames$/.exec((await figure.textContent()) ?? '')?.[1]?.replace(',', ''));
  const before = await count();
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(before);
  // The middle of the set is black.
  const pixel = await page.locator('.canvas-frame canvas').evaluate((canvas: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(24, 16).getContext('2d') as OffscreenCanvasRenderingContext2D;
    copy.drawImage(canvas, 0, 0);
    return [...copy.getImageData(16, 8, 1, 1).data];
  });
  expect(pixel).toEqual([0, 0, 0, 255]);

  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('.lab-status')).toContainText('stopped');
  await page.waitForTimeout(700);
  const stopped = await count();
  await page.waitForTimeout(700);
  expect(await count()).toBe(stopped);
  await expect(page.locator('.canvas-frame canvas')).toBeVisible();
});
