/** Milliseconds a change of place takes on the screen; none for those who asked for less motion. */
export function motionTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160;
}
