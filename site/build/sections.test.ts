import { describe, expect, it } from 'vitest';
import { ErrorList } from './author-errors.ts';
import { nameHeadings } from './heading-ids.ts';
import { parseMarkdown } from './markdown.ts';
import { sectionsOf } from './sections.ts';

describe('the sections of a lesson', () => {
  it('hold the words below each heading, without code, blocks and values that are not known yet', () => {
    const tree = parseMarkdown(
      `Before **all**.

## First things

It holds :value[the number]{read="pages()"} :term[pages], \`free\` says.

> One line
>
> another

:::note
Aside.
:::

\`\`\`cpp
int hidden;
\`\`\`

:::quiz{#quiz}
:::

### Deeper
`,
      new ErrorList('lesson.md'),
    );
    nameHeadings(tree, new Set());
    expect(sectionsOf(tree)).toEqual([
      { id: null, title: '', text: 'Before all.' },
      { id: 'first-things', title: 'First things', text: 'It holds … pages, free says. One line another Aside.' },
      { id: 'deeper', title: 'Deeper', text: '' },
    ]);
  });
});
