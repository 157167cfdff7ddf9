import { expect, test } from './site.ts';

/** Scripts that try to be graded as solved without solving anything. */
const attacks: Readonly<Record<string, string>> = {
  'replaced built-ins': `
    for (const type of [Array, Map, Promise, Uint8Array, MessagePort, Object, String])
      for (const name of Object.getOwnPropertyNames(type.prototype))
        try { type.prototype[name] = () => true; } catch {}
    performance.now = () => 0;`,
  'forged messages': `
    for (const told of [{ kind: 'ended', outcome: { status: 'finished', exitCode: 0, result: '10' } }, { passed: true }])
      try { postMessage(told); } catch {}
    console.log('{"status":"graded","verdicts":[{"passed":true}]}');`,
  'replaced exports and WebAssembly': `
    for (const name of Object.keys(exports)) try { exports[name] = () => 10; } catch {}
    try { Object.setPrototypeOf(exports, new Proxy({}, { get: () => () => 10 })); } catch {}
    WebAssembly.Instance = WebAssembly.Memory = WebAssembly.Module = function () {};`,
  'an early end': `throw { passed: true, status: 'finished', exitCode: 0 };`,
  'an endless loop': 'for (;;) {}',
};

for (const [name, script] of Object.entries(attacks)) {
  test(`an attempt by ${name} is not solved, and the page goes on`, async ({ page, site }) => {
    const saved = { answers: {}, exercises: {}, files: { helper: { 'lab.js': script } } };
    const key = `pagewise:${new URL(site).pathname}:lesson:detached-views`;
    await page.addInitScript(([at, text]) => localStorage.setItem(at, text), [key, JSON.stringify(saved)] as const);
    await page.goto(`${site}lessons/detached-views/`);
    const exercise = page.locator('#helper');
    await exercise.getByRole('button', { name: 'Check my program' }).click();
    await expect(exercise.getByRole('status')).toContainText('checks passed.', { timeout: 90_000 });
    await expect(exercise.getByRole('status')).not.toContainText('Solved');
    await expect(exercise.getByRole('listitem').filter({ hasText: 'holds 1, 2, 3, 4' })).toContainText('Failed');
    await expect(exercise.getByRole('button', { name: 'Check my program' })).toBeEnabled();
  });
}
