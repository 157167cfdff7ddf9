import { join } from 'node:path';
import type { LessonChoice } from '../../playground/command-line/lesson-choice.ts';
import { type Streams, say } from '../../playground/command-line/streams.ts';
import { checkout } from '../build/checkout.ts';
import { chooseLessons } from './choose-lessons.ts';

/** `pagewise lesson preview`: serves a course until it is ended. Resolves to the exit status where it cannot. */
export async function preview(choice: Extract<LessonChoice, { kind: 'preview' }>, streams: Streams): Promise<number> {
  const chosen = chooseLessons(choice.path === null ? [] : [choice.path]);
  if (typeof chosen === 'string') {
    say(streams, `pagewise: ${chosen}\n`);
    return 2;
  }
  const [{ course, lessons } = { course: '', lessons: [] }] = chosen;
  // The server of `npm run dev`: it compiles lessons as they change, and lays their errors over the page.
  process.env.LESSONS = course;
  const { createServer } = await import('vite');
  const port = choice.port === null ? {} : { port: choice.port, strictPort: true };
  const server = await createServer({ configFile: join(checkout(), 'vite.config.ts'), server: port });
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    const reason = error instanceof Error ? error.message : String(error);
    say(streams, `pagewise: nothing can be served there: ${reason}; choose another port with --port\n`);
    return 2;
  }
  const [address = ''] = server.resolvedUrls?.local ?? [];
  const page = lessons.length === 1 ? `lessons/${lessons[0]?.slug}/` : '';
  streams.output(new TextEncoder().encode(`${address}${page}\n`));
  return new Promise(() => undefined);
}
