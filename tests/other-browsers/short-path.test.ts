import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { usualValues } from '../../playground/files/project.ts';
import { linkFragment } from '../../playground/files/share-link.ts';
import { type DrivenPage, waitUntil } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { serveSite } from './site.ts';
import { openWebKit } from './webkit.ts';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

describe.each([
  ['Firefox', openFirefox],
  ['WebKit', openWebKit],
])('in %s', (_name, open) => {
  let page: DrivenPage;
  beforeAll(async () => {
    page = await open();
  });
  afterAll(() => page?.close());
  const press = (label: string) =>
    waitUntil(
      page,
      `the button "${label}"`,
      `const named = (one) => one.textContent.trim() === ${JSON.stringify(label)} &&
         !one.disabled && one.getAttribute('aria-disabled') !== 'true';
       const button = [...document.querySelectorAll('button')].find(named);
       button?.click();
       return Boolean(button);`,
    );
  const shows = (selector: string, text: string, timeout?: number) =>
    waitUntil(
      page,
      `"${text}" in ${selector}`,
      `const elements = [...document.querySelectorAll(${JSON.stringify(selector)})];
       return elements.some((one) => one.textContent.includes(${JSON.stringify(text)}));`,
      timeout,
    );

  it('a visitor reads a lesson, sees a view detach, answers, and finds the answer after a reload', async () => {
    await page.open(`${site.address}lessons/detached-views/`);
    await shows('h1', 'Detached views');
    await shows('.lab-status', 'exit code 0');
    await press('Views');
    await shows('.views-panel', 'detached by line');
    await shows('.quiz-progress', '0 of 11 right');
    await page.evaluate(`const choice = document.querySelector('.quiz form:has([type=radio])');
      for (const option of choice.querySelectorAll('input')) option.click();
      choice.requestSubmit();`);
    await shows('.question-result', 'ight');
    await page.open(`${site.address}lessons/detached-views/`);
    await shows('.question-result', 'ight');
  });

  it('a visitor compiles and runs, meets an error, mends it, and calls a function', async () => {
    await page.open(`${site.address}playground/`);
    await press('Run');
    await shows('.lab-status', 'exit code 0', 120_000);
    await press('Console');
    await shows('.console', 'the view has 0 elements');
    await waitUntil(page, 'the editor', 'return document.querySelector(".monaco-editor .view-line") !== null;');
    await page.click('.monaco-editor .view-line');
    await page.type('oops');
    await press('Run');
    await shows('.diagnostics', 'main.cpp, line', 60_000);
    await press('Reset');
    // With another setting, because a module of the unchanged program came with the site.
    await page.evaluate(`const choice = [...document.querySelectorAll('.settings-grid select')][1];
      choice.value = 'O2';
      choice.dispatchEvent(new Event('change', { bubbles: true }));`);
    await press('Run');
    await shows('.lab-status', 'exit code 0', 60_000);
    await press('Calls');
    await waitUntil(
      page,
      'the end of the run',
      `const run = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Run');
       return run.getAttribute('aria-disabled') !== 'true' && document.querySelector('.calls input') !== null;`,
    );
    await page.click('.calls input');
    await page.type('24\n');
    await shows('.lab-status', 'returned');
    const broken = await page.evaluate('return document.querySelectorAll(".diagnostics li").length;');
    expect(broken).toBe(0);
  });

  it('a visitor follows a link to scripts that import each other, draw on the canvas, and are measured', async () => {
    await page.open(
      `${site.address}playground/${linkFragment({ program: 'playground', project, step: null, panels: [] })}`,
    );
    await shows('.link-bar', 'This program came with a link');
    await press('Run');
    await shows('.lab-status', 'main.js ended', 120_000);
    await press('Console');
    await shows('.console', 'first byte 255 by draw.js');
    await press('Canvas');
    await waitUntil(
      page,
      'the picture',
      `const canvas = document.querySelector('.canvas-frame canvas');
       if (!canvas || canvas.width !== 16) return false;
       const copy = Object.assign(document.createElement('canvas'), { width: 16, height: 16 }).getContext('2d');
       copy.drawImage(canvas, 0, 0);
       return [...copy.getImageData(3, 3, 1, 1).data].join() === '255,0,0,255';`,
    );
    await press('Measure');
    await shows('.measure-panel', '2 variants were measured.', 120_000);
  });
});

const project = {
  ...usualValues,
  settings: defaultSettings,
  files: [
    {
      path: 'main.c',
      text: `#include <emscripten.h>
static unsigned char pixels[16 * 16 * 4];
EMSCRIPTEN_KEEPALIVE unsigned char* red(void) {
  for (int i = 0; i < 16 * 16; ++i) pixels[i * 4] = pixels[i * 4 + 3] = 255;
  return pixels;
}
int main(void) { return 0; }
`,
    },
  ],
  scripts: [
    {
      path: 'draw.js',
      text: `export function draw(bytes) {
  canvas.width = canvas.height = 16;
  canvas.getContext('2d').putImageData(new ImageData(bytes, 16), 0, 0);
  return 'draw.js';
}
`,
    },
    {
      path: 'main.js',
      text: `import { draw } from './draw.js';
const bytes = new Uint8ClampedArray(memory.buffer, exports.red(), 16 * 16 * 4);
console.log('first byte', bytes[0], 'by', draw(bytes));
measure('copy', () => bytes.slice());
measure('sum', () => bytes.reduce((sum, byte) => sum + byte, 0));
`,
    },
  ],
};
