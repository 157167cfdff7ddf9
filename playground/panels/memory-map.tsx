import { ArrowDown, ArrowUp, Maximize2, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import { type ByteRange, type MemoryState, pageSize } from '../trace/memory-state.ts';
import { formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import { framed, isWhole, MapScale, moved, wholeMemory, zoomed } from '../view-model/map-scale.ts';
import { regionsOf } from '../view-model/regions.ts';
import { overflowInWords, stackInWords } from '../view-model/stack-use.ts';
import { ActionButton } from './action-button.tsx';
import { MapPicture } from './map-picture.tsx';
import type { PanelProps } from './panel-props.ts';
import { RegionTable } from './region-table.tsx';
import { useMapWindow } from './use-map-window.ts';
import { useSize } from './use-size.ts';
import './memory-map.css';

interface MemoryMapProps extends PanelProps {
  /** The bytes that another panel shows. */
  readonly shown: ByteRange | null;
}

/** The memory as a tower of pages, from all of it down to single bytes; and its regions as a table. */
export function MemoryMap(props: MemoryMapProps) {
  if (!props.state) return <p className="empty">The map appears when a program runs.</p>;
  return <LoadedMap {...props} state={props.state} />;
}

function LoadedMap({
  state,
  moment,
  bytes,
  selection,
  shown,
  onSelect,
}: MemoryMapProps & { readonly state: MemoryState }) {
  const size = state.pages * pageSize;
  const frame = useRef<HTMLDivElement>(null);
  const { height } = useSize(frame, { width: 320, height: 320 });
  const { window, move } = useMapWindow(size);
  const scale = useMemo(() => new MapScale(window, height), [window, height]);
  const regions = useMemo(() => regionsOf(state), [state]);
  const overflow = overflowInWords(state);
  // A growth by nothing detaches views, and adds no page.
  const grown = state.growths.filter(({ from, to }) => to > from).length;
  const zoom = (factor: number, at = (window.start + window.end) / 2) =>
    move(zoomed(window, factor, at, size), 'smoothly');
  const pan = (share: number) => move(moved(window, share, size), 'smoothly');
  const all = () => move(wholeMemory(size), 'smoothly');
  const toSelection = () => selection && move(framed(selection.range, size), 'smoothly');

  const keys: Record<string, () => void> = {
    '+': () => zoom(1 / 2),
    '-': () => zoom(2),
    '0': all,
    ArrowUp: () => pan(-1 / 4),
    ArrowDown: () => pan(1 / 4),
    PageUp: () => pan(-1),
    PageDown: () => pan(1),
  };
  const press = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="memory-map">
      <div className="map-bar" role="group" aria-label="Move and zoom the map" onKeyDown={press}>
        <p className="map-size">
          {formatSize(size)}
          {grown > 0 && `, grown ${grown === 1 ? 'once' : `${grown} times`}`}
        </p>
        <MapButton name="Zoom in" onPress={() => zoom(1 / 4)}>
          <Plus aria-hidden="true" />
        </MapButton>
        <MapButton name="Zoom out" isOff={isWhole(window, size)} onPress={() => zoom(4)}>
          <Minus aria-hidden="true" />
        </MapButton>
        <MapButton name="To lower addresses" isOff={window.start <= 0} onPress={() => pan(-1 / 2)}>
          <ArrowUp aria-hidden="true" />
        </MapButton>
        <MapButton name="To higher addresses" isOff={window.end >= size} onPress={() => pan(1 / 2)}>
          <ArrowDown aria-hidden="true" />
        </MapButton>
        <ActionButton isOff={isWhole(window, size)} onPress={all}>
          <Maximize2 aria-hidden="true" />
          All
        </ActionButton>
        <ActionButton isOff={!selection} onPress={toSelection}>
          To selection
        </ActionButton>
      </div>
      {overflow && <p className="map-warning">⚠ {overflow}</p>}
      <div className="map-frame" ref={frame}>
        <MapPicture
          {...{ state, moment, bytes, regions, scale, selection, shown, onSelect }}
          onZoom={zoom}
          onFrame={(range) => move(framed(range, size), 'smoothly')}
        />
      </div>
      <p className="map-legend">
        Shown: {formatAddress(Math.floor(window.start))} to {formatAddress(Math.ceil(window.end))}, lowest address at
        the top. Stack: {stackInWords(state)}.
      </p>
      <RegionTable {...{ regions, onSelect }} />
    </div>
  );
}

interface MapButtonProps {
  readonly name: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function MapButton({ name, isOff = false, onPress, children }: MapButtonProps) {
  return (
    <ActionButton look="icon" aria-label={name} title={name} {...{ isOff, onPress }}>
      {children}
    </ActionButton>
  );
}
