import type { CodePlace } from '../trace/memory-state.ts';

interface GoToProps {
  readonly step: number;
  readonly place: CodePlace | null;
  readonly onGo: (step: number) => void;
}

/** A link to a step, under the line that it runs. */
export function GoTo({ step, place, onGo }: GoToProps) {
  return (
    <button type="button" className="link" onClick={() => onGo(step)}>
      {place ? `${place.path}, line ${place.line} (step ${step})` : `step ${step}`}
    </button>
  );
}
