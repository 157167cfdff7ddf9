import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import type { SearchEntry } from '../../playground/lesson/search-entry.ts';
import { wordsIn } from '../../playground/words/words.ts';
import { inLanguage, routeAddress } from '../app/route.ts';
import type { Section } from './sections.ts';

/** Everything that search finds: lessons, their sections and exercises, questions that people ask, and terms. */
export function searchEntries(
  lessons: readonly { readonly lesson: CompiledLesson; readonly body: { readonly sections: readonly Section[] } }[],
  glossary: readonly GlossaryTerm[],
  language: string,
): readonly SearchEntry[] {
  const words = wordsIn(language);
  const inOwn =
    (own: string) =>
    (entry: SearchEntry): SearchEntry =>
      own === language ? entry : { ...entry, language: own };
  return [
    ...lessons.flatMap(({ lesson, body: { sections } }) => entriesOf(lesson, sections).map(inOwn(lesson.language))),
    ...glossary.map(
      ({ id, term, also, text, language: own }): SearchEntry =>
        inOwn(own)({
          kind: 'term',
          title: term,
          within: words.site.glossary,
          address: `${routeAddress({ page: 'glossary', ...inLanguage(language) })}#${id}`,
          text: also.length === 0 ? plain(text) : `${plain(text)} ${words.search.also(also)}`,
        }),
    ),
  ];
}

function entriesOf(
  { slug, frontMatter, blocks, language }: CompiledLesson,
  sections: readonly Section[],
): readonly SearchEntry[] {
  const { title, summary, goals, tags, asked } = frontMatter;
  const { exercise } = wordsIn(language);
  const address = routeAddress({ page: 'lesson', slug, ...inLanguage(language) });
  const part = (kind: SearchEntry['kind'], id: string, name: string, text: string): SearchEntry => ({
    kind,
    title: name,
    within: title,
    address: `${address}#${id}`,
    text,
  });
  const opening = sections.filter(({ id }) => id === null).map(({ text }) => text);
  return [
    {
      kind: 'lesson',
      title,
      within: '',
      address,
      text: [summary, ...goals.map((goal) => `${goal}.`), ...tags, ...opening].join(' '),
    },
    ...sections.flatMap(({ id, title: name, text }) => (id === null ? [] : [part('section', id, name, text)])),
    ...blocks.flatMap((block) =>
      block.kind === 'exercise' ? [part('exercise', block.exercise.id, exercise.title(block.exercise.title), '')] : [],
    ),
    ...asked.map(({ question, answer }) => part('question', 'asked', question, plain(answer))),
  ];
}

const plain = (text: string): string => text.replaceAll('`', '');
