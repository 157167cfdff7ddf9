import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { element, words } from '../html-element.ts';
import { keepMarksWithTerms } from './term-punctuation.ts';

const term = (text: string) => element('span', { className: ['term-place'] }, [element('button', {}, [words(text)])]);

function kept(...children: Parameters<typeof element>[2] & object): string {
  const root = { type: 'root' as const, children: [element('p', {}, children)] };
  keepMarksWithTerms(root);
  return toHtml(root);
}

it('keeps the mark behind a term on its line, and leaves a following word alone', () => {
  expect(kept(words('This is a '), element('strong', {}, [term('trap')]), words('. Then'))).toBe(
    '<p>This is a <span class="unbroken"><strong><span class="term-place"><button>trap</button></span></strong>.</span> Then</p>',
  );
  expect(kept(term('traps'), words(', or'), term('page'), words(' 3.'))).toBe(
    '<p><span class="unbroken"><span class="term-place"><button>traps</button></span>,</span> or' +
      '<span class="term-place"><button>page</button></span> 3.</p>',
  );
});
