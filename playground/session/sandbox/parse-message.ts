import type { CanvasFrame, ExportedFunction, Outcome, SourceLocation, WasmType } from '../run.ts';
import { type FromWorker, limits, type OutputPiece, type OutputStream, type Snapshot } from './messages.ts';
import { parseReport, parseTimes } from './parse-measured.ts';
import { parseState } from './parse-state.ts';
import { either, list, Malformed, natural, record, text } from './parse-values.ts';

const wasmTypes = ['i32', 'i64', 'f32', 'f64', 'v128', 'funcref', 'externref'] as const satisfies readonly WasmType[];
const streams = ['stdout', 'stderr', 'javascript'] as const satisfies readonly OutputStream[];

/** Reads a message from the sandbox, of which nothing is believed. Null when it is not one that the worker sends. */
export function parseMessage(data: unknown): FromWorker | null {
  try {
    return parse(data);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function parse(data: unknown): FromWorker {
  const message = record(data);
  switch (message.kind) {
    case 'opened':
      return { kind: 'opened', exports: list(message.exports, parseExport), missing: list(message.missing, text) };
    case 'refused':
      return { kind: 'refused', reason: text(message.reason) };
    case 'output':
      return { kind: 'output', pieces: list(message.pieces, parsePiece) };
    case 'state':
      return { kind: 'state', state: parseState(message.state), snapshots: list(message.snapshots, parseSnapshot) };
    case 'ended':
      return {
        kind: 'ended',
        id: natural(message.id),
        outcome: parseOutcome(message.outcome),
        recorded: natural(message.recorded),
      };
    case 'frame-wanted':
      return { kind: 'frame-wanted' };
    case 'frame':
      return { kind: 'frame', frame: parseFrame(message.frame) };
    case 'measured':
      return { kind: 'measured', report: parseReport(message.report) };
    case 'timed':
      return { kind: 'timed', times: parseTimes(message.times) };
    case 'bytes':
      return { kind: 'bytes', id: natural(message.id), bytes: parseBytes(message.bytes) };
    default:
      throw new Malformed();
  }
}

function parsePiece(data: unknown): OutputPiece {
  const piece = record(data);
  return { stream: either(streams, piece.stream), text: text(piece.text) };
}

function parseExport(data: unknown): ExportedFunction {
  const { name, parameters, results } = record(data);
  const type = (value: unknown) => either(wasmTypes, value);
  return { name: text(name), parameters: list(parameters, type), results: list(results, type) };
}

function parseSnapshot(data: unknown): Snapshot {
  const { start, bytes } = record(data);
  return { start: natural(start), bytes: parseBytes(bytes) };
}

function parseBytes(data: unknown): Uint8Array {
  const buffer = data instanceof Uint8Array ? data.buffer : null;
  if (!(data instanceof Uint8Array) || !(buffer instanceof ArrayBuffer) || data.length > limits.range)
    throw new Malformed();
  return data;
}

function parseFrame(data: unknown): CanvasFrame {
  const { picture, spent, ...size } = record(data);
  const [width, height] = [natural(size.width), natural(size.height)];
  if (spent !== null && !(typeof spent === 'number' && spent >= 0 && spent < 1e9)) throw new Malformed();
  if (picture === null) return { picture, spent, width, height };
  if (typeof ImageBitmap === 'undefined' || !(picture instanceof ImageBitmap)) throw new Malformed();
  for (const { width: across, height: down } of [picture, { width, height }])
    if (across * down > limits.pixels || Math.max(across, down) > limits.canvasSide) throw new Malformed();
  return { picture, spent, width, height };
}

function parseOutcome(data: unknown): Outcome {
  const outcome = record(data);
  switch (outcome.status) {
    case 'finished':
      return {
        status: 'finished',
        exitCode: outcome.exitCode === null ? null : natural(outcome.exitCode),
        result: outcome.result === null ? null : text(outcome.result),
      };
    case 'trapped':
      return { status: 'trapped', reason: text(outcome.reason), location: parseLocation(outcome.location) };
    case 'threw':
      return { status: 'threw', message: text(outcome.message), location: parseLocation(outcome.location) };
    case 'waiting-for-input':
      return { status: 'waiting-for-input' };
    case 'stopped':
      // By its own steps; that a learner or the clock stopped a run only the page says.
      return { status: 'stopped', by: either(['step-limit'], outcome.by) };
    default:
      throw new Malformed();
  }
}

function parseLocation(data: unknown): SourceLocation | null {
  if (data === null) return null;
  const { path, line, column } = record(data);
  return { path: text(path), line: natural(line), column: column === null ? null : natural(column) };
}
