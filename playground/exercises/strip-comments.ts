/** C++ or JavaScript without its comments; text in quotes stays. Line breaks stay, so that lines keep their numbers. */
export function stripComments(source: string): string {
  return source.replace(tokens, (token) => {
    if (token.startsWith('//')) return '';
    return token.startsWith('/*') ? token.replace(/[^\n]+/g, ' ') : token;
  });
}

/** Quoted text first, so that a comment's sign in it is none. */
const tokens = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
