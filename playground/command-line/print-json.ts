import { findingsOf, framesOf } from './frame-items.ts';
import type { Part } from './parts.ts';
import type { TextWriter } from './streams.ts';
import {
  accessesOf,
  allocationsOf,
  type Excerpt,
  growthOf,
  outputOf,
  stepsOf,
  storesOf,
  viewsOf,
} from './trace-items.ts';

/** One object: what is known at once, then a list for each part with an item a line. */
export async function printJson(
  writer: TextWriter,
  head: Readonly<Record<string, unknown>>,
  excerpt: Excerpt,
  parts: readonly Part[],
): Promise<void> {
  const fields = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  writer.write(`{${fields.join(',\n')}`);
  for (const part of parts) {
    for (const [name, items] of Object.entries(listsOf(excerpt, part))) {
      writer.write(`,\n"${name}":[`);
      let separator = '\n';
      for await (const item of await items) {
        writer.write(separator + JSON.stringify(item));
        separator = ',\n';
      }
      writer.write(']');
    }
  }
  writer.write('}\n');
}

type Items = Iterable<unknown> | AsyncIterable<unknown> | Promise<Iterable<unknown>>;

function listsOf(excerpt: Excerpt, part: Part): Readonly<Record<string, Items>> {
  switch (part) {
    case 'steps':
      return { steps: stepsOf(excerpt) };
    case 'stores':
      return { stores: storesOf(excerpt) };
    case 'accesses':
      return { accesses: accessesOf(excerpt) };
    case 'views':
      return { views: viewsOf(excerpt) };
    case 'allocations':
      return { allocations: allocationsOf(excerpt, 'allocations'), releases: allocationsOf(excerpt, 'releases') };
    case 'growth':
      return { growth: growthOf(excerpt) };
    case 'output':
      return { output: outputOf(excerpt) };
    case 'frames':
      return { frames: framesOf(excerpt) };
    case 'findings':
      return { findings: findingsOf(excerpt) };
    default:
      return part satisfies never;
  }
}
