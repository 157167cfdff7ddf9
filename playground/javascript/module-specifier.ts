/** The file that a module of the program asks for, or why there is none and what to write, in words. */
export type ResolvedSpecifier =
  | { readonly path: string; readonly problem?: undefined }
  | { readonly path?: undefined; readonly problem: string };

/** Resolves what stands after `from` in the file at `importer`: another JavaScript file of the program, and nothing else. */
export function resolveSpecifier(specifier: string, importer: string, paths: readonly string[]): ResolvedSpecifier {
  const shown = JSON.stringify(specifier.length > 80 ? `${specifier.slice(0, 80)}…` : specifier);
  const refuse = (why: string): ResolvedSpecifier => ({ problem: `${importer} cannot import ${shown}: ${why}` });
  const scheme = /^([a-z][a-z\d+.-]*):|^\/\//i.exec(specifier);
  if (scheme) {
    return refuse(
      "programs here reach no address. Add the code as a JavaScript file of the program and write './name.js'.",
    );
  }
  if (!/^\.{0,2}\//.test(specifier)) {
    const file = specifier.replace(/^.*\//, '').replace(/(\.m?js)?$/, (ending) => ending || '.js');
    return refuse(`there are no packages here. For a file of the program write './${file}'.`);
  }
  const path = joined(importer, specifier);
  if (paths.includes(path)) return { path };
  if (path !== '' && !/\.m?js$/.test(path)) {
    const file = paths.find((each) => each === `${path}.js` || each === `${path}.mjs`);
    if (file) return refuse(`write the whole name, '${specifier}${file.slice(path.length)}'.`);
    if (/\.\w+$/.test(path))
      return refuse('only JavaScript files can be imported. What C++ exports is in `exports` and `Module`.');
  }
  const others = paths.filter((each) => each !== importer).map((each) => `'./${each}'`);
  const known = others.length > 0 ? ` Its other JavaScript files are ${others.slice(0, 8).join(', ')}.` : '';
  const glue = ' If it is what em++ makes: the program is loaded already, as `Module`, and needs no import.';
  return refuse(`the program has no file ${path === '' ? 'of that name' : path}.${known}${glue}`);
}

/** As addresses are joined: names up to the program's own folder, which none leaves. */
function joined(importer: string, specifier: string): string {
  const parts = specifier.startsWith('/') ? [] : importer.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
