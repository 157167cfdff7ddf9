import { formatSelection } from '../../playground/lesson/selection.ts';
import { jumpTo } from '../../playground/view-model/jump.ts';
import { findImage } from '../../playground/view-model/pixel-image.ts';
import { parsePixels } from '../../playground/view-model/pixel-settings.ts';
import type { ErrorList } from './author-errors.ts';
import type { FoundProgram } from './blocks/program.ts';
import type { ExecutedProgram, Failed } from './executed-program.ts';
import { neverEnds } from './never-ends.ts';

type Named = Pick<FoundProgram, 'source' | 'origins' | 'ends'>;

/** What the compiler said, at the lines where the lesson's code stands; nothing where that is the point. */
export function reportDiagnostics({ source, origins, ends }: Named, { diagnostics }: Failed, errors: ErrorList): void {
  if (ends === 'does-not-compile') return;
  for (const { severity, path, line, column, message } of diagnostics) {
    if (severity !== 'error') continue;
    reportAt({ source, origins, ends }, path, line, column, message, errors);
  }
}

/** What the compiler says about a program that compiles, where the lesson's code stands. */
export function reportWarnings(program: Named, { warnings = [] }: ExecutedProgram, remarks: ErrorList): void {
  for (const { severity, path, line, column, message } of warnings)
    if (severity === 'warning') reportAt(program, path, line, column, message, remarks);
}

/**
 * A program that does not end as it is meant to; else what it selects or shows as pixels, when there is no such thing. False in the
 * first case: what is read from such a run is wrong for that reason alone.
 */
export function reportRun(program: FoundProgram, { outcome, state }: ExecutedProgram, errors: ErrorList): boolean {
  const { node, source, ends } = program;
  const before = errors.errors.length;
  const report = (message: string, place: { path: string; line: number } | null): void => {
    if (place) reportAt(program, place.path, place.line, 1, message, errors);
    else errors.at(node, `\`${source.id}\`: ${message}`);
  };
  if (ends === 'does-not-compile') {
    report('it compiles, but `ends` says that it does not', null);
    return false;
  }
  switch (outcome.status) {
    case 'finished':
      if (ends === 'traps') report('it finishes, but `ends` says that it traps', null);
      break;
    case 'trapped':
      if (ends !== 'traps')
        report(`it traps: ${outcome.reason}; if that is what it shows, write \`ends="traps"\``, outcome.location);
      break;
    case 'threw':
      report(`it fails: ${outcome.message}`, outcome.location);
      break;
    case 'waiting-for-input':
      report('it waits for more input; give it with `input="…"`', null);
      break;
    case 'stopped':
      report(neverEnds(outcome.by), null);
      break;
    default:
      outcome satisfies never;
  }
  if (errors.errors.length > before) return false;
  const jump = source.select && jumpTo(formatSelection(source.select), state);
  if (jump && !jump.ok) errors.at(node, `\`select\`: ${jump.message}`);
  const settings = source.pixels === undefined ? null : parsePixels(source.pixels);
  const picture = settings && findImage(settings, state);
  if (picture?.ok === false) for (const { text } of picture.problems) errors.at(node, `\`pixels\`: ${text}`);
  return true;
}

function reportAt(
  { source, origins }: Named,
  path: string,
  line: number,
  column: number,
  words: string,
  errors: ErrorList,
): void {
  const origin = origins.get(path);
  const file = origin?.file ?? errors.file;
  errors.errors.push({
    file,
    line: line + (origin?.firstLine ?? 1) - 1,
    column,
    message: `\`${source.id}\`: ${words}`,
  });
}
