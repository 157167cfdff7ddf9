import {
  ArrowUpFromDot,
  ChevronsLeft,
  ChevronsRight,
  CircleArrowLeft,
  CircleArrowRight,
  CornerLeftUp,
  Pause,
  Play,
  RedoDot,
  SkipBack,
  SkipForward,
  StepBack,
  StepForward,
  UndoDot,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { EventKind } from '../trace/trace.ts';
import {
  type Move,
  type MoveSettings,
  makeMove,
  moves,
  type Playback,
  playKeys,
  togglePlayback,
} from '../view-model/moves.ts';
import type { Position, TimeTravel } from '../view-model/time-travel.ts';
import { markSigns } from '../view-model/timeline-marks.ts';
import { ActionButton } from './action-button.tsx';

interface TimelineMovesProps {
  readonly travel: TimeTravel;
  readonly position: Position;
  readonly isBusy: boolean;
  readonly settings: MoveSettings;
  readonly onPlayback: (playback: Playback) => void;
}

/** Lines a second. */
const speeds = [1, 4, 16, 60];

/** The buttons of a timeline: back on the left, on to the right, playback between. */
export function TimelineMoves({ travel, position, isBusy, settings, onPlayback }: TimelineMovesProps) {
  const { event, speed, breakpoints } = settings;
  const button = (what: Move['what'], direction: Move['direction']) => {
    const move = moves.find((each) => each.what === what && each.direction === direction);
    if (!move) return null;
    const isAtEnd = position.step === (direction === 'forward' ? travel.trace.steps : 0);
    const Icon = icons[what][direction];
    return (
      <ActionButton
        look="icon"
        aria-label={move.name}
        aria-keyshortcuts={move.keys?.replace('Ctrl', 'Control') ?? undefined}
        title={move.keys ? `${move.name} (${move.keys})` : move.name}
        isOff={isAtEnd || isBusy}
        onPress={() => makeMove(travel, move, settings)}
      >
        <Icon aria-hidden="true" />
      </ActionButton>
    );
  };
  return (
    <>
      <div className="timeline-moves" role="group" aria-label="Steps">
        {button('end', 'back')}
        {button('out', 'back')}
        {button('over', 'back')}
        {button('line', 'back')}
        <ActionButton
          look="icon"
          className="timeline-play"
          aria-label={position.isPlaying ? 'Pause the playback' : 'Play'}
          aria-keyshortcuts={playKeys}
          title={`${position.isPlaying ? 'Pause the playback' : 'Play the recorded run'} (${playKeys})`}
          isOff={isBusy}
          onPress={() => togglePlayback(travel, settings)}
        >
          {position.isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </ActionButton>
        {button('line', 'forward')}
        {button('over', 'forward')}
        {button('out', 'forward')}
        {button('end', 'forward')}
      </div>
      <label className="timeline-select">
        <span className="visually-hidden">Speed of the playback</span>
        <select value={speed} onChange={({ target }) => onPlayback({ event, speed: Number(target.value) })}>
          {speeds.map((each) => (
            <option key={each} value={each}>
              {each} a second
            </option>
          ))}
        </select>
      </label>
      <div className="timeline-moves" role="group" aria-label="Events">
        {button('event', 'back')}
        <label className="timeline-select">
          <span className="visually-hidden">Kind of event</span>
          <select value={event} onChange={({ target }) => onPlayback({ speed, event: target.value as EventKind })}>
            {markSigns.map(({ kind, glyph, name }) => (
              <option key={kind} value={kind}>
                {glyph} {name}
              </option>
            ))}
          </select>
        </label>
        {button('event', 'forward')}
      </div>
      {breakpoints.length > 0 && (
        <div className="timeline-moves" role="group" aria-label="Go to a stop">
          {button('breakpoint', 'back')}
          {button('breakpoint', 'forward')}
        </div>
      )}
    </>
  );
}

const icons: Record<Move['what'], Record<Move['direction'], ComponentType>> = {
  line: { back: StepBack, forward: StepForward },
  over: { back: UndoDot, forward: RedoDot },
  out: { back: CornerLeftUp, forward: ArrowUpFromDot },
  event: { back: ChevronsLeft, forward: ChevronsRight },
  breakpoint: { back: CircleArrowLeft, forward: CircleArrowRight },
  end: { back: SkipBack, forward: SkipForward },
};
