import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { ByteRange, MemoryState } from '../trace/memory-state.ts';
import { blockStrips } from '../view-model/map-blocks.ts';
import { mapLabels } from '../view-model/map-labels.ts';
import { pageBoxes } from '../view-model/map-pages.ts';
import { byteHeight, pickAt } from '../view-model/map-pick.ts';
import type { MapScale, Strip } from '../view-model/map-scale.ts';
import { framePlaces, variablePlaces } from '../view-model/moment-places.ts';
import { type Region, regionLetter } from '../view-model/regions.ts';
import { MapArrow } from './map-arrow.tsx';
import { MapBytes } from './map-bytes.tsx';
import { MapLabels } from './map-labels.tsx';
import { MapTicks } from './map-ticks.tsx';
import { MapViews } from './map-views.tsx';
import type { PanelProps } from './panel-props.ts';
import './map-picture.css';
import './regions.css';

interface MapPictureProps extends PanelProps {
  readonly state: MemoryState;
  readonly regions: readonly Region[];
  readonly scale: MapScale;
  readonly shown: ByteRange | null;
  /** Shows `factor` times as many bytes round an address. */
  readonly onZoom: (factor: number, at: number) => void;
  readonly onFrame: (range: ByteRange) => void;
}

const labelHeight = 18;
/** Pixels from which on an open call is drawn. */
const smallestCall = 3;

/** The picture: ticks, the tower with its regions and blocks, brackets of views, names. For eyes and pointers. */
export function MapPicture(props: MapPictureProps) {
  const { state, moment, bytes, regions, scale, selection, shown, onSelect, onFrame } = props;
  const picture = useWheel(props);
  const stack = useMemo(
    () => ({ frames: moment ? framePlaces(moment) : [], variables: moment ? variablePlaces(moment) : [] }),
    [moment],
  );
  const strips = useMemo(() => blockStrips(state.blocks, scale), [state, scale]);
  const pick = (event: MouseEvent<HTMLElement>) =>
    pickAt(state, regions, scale, event.clientY - event.currentTarget.getBoundingClientRect().top);
  const selected = selection && scale.strip(selection.range, 3);
  const inView = shown && scale.strip(shown, 3);
  return (
    <div className="map-picture" aria-hidden="true" ref={picture}>
      <MapTicks scale={scale} />
      {/* Buttons and the table say the same to the keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        className="tower"
        onClick={(event) => {
          const place = pick(event);
          if (place) onSelect(place);
        }}
        onDoubleClick={(event) => {
          const place = pick(event);
          if (place) onFrame(place.range);
        }}
      >
        {regions.map((region) => {
          const strip = scale.strip(region.range, 1);
          return (
            strip && (
              <span key={region.kind + region.range.start} className="band" data-region={region.kind} style={px(strip)}>
                {strip.height > labelHeight && regionLetter[region.kind]}
              </span>
            )
          );
        })}
        {stack.frames.map(({ label, range }) => {
          const strip = scale.strip(range, 1);
          // Of a deep recursion, and of a whole memory, the region's band tells enough.
          if (!strip || strip.height < smallestCall) return null;
          return <span key={label + range.start} className="map-call" style={px(strip)} />;
        })}
        {strips.map((strip) => (
          <span key={strip.top} className="map-block" data-state={strip.state} style={px(strip)} />
        ))}
        {scale.pixelsPerByte >= byteHeight && (
          <MapBytes {...{ state, bytes, scale }} changes={moment?.changes ?? null} />
        )}
        {pageBoxes(state, scale).map((box) => (
          <span key={box.first} className="map-page" data-new={box.isNew || undefined} style={px(box)}>
            {box.height > labelHeight && <i>page {box.first === box.last ? box.first : `${box.first}–${box.last}`}</i>}
          </span>
        ))}
        <Mark kind="stack-pointer" address={state.stackPointer} scale={scale} />
        <Mark kind="heap-end" address={state.heapEnd} scale={scale} />
        {inView && <span className="map-in-view" style={px(inView)} />}
        {selected && <span className="map-selected" style={px(selected)} />}
        {selection && moment && <MapArrow {...{ moment, scale }} from={selection.range} />}
      </div>
      <MapViews {...{ views: state.views, scale, onSelect }} />
      <MapLabels
        labels={mapLabels(state, regions, scale, selection, labelHeight, stack)}
        {...{ labelHeight, onSelect }}
      />
    </div>
  );
}

interface MarkProps {
  readonly kind: string;
  /** Null where it is not known. */
  readonly address: number | null;
  readonly scale: MapScale;
}

function Mark({ kind, address, scale }: MarkProps) {
  const { start, end } = scale.window;
  if (address === null || address < start || address > end) return null;
  return <span className="map-mark" data-kind={kind} style={{ top: scale.y(address) }} />;
}

const px = ({ top, height }: Strip) => ({ top, height });

/** Turning the wheel with Ctrl held, or pinching, zooms round the pointer. A plain wheel scrolls the panel. */
function useWheel({ scale, onZoom }: MapPictureProps) {
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = picture.current;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const y = event.clientY - (element?.getBoundingClientRect().top ?? 0);
      onZoom(event.deltaY > 0 ? 1.5 : 1 / 1.5, scale.addressAt(y));
    };
    // React listens passively: then the page would zoom as well.
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [scale, onZoom]);
  return picture;
}
