import { lazy, Suspense, useEffect, useState } from 'react';

const LessonDoor = lazy(() => import('../author/lesson-door.tsx').then(({ LessonDoor }) => ({ default: LessonDoor })));

/** A lesson that is no part of the course: from a file, or from the address after `?from=`. */
export function OpenLessonPage() {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <>
      <noscript>
        <p>This page reads lessons itself: it needs JavaScript.</p>
      </noscript>
      {isAwake && (
        <Suspense fallback={<p role="status">Loading…</p>}>
          <LessonDoor />
        </Suspense>
      )}
    </>
  );
}
