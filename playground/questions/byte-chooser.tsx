import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import type { ShownMemory } from '../lesson/question.ts';
import { useWords } from '../words/use-words.tsx';
import { ByteArrow } from './byte-arrow.tsx';
import './byte-chooser.css';
import { columns, gapBefore, rowsOf } from './byte-rows.ts';
import type { PartGrade } from './question-kind.ts';

interface ByteChooserProps {
  readonly memory: ShownMemory;
  /** What is chosen here: "Bytes", "Target". */
  readonly label: string;
  /** Whether several bytes can be chosen. */
  readonly isMany: boolean;
  readonly describedBy: string;
  /** Addresses between which an arrow is drawn. */
  readonly arrow?: { readonly from: number; readonly to: number } | null;
  isChosen(address: number): boolean;
  /** Whether what was chosen cannot be changed. */
  isFixed(address: number): boolean;
  gradeOf(address: number): PartGrade;
  /** What this byte belongs to, in a word; null for most. */
  nameOf?(address: number): string | null;
  /** These bytes were chosen, or are no longer. */
  onChoose(addresses: readonly number[], isChosen: boolean): void;
}

const signs: Readonly<Record<PartGrade, string>> = { right: '✓', wrong: '✗', open: '' };

/** Bytes by address, in rows of eight, of which one or several are chosen: by arrows and the space bar, or by pressing. */
export function ByteChooser(props: ByteChooserProps) {
  const { memory, label, isMany, describedBy, arrow, isChosen, isFixed, gradeOf, nameOf, onChoose } = props;
  const { marks } = useWords().question;
  const rows = rowsOf(memory);
  const addresses = rows.flatMap((row) => row.cells.map(({ address }) => address));
  const [current, setCurrent] = useState(addresses[0] ?? 0);
  const drawn = useRef<boolean | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const cell = (address: number): HTMLElement | null =>
    list.current?.querySelector(`[data-address="${address}"]`) ?? null;

  const choose = (address: number, chosen: boolean): void => {
    if (!isFixed(address)) onChoose([address], chosen);
  };
  const press = (address: number, event: PointerEvent): void => {
    if (event.button !== 0) return;
    setCurrent(address);
    const chosen = !(isMany && isChosen(address));
    drawn.current = isMany && event.pointerType === 'mouse' ? chosen : null;
    choose(address, chosen);
  };
  const draw = (address: number, event: PointerEvent): void => {
    if (drawn.current === null || (event.buttons & 1) === 0) return;
    choose(address, drawn.current);
  };
  const move = (event: KeyboardEvent): void => {
    const index = addresses.indexOf(current);
    const to = target(event.key, index, addresses.length);
    const next = to === null ? undefined : addresses[to];
    if (event.key === ' ' || event.key === 'Enter') choose(current, !(isMany && isChosen(current)));
    else if (next === undefined) return;
    else {
      setCurrent(next);
      cell(next)?.focus();
      if (isMany && event.shiftKey) {
        const [low, high] = [Math.min(index, to ?? 0), Math.max(index, to ?? 0)];
        onChoose(
          addresses.slice(low, high + 1).filter((address) => !isFixed(address)),
          true,
        );
      }
    }
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className="byte-chooser needs-js"
      role="listbox"
      aria-label={label}
      aria-multiselectable={isMany}
      aria-describedby={describedBy}
      onKeyDown={move}
    >
      {rows.map(({ start, cells, follows }) => (
        <div
          key={start}
          role="group"
          className="byte-row"
          aria-labelledby={`${id}${start}`}
          style={{ marginBlockStart: follows ? 0 : `${gapBefore}rem` }}
        >
          <span id={`${id}${start}`} className="byte-row-address">
            {hex(start)}
          </span>
          {cells.map(({ address, byte }) => {
            const grade = gradeOf(address);
            const digits = byte.toString(16).toUpperCase().padStart(2, '0');
            const name = nameOf?.(address) ?? null;
            return (
              <span
                key={address}
                role="option"
                className="byte-option"
                data-address={address}
                data-grade={grade}
                data-named={name !== null}
                style={{ gridColumn: (address % columns) + 2 }}
                aria-selected={isChosen(address)}
                aria-disabled={isFixed(address)}
                aria-label={`${hex(address)}: ${digits}${name ? `, ${name}` : ''}${grade === 'open' ? '' : `, ${marks[grade]}`}`}
                tabIndex={address === current ? 0 : -1}
                onPointerDown={(event) => press(address, event)}
                onPointerEnter={(event) => draw(address, event)}
              >
                {digits}
                <span aria-hidden="true">{signs[grade]}</span>
              </span>
            );
          })}
        </div>
      ))}
      {arrow && <ByteArrow rows={rows} {...arrow} />}
    </div>
  );
}

/** The index to which a key leads from another; null when it leads nowhere. */
function target(key: string, index: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

const hex = (address: number): string => `0x${address.toString(16).padStart(5, '0')}`;
