/** Text in which what stands between backticks is code. */
export function CodeText({ text }: { readonly text: string }) {
  // The pieces of a text never change their order.
  return text.split('`').map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece));
}
