import { expect } from '@playwright/test';
import { play, script, start, test } from './sandbox-page.ts';

const program = `
  #include <emscripten.h>
  unsigned char picture[4 * 3 * 4];
  extern "C" {
  EMSCRIPTEN_KEEPALIVE unsigned char* draw(int frame) {
    for (unsigned at = 0; at < sizeof picture; at++) picture[at] = at % 4 == 3 ? 255 : frame * 10 + at;
    return picture;
  }
  }
  int main() { draw(0); }`;

const showing = (frames: number) => `
  canvas.width = 4;
  canvas.height = 3;
  const context = canvas.getContext('2d');
  let frame = 0;
  function show() {
    const bytes = new Uint8ClampedArray(memory.buffer, exports.draw(++frame), 48);
    context.putImageData(new ImageData(bytes, 4, 3), 0, 0);
    if (frame < ${frames}) requestAnimationFrame(show);
  }
  requestAnimationFrame(show);`;
/** The first pixel of a frame is at its byte 0, the last one at 44. */
const pictureOf = (frame: number) => {
  const pixel = (at: number) => [0, 1, 2].map((byte) => frame * 10 + at + byte).join(' ');
  return `frame 4x3: ${pixel(0)} 255, ${pixel(44)} 255`;
};

for (const rewritten of [true, false]) {
  test(`each frame is what memory holds, ${rewritten ? 'recorded' : 'as the linker wrote the program'}`, async ({
    page,
    server,
  }) => {
    const shown = await play(page, server, {
      program,
      rewritten,
      steps: [start, script(showing(5))],
      lingers: 1_500,
    });
    expect(shown.outcomes).toMatchObject([{ status: 'finished' }, { status: 'finished' }]);
    expect(shown.drawn).toEqual([1, 2, 3, 4, 5].map(pictureOf));
  });
}

test('what was drawn without asking for a frame is shown when the script ends, and what timers draw soon after', async ({
  page,
  server,
}) => {
  const once = `
    canvas.width = canvas.height = 2;
    const context = canvas.getContext('2d');
    context.fillStyle = 'rgb(1 2 3)';
    context.fillRect(0, 0, 2, 2);
    setTimeout(() => {
      context.fillStyle = 'rgb(4 5 6)';
      context.fillRect(0, 0, 1, 1);
    }, 100);`;
  const shown = await play(page, server, { program, steps: [start, script(once)], lingers: 1_000 });
  expect(shown.drawn).toEqual(['between 2x2: 1 2 3 255, 1 2 3 255', 'between 2x2: 4 5 6 255, 1 2 3 255']);
});

test('a large picture is shown smaller while it moves, and whole when it rests', async ({ page, server }) => {
  const large = `
    canvas.width = 3840;
    canvas.height = 2160;
    const context = canvas.getContext('2d');
    requestAnimationFrame(() => {
      context.fillStyle = 'rgb(7 8 9)';
      context.fillRect(0, 0, 3840, 2160);
    });`;
  const shown = await play(page, server, { program, steps: [start, script(large)], lingers: 3_000 });
  expect(shown.drawn).toEqual([
    'frame 1280x720 of 3840x2160: 7 8 9 255, 7 8 9 255',
    'between 3840x2160: 7 8 9 255, 7 8 9 255',
  ]);
});

test('a script waits for frames while it runs', async ({ page, server }) => {
  const waiting = `
    for (let frame = 0; frame < 3; frame++) console.log(typeof (await new Promise(requestAnimationFrame)));
    const cancelled = requestAnimationFrame(() => console.log('cancelled'));
    cancelAnimationFrame(cancelled);`;
  const shown = await play(page, server, { program, steps: [start, script(waiting)], lingers: 300 });
  expect(shown.output).toBe('number\nnumber\nnumber\n');
});

test('a canvas that is too large is told of, and the run goes on', async ({ page, server }) => {
  const large = `
    canvas.width = canvas.height = 100_000;
    canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
    console.log('still here');
    requestAnimationFrame(() => {
      canvas.width = canvas.height = 1;
      canvas.getContext('2d').fillRect(0, 0, 1, 1);
    });`;
  const shown = await play(page, server, { program, steps: [start, script(large)], lingers: 800 });
  expect(shown.output).toContain('still here');
  expect(shown.output).toContain('The canvas is 100000 x 100000 pixels and cannot be shown');
  expect(shown.drawn.map((frame) => frame.split(':')[0])).toEqual(['frame 1x1']);
});

test('an image over a detached buffer is told with its line, and the other frames go on', async ({ page, server }) => {
  const detached = `const bytes = new Uint8ClampedArray(memory.buffer, exports.draw(1), 48);
memory.grow(1);
requestAnimationFrame(() => console.log('the other'));
requestAnimationFrame(() => {
  new ImageData(bytes, 4, 3);
});`;
  const shown = await play(page, server, { program, steps: [start, script(detached)], lingers: 500 });
  expect(shown.output).toContain('the other');
  expect(shown.output).toMatch(/Uncaught InvalidStateError: .* \(script\.js, line 5\)/);
  const awaited = `new ImageData(new Uint8ClampedArray(0), 4, 3);`;
  const thrown = await play(page, server, { program, steps: [start, script(`\n\n${awaited}`)] });
  expect(thrown.outcomes[1]).toMatchObject({ status: 'threw', location: { path: 'script.js', line: 3 } });
});

test('nothing is drawn after Stop, which a frame without an end does not delay', async ({ page, server }) => {
  const endless = `${showing(1e9)}
    setTimeout(() => requestAnimationFrame(() => { for (;;) exports.draw(9); }), 300);`;
  const shown = await play(page, server, {
    program,
    steps: [start, script(endless), { kind: 'script', source: 'await new Promise(() => {})' }],
    stopAfter: 1_500,
    lingers: 300,
  });
  expect(shown.outcomes.at(-1)).toEqual({ status: 'stopped', by: 'learner' });
  expect(shown.drawn.length).toBeGreaterThan(0);
  expect(shown.framesLeft).toBe(0);
});

test('pictures come although a script replaced what they are made with', async ({ page, server }) => {
  const hostile = `${showing(2)}
    for (const name of ['createImageBitmap', 'MessagePort', 'Promise']) globalThis[name] = null;
    OffscreenCanvas.prototype.getContext = null;
    Object.defineProperty(OffscreenCanvas.prototype, 'width', { get: () => 1e9 });
`;
  const shown = await play(page, server, { program, steps: [start, script(hostile)], lingers: 800 });
  expect(shown.drawn).toEqual([pictureOf(1), pictureOf(2)]);
});
