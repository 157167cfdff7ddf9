import { useEffect, useState } from 'react';
import { featuresInWords, type HostFeature, lackedHere } from '../lesson/host-features.ts';

/** One and the same, so that it is no news. */
const nothing: readonly HostFeature[] = [];

/** Tells before a run that this browser lacks what a program needs; nothing where it has all of that. */
export function LackedFeatures({ needs = nothing }: { readonly needs?: readonly HostFeature[] | undefined }) {
  const [lacked, setLacked] = useState<readonly HostFeature[]>([]);
  // Not while the page is made ahead: Node.js lacks other features than the reader's browser.
  useEffect(() => setLacked(lackedHere(needs)), [needs]);
  if (lacked.length === 0) return null;
  return (
    <p className="lacked-features" role="note">
      Your browser does not have what this program needs: {featuresInWords(lacked)}. It cannot run here as the text
      says. Read on, or open the page in another browser.
    </p>
  );
}
