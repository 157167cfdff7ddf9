/** CSS pixels a pixel: whole numbers, and whole parts where the picture is larger than the screen. */
const zooms: readonly number[] = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32];

/** From this on each pixel has a border. */
export const gridZoom = 8;

/** The largest at which all of the picture is in sight; the smallest where it never is. */
export function fittingZoom(
  width: number,
  height: number,
  room: { readonly width: number; readonly height: number },
): number {
  const fits = zooms.filter((zoom) => width * zoom <= room.width && height * zoom <= room.height);
  return fits.at(-1) ?? (zooms[0] as number);
}

/** The next one in a direction; the same at the end. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const beyond = zooms.filter((each) => (direction > 0 ? each > zoom : each < zoom));
  return (direction > 0 ? beyond[0] : beyond.at(-1)) ?? zoom;
}

/** `4 : 1`, `1 : 2`. */
export const zoomInWords = (zoom: number): string => (zoom >= 1 ? `${zoom} : 1` : `1 : ${Math.round(1 / zoom)}`);
