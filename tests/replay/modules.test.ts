import { describe, expect, it } from 'vitest';
import { moduleCases } from './modules/module-cases.ts';
import { recordModule } from './modules/record-module.ts';
import { engine } from './node-stage.ts';

describe('the log of a module tells', () => {
  const here = moduleCases.filter(({ needs }) => needs === undefined);
  it.each(here)('$name', async (tried) => {
    const { log, problems, sections } = await recordModule(engine, tried);
    expect(problems).toEqual([]);
    if (tried.log) expect(log).toEqual(tried.log);
    expect(sections).toBeGreaterThanOrEqual(tried.sections ?? 0);
  });
});
