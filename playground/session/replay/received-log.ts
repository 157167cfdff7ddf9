import type { MalformedModule } from '../../trace/engine.ts';
import { release } from '../../trace/log.ts';
import type { RunFacts } from '../../trace/moment-of.ts';
import type { ReplayEngine } from '../../trace/replay-engine.ts';
import { ReplayTrace } from '../../trace/replay-trace.ts';
import { ScriptHistory, type ScriptSource } from '../../trace/script-history.ts';
import { giveLog, type JournalEntry, type LogMessage, logSizeOf, type RecordingEnd } from './log-message.ts';

/** Bytes of log that are taken at most, whatever a run sends. */
const mostBytes = 768 * 1024 * 1024;

const limits: Record<RecordingEnd | 'too-much' | 'damaged' | 'script', string> = {
  script: 'The script went on when its steps were full: what it did later is shown as one.',
  budget: 'The run went on after its recording was full: what came later is not shown.',
  'step-limit': 'The run made as many steps as it may, and was ended there.',
  'too-much': 'The recording ends here: there is no room for more.',
  damaged: 'The recording ends here: what came later cannot be read.',
};

/** What the page knows of a run beside its log. */
export interface KnownRun extends Omit<RunFacts, 'heapEndAt' | 'script' | 'crossings'> {
  /** Of all scripts that were run. */
  readonly script?: ScriptSource | null;
}

/** What has come of the log of one run. */
export class ReceivedLog {
  #ready: ReplayEngine | null = null;
  readonly journal: JournalEntry[] = [];
  readonly #scripts = new ScriptHistory();
  #isWhole = false;
  /** Of the run, as its journal tells. */
  steps = 0;
  #heapEndAt: number | null = null;
  #limit: keyof typeof limits | null = null;
  #bytes = 0;

  /** Whether nothing more is taken. */
  get isOver(): boolean {
    return this.#limit === 'damaged' || this.#limit === 'too-much';
  }

  /** Takes the first message, which `opened` is to replay. */
  begin(message: Extract<LogMessage, { kind: 'begin' }>, opened: ReplayEngine | MalformedModule): void {
    if (this.#ready || opened.status !== 'ready') this.stop('damaged');
    else {
      opened.begin(message.pages, 65_536, message.section, message.others);
      this.#heapEndAt = message.heapEndAt;
      this.#ready = opened;
    }
  }

  /** Takes any other, in order. The words of a part are given back: nobody can read them afterwards. Throws where no recorder wrote it. */
  take(message: Exclude<LogMessage, { kind: 'begin' }>): void {
    switch (message.kind) {
      case 'part':
      case 'section':
        this.#bytes += logSizeOf(message) + (message.kind === 'section' ? message.section.contents.byteLength : 0);
        if (this.#bytes > mostBytes) this.stop('too-much');
        else if (this.#ready) {
          giveLog(message, this.#ready);
          if (message.kind === 'part') release(message.words);
        } else this.stop('damaged');
        break;
      case 'script':
        this.#bytes += message.words.byteLength;
        if (this.#bytes > mostBytes) this.stop('too-much');
        else if (!this.#scripts.add(message)) this.stop('damaged');
        break;
      case 'end':
        this.stop(message.why);
        break;
      case 'journal':
        this.journal.push(...message.entries);
        this.#isWhole = message.isWhole;
        this.steps = message.steps;
        break;
      default:
        message satisfies never;
    }
  }

  /** Why the recording ends where it does: the first reason counts. */
  stop(why: keyof typeof limits): void {
    this.#limit ??= why;
  }

  /** What was recorded until now; null when that is nothing. */
  recorded(known: KnownRun): ReplayTrace | null {
    if (!this.#ready || this.#ready.steps === 0) return null;
    const why = this.#limit ?? (this.#scripts.isFull ? 'script' : null);
    const script = known.script && { ...known.script, history: this.#scripts };
    const facts: RunFacts = {
      ...known,
      script: script ?? null,
      heapEndAt: this.#heapEndAt,
      crossings: this.#scripts.crossings,
    };
    return new ReplayTrace(this.#ready, facts, why && limits[why]);
  }

  /** Whether the run went on after its recording was full, and can be run again. */
  goesOnAfter({ steps }: ReplayTrace): boolean {
    return this.#limit === 'budget' && this.#isWhole && this.steps > steps;
  }
}
