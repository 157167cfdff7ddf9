/** A block that can be put into a lesson. */
export interface Snippet {
  /** What it is: `Program`, `Question: bytes`. */
  readonly title: string;
  readonly text: string;
}

const titles: Readonly<Record<string, string>> = {
  program: 'Program',
  note: 'Note',
  quiz: 'Quiz',
  exercise: 'Exercise',
  figure: 'Figure',
  memory: 'Figure of memory',
};

/** The examples of the authoring guide, each with the name of its block. */
export function snippetsOf(guide: string): readonly Snippet[] {
  const examples = [...guide.matchAll(/^(`{3,})markdown\n([\s\S]*?)\n\1$/gm)].map(([, , text = '']) => text);
  const snippets = examples.flatMap((text): Snippet[] => {
    const [, name = '', attributes = ''] = /^:{2,}(\w+)(?:\{([^}]*)\})?/.exec(text) ?? [];
    if (name === 'question') {
      const kind = /kind="(\w+)"/.exec(attributes)?.[1] ?? '';
      return [{ title: `Question: ${kind}`, text: inQuiz(text) }];
    }
    const title = titles[name];
    return title === undefined ? [] : [{ title, text }];
  });
  return snippets.filter(({ title }, index) => snippets.findIndex((each) => each.title === title) === index);
}

/** A question stands in a quiz, which has one colon more than the outermost block in it. */
function inQuiz(question: string): string {
  const colons = ':'.repeat((/^:+/.exec(question)?.[0].length ?? 3) + 1);
  return `${colons}quiz{#quiz}\n${question}\n${colons}`;
}

/** A snippet for a lesson: ids that the lesson has already are made new, and it asks about a program that is there. */
export function fitted({ text }: Snippet, lesson: string): string {
  const taken = new Set([...lesson.matchAll(/\{#([a-z][a-z0-9-]*)/g)].map(([, id]) => id));
  const programs = [...lesson.matchAll(/^:{3,}program\{#([a-z][a-z0-9-]*)/gm)].map(([, id = '']) => id);
  const free = (id: string): string => {
    let number = 2;
    while (taken.has(`${id}-${number}`)) number++;
    return `${id}-${number}`;
  };
  return text
    .replace(/\{#([a-z][a-z0-9-]*)/g, (whole, id: string) => (taken.has(id) ? `{#${free(id)}` : whole))
    .replace(/\bprogram="([a-z][a-z0-9-]*)"/g, (whole, id: string) =>
      programs.length === 0 || programs.includes(id) ? whole : `program="${programs[0]}"`,
    );
}
