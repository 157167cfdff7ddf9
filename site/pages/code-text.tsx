import { Fragment } from 'react';
import { codePieces, mayBreakBefore } from '../../playground/lesson/code-pieces.ts';

/** Text in which what stands between backticks is code. */
export function CodeText({ text }: { readonly text: string }) {
  // The pieces of a text never change their order.
  return text.split('`').map((piece, index) => (index % 2 === 1 ? <CodeLine key={index} text={piece} /> : piece));
}

/** A line of code, which may break, but neither behind the hyphen of a flag nor in a short call. */
export function CodeLine({ text }: { readonly text: string }) {
  return (
    <code>
      {codePieces(text).map((piece, index) =>
        index % 2 === 1 ? (
          <Fragment key={index}>
            {mayBreakBefore(piece) && <wbr />}
            <span className="whole">{piece}</span>
          </Fragment>
        ) : (
          piece
        ),
      )}
    </code>
  );
}
