import { PageLink } from '../app/navigation.tsx';

export function NotFoundPage() {
  return (
    <div className="page">
      <h1>There is no page here</h1>
      <p>The address may be mistyped, or the lesson has another name in this course.</p>
      <p>
        <PageLink to="">Go to the overview of lessons</PageLink>
      </p>
    </div>
  );
}
