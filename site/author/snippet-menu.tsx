import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { Example } from '../build/reference/examples.ts';

interface SnippetMenuProps {
  readonly snippets: readonly Example[];
  readonly onInsert: (snippet: Example) => void;
}

/** Chooses a block, and puts it below the cursor. */
export function SnippetMenu({ snippets, onInsert }: SnippetMenuProps) {
  const [title, setTitle] = useState(snippets[0]?.title ?? '');
  const id = useId();
  const chosen = snippets.find((snippet) => snippet.title === title);
  return (
    <div className="author-insert">
      <label htmlFor={id}>Block</label>
      <select id={id} value={title} onChange={(event) => setTitle(event.target.value)}>
        {snippets.map((snippet) => (
          <option key={snippet.title}>{snippet.title}</option>
        ))}
      </select>
      <button type="button" className="button" onClick={() => chosen && onInsert(chosen)}>
        <Plus aria-hidden="true" /> Insert
      </button>
    </div>
  );
}
