import { type MemoryState, pageSize } from '../trace/memory-state.ts';
import { addressDigits, formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import { type Region, regionLetter, regionsOf } from '../view-model/regions.ts';
import type { PanelProps } from './panel-props.ts';
import './memory-map.css';

/** The whole memory as pages of 64 KiB, lowest address at the top, with regions as bands; and the same as a table. */
export function MemoryMap({ state, selection, onSelect }: PanelProps) {
  if (!state) return <p className="empty">The map appears with the first run.</p>;
  const regions = regionsOf(state);
  const digits = addressDigits(state.pages * pageSize);
  const select = (region: Region) => onSelect({ range: region.range, label: region.name });
  return (
    <div className="memory-map">
      <p className="map-size">
        {formatSize(state.pages * pageSize)}
        {state.growths.length > 0 && `, grown ${state.growths.length === 1 ? 'once' : `${state.growths.length} times`}`}
      </p>
      <Tower state={state} regions={regions} selected={selection?.range.start ?? null} onSelect={select} />
      <p className="map-legend">Lowest address at the top. One row is a page of 65,536 bytes.</p>
      <table className="region-table">
        <caption className="visually-hidden">Regions of memory</caption>
        <thead>
          <tr>
            <th scope="col">Region</th>
            <th scope="col">From</th>
            <th scope="col">Size in bytes</th>
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region.range.start} data-region={region.kind}>
              <th scope="row">
                <button type="button" className="region-name" onClick={() => select(region)}>
                  <span className="region-key" aria-hidden="true">
                    {regionLetter[region.kind]}
                  </span>
                  {region.name}
                </button>
              </th>
              <td>{formatAddress(region.range.start, digits)}</td>
              <td>{(region.range.end - region.range.start).toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TowerProps {
  readonly state: MemoryState;
  readonly regions: readonly Region[];
  readonly selected: number | null;
  readonly onSelect: (region: Region) => void;
}

/** Above this many pages, several share a row of the picture. */
const mostRows = 64;

function Tower({ state, regions, selected, onSelect }: TowerProps) {
  const perRow = Math.ceil(state.pages / mostRows);
  const rows = Array.from({ length: Math.ceil(state.pages / perRow) }, (_, row) => row);
  const bytesPerRow = perRow * pageSize;
  const grownFrom = state.growths.at(-1)?.from ?? state.pages;
  return (
    <div className="tower" aria-hidden="true">
      {perRow > 1 && <p className="map-legend">{perRow} pages a row</p>}
      {rows.map((row) => {
        const start = row * bytesPerRow;
        const parts = regions.filter(({ range }) => range.start < start + bytesPerRow && range.end > start);
        return (
          <div className="tower-row" key={row} data-grown={row * perRow >= grownFrom}>
            <span className="tower-page">{row * perRow}</span>
            <div className="tower-bands">
              {parts.map((region) => {
                const from = Math.max(region.range.start, start);
                const to = Math.min(region.range.end, start + bytesPerRow);
                const isSelected = selected !== null && selected >= from && selected < to;
                return (
                  // The table below has the same, with buttons; this picture is for pointers only.
                  // biome-ignore lint/a11y/noStaticElementInteractions: see above
                  // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                  <span
                    key={region.range.start}
                    className="band"
                    data-region={region.kind}
                    data-state={isSelected ? 'selected' : 'plain'}
                    style={{ flexGrow: to - from }}
                    title={`${region.name}, ${formatAddress(region.range.start)}`}
                    onClick={() => onSelect(region)}
                  >
                    {to - from > bytesPerRow / 10 ? regionLetter[region.kind] : ''}
                  </span>
                );
              })}
              <Mark at={state.stackPointer} start={start} size={bytesPerRow} kind="stack-pointer" />
              <Mark at={state.heapEnd} start={start} size={bytesPerRow} kind="heap-end" />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Mark({
  at,
  start,
  size,
  kind,
}: {
  readonly at: number;
  readonly start: number;
  readonly size: number;
  readonly kind: string;
}) {
  if (at < start || at >= start + size) return null;
  return <span className="mark" data-kind={kind} style={{ insetInlineStart: `${((at - start) / size) * 100}%` }} />;
}
