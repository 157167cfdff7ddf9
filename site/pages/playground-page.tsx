import { lazy, Suspense, useEffect, useState } from 'react';

const PlaygroundLab = lazy(() =>
  import('./playground-lab.tsx').then(({ PlaygroundLab }) => ({ default: PlaygroundLab })),
);

/** The lab without a lesson. */
export function PlaygroundPage() {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <div className="playground">
      <h1 className="visually-hidden">Playground</h1>
      <noscript>
        <p>The playground compiles and runs programs in this page: it needs JavaScript.</p>
      </noscript>
      {isAwake && (
        <Suspense fallback={<p role="status">Loading the lab…</p>}>
          <PlaygroundLab />
        </Suspense>
      )}
    </div>
  );
}
