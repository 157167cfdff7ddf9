/** C++ or JavaScript without its comments; text in quotes stays. Line breaks stay, so that lines keep their numbers. */
export function stripComments(source: string): string {
  return source.replace(tokens, (token) => {
    if (token.startsWith('//')) return '';
    return token.startsWith('/*') ? token.replace(/[^\n]+/g, ' ') : token;
  });
}

const tokens = new RegExp(
  [
    // Quoted text first, so that a comment's sign in it is none.
    /R"([^(\s]*)\([\s\S]*?\)\1"/,
    /"(?:[^"\\\n]|\\.)*"/,
    // The quote in 1'000 begins nothing.
    /(?<!\b\d[\w']*)'(?:[^'\\\n]|\\.)*'/,
    /`(?:[^`\\]|\\[\s\S])*`/,
    /\/\/[^\n]*/,
    /\/\*[\s\S]*?(?:\*\/|$)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);
