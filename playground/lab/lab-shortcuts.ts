import type { KeyboardEvent } from 'react';
import { keysOf, type MoveSettings, makeMove, moves, playKeys, togglePlayback } from '../view-model/moves.ts';
import type { Lab } from './use-lab.ts';

/** The keys that work everywhere in the lab, its editors included. Each does what a button does too. */
export function pressInLab(event: KeyboardEvent, lab: Lab, settings: MoveSettings): void {
  const act = actionOf(event, lab, settings);
  if (!act) return;
  // The editor and the browser have keys of their own.
  event.preventDefault();
  event.stopPropagation();
  if (lab.state.activity === 'idle' && !lab.measuring.isMeasuring) act();
}

function actionOf(event: KeyboardEvent, lab: Lab, settings: MoveSettings): (() => void) | null {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    return () => void (event.shiftKey ? lab.runJavaScript() : lab.run());
  }
  const { travel } = lab.state;
  const keys = keysOf(event);
  const move = moves.find((each) => each.keys === keys);
  if (!travel) return null;
  if (keys === playKeys) return () => togglePlayback(travel, settings);
  return move ? () => makeMove(travel, move, settings) : null;
}
