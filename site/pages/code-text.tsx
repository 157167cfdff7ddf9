import { flagPieces } from '../../playground/lesson/flag-pieces.ts';

/** Text in which what stands between backticks is code. */
export function CodeText({ text }: { readonly text: string }) {
  // The pieces of a text never change their order.
  return text.split('`').map((piece, index) => (index % 2 === 1 ? <CodeLine key={index} text={piece} /> : piece));
}

/** A line of code, which may break, but not behind the hyphen of a flag. */
export function CodeLine({ text }: { readonly text: string }) {
  return (
    <code>
      {flagPieces(text).map((piece, index) =>
        index % 2 === 1 ? (
          <span key={index} className="whole">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </code>
  );
}
