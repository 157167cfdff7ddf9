import { useEffect, useState } from 'react';
import { type DraftFile, isPictureName, isText, type LessonFolder } from './draft.ts';

/** Addresses of a folder's pictures, by name. An image from such an address runs no script and loads nothing else. */
export function usePictures(folder: LessonFolder | null): Readonly<Record<string, string>> {
  const pictures = folder?.files.filter(({ path }) => isPictureName(path)) ?? [];
  const [known, setKnown] = useState(() => addressed(pictures));
  // The same pictures keep their addresses while the text changes.
  const isSame = pictures.length === known.pictures.length && pictures.every((file) => known.pictures.includes(file));
  if (!isSame) setKnown(addressed(pictures));
  useEffect(
    () => () => {
      for (const address of Object.values(known.addresses)) URL.revokeObjectURL(address);
    },
    [known],
  );
  return known.addresses;
}

const addressed = (pictures: readonly DraftFile[]) => ({
  pictures,
  addresses: Object.fromEntries(pictures.map((file) => [file.path, URL.createObjectURL(blobOf(file))])),
});

const types: Readonly<Record<string, string>> = { svg: 'svg+xml', jpg: 'jpeg' };

function blobOf(file: DraftFile): Blob {
  const ending = file.path.split('.').at(-1) ?? '';
  return new Blob([isText(file) ? file.text : file.bytes], { type: `image/${types[ending] ?? ending}` });
}
