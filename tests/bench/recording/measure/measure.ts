import type { Platform } from './platform.ts';
import type { BenchProgram } from './program-run.ts';
import { measureReplay } from './replay.ts';
import { measureRewriting } from './rewriting.ts';
import { measureSlowdown } from './slowdown.ts';

/** What a worker measures. It serves one request, so that no other one's memory or code disturbs it. */
export type BenchRequest =
  | { readonly what: 'slowdown'; readonly program: BenchProgram; readonly rounds: number }
  | { readonly what: 'replay'; readonly program: BenchProgram }
  | { readonly what: 'rewriting'; readonly name: string; readonly times: number };

/** Measures what is asked for. The figures are plain data. */
export function measure(platform: Platform, request: BenchRequest): Promise<unknown> {
  switch (request.what) {
    case 'slowdown':
      return measureSlowdown(platform, request.program, request.rounds);
    case 'replay':
      return measureReplay(platform, request.program);
    case 'rewriting':
      return measureRewriting(platform, request.name, request.times);
    default:
      return request satisfies never;
  }
}
