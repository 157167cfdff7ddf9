import { type CallTimeRow, type CallTimes, callTimeRows, timingInWords } from '../measure/call-times.ts';
import type { BoundaryKind } from '../view-model/boundary-kinds.ts';
import { formatCount } from '../view-model/hexadecimal.ts';
import { ActionButton } from './action-button.tsx';
import { TableHead } from './table-head.tsx';

/** Of the program that is shown: null before somebody asks for its times. */
export interface ShownTimes {
  readonly times: CallTimes | null;
  /** The same, run by run. */
  readonly runs: readonly CallTimes[];
  readonly isTiming: boolean;
  /** Why there are none, or what ended the timed runs; empty where all went well. */
  readonly problem: string;
}

interface BoundaryTimesProps extends Omit<ShownTimes, 'runs'> {
  /** What the recorded run did: the same is timed. */
  readonly kinds: readonly BoundaryKind[];
  readonly isBusy: boolean;
  readonly onTime: () => void;
}

const ways: Readonly<Record<CallTimeRow['way'], string>> = {
  in: 'call of the program',
  out: 'call of JavaScript',
  glue: 'call of the glue',
  copy: 'copy',
};

/** How long calls over the boundary and copies take where nothing is recorded. */
export function BoundaryTimes({ times, isTiming, problem, kinds, isBusy, onTime }: BoundaryTimesProps) {
  const rows = times ? callTimeRows(times, kinds) : [];
  return (
    <div className="boundary-times">
      <ActionButton isOff={isBusy || isTiming} onPress={onTime}>
        Time these calls
      </ActionButton>
      <p role="status">{isTiming ? 'Runs the program again, not recorded…' : problem}</p>
      {times && rows.length > 0 && (
        <>
          <table>
            <caption className="visually-hidden">Times of a plain run, not recorded</caption>
            <TableHead titles={['Plain run, not recorded', 'Times', 'Each', 'Together']} />
            <tbody>
              {rows.map(({ way, name, calls, each, all }) => (
                <tr key={`${way} ${name}`}>
                  <th scope="row">
                    <code>{name}</code> <small>{ways[way]}</small>
                  </th>
                  <td>{formatCount(Math.round(calls))}</td>
                  <td>{each}</td>
                  <td>{all}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{timingInWords(times)}</p>
        </>
      )}
    </div>
  );
}
