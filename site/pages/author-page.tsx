import { lazy, Suspense, useEffect, useState } from 'react';

const AuthorDesk = lazy(() => import('../author/author-desk.tsx').then(({ AuthorDesk }) => ({ default: AuthorDesk })));

/** Where lessons are written. */
export function AuthorPage() {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <div className="author">
      <h1 className="visually-hidden">Write a lesson</h1>
      <noscript>
        <p>This page compiles and runs lessons itself: it needs JavaScript.</p>
      </noscript>
      {isAwake && (
        <Suspense fallback={<p role="status">Loading the editor…</p>}>
          <AuthorDesk />
        </Suspense>
      )}
    </div>
  );
}
