import { type ReactNode, useId } from 'react';

interface FileButtonProps {
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A button that asks for a file. */
export function FileButton({ accept, onFiles, children }: FileButtonProps) {
  const id = useId();
  return (
    <>
      <label className="button" htmlFor={id}>
        {children}
      </label>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
