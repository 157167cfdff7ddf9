import { useEffect, useRef, useState } from 'react';

/**
 * The answer to a question that changes faster than it is answered. One is asked at a time; when it is answered, the
 * newest one is next. The answer before stays until there is another; null before the first, after a failure, and
 * while there is no question.
 */
export function useNewest<Answer>(ask: (() => Promise<Answer>) | null, question: readonly unknown[]): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const newest = useRef<{ readonly ask: (() => Promise<Answer>) | null } | null>(null);
  const isAsking = useRef(false);
  useEffect(() => {
    newest.current = { ask };
    if (isAsking.current) return;
    isAsking.current = true;
    void (async () => {
      for (let asked = null; newest.current && newest.current !== asked; ) {
        asked = newest.current;
        const read = asked.ask ? await asked.ask().catch(() => null) : null;
        if (newest.current) setAnswer(read);
      }
      isAsking.current = false;
    })();
    // These say which question it is; the function is another one at each drawing.
  }, question);
  useEffect(
    () => () => {
      newest.current = null;
    },
    [],
  );
  return answer;
}
