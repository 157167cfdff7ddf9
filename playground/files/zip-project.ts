import { type Zippable, zipSync } from 'fflate';
import allocatorText from '../../runtime/include/pagewise/allocator.h?raw';
import { isWat, isWatProgram } from '../compiler/wat/wat-program.ts';
import { buildFile, usesOwnHeaders } from './build-file.ts';
import hostText from './download/host.mjs?raw';
import pageText from './download/index.html?raw';
import modulesText from './download/modules.mjs?raw';
import runText from './download/run.mjs?raw';
import watProgramText from './download/wat-program.mjs?raw';
import { projectFileName, sourceFolder } from './open-project.ts';
import { writtenValues } from './parse-project.ts';
import { allFiles, type Project } from './project.ts';

/** A project as a zip archive: one folder with its sources, and all that builds and runs it with Emscripten's SDK. */
export function zipProject(project: Project, title: string): Uint8Array {
  const all = allFiles(project);
  const values = writtenValues(project);
  const order = all.map(({ path }) => path);
  const texts: Readonly<Record<string, string>> = {
    ...(isWatProgram(project.files)
      ? { 'README.md': watReadme(title, project), 'build/program.mjs': watProgramText }
      : { 'README.md': readme(title), 'CMakeLists.txt': buildFile(project) }),
    [projectFileName]: `${JSON.stringify({ kind: 'pagewise-program', version: 1, values, order }, null, 2)}\n`,
    ...(usesOwnHeaders(project) ? { 'include/pagewise/allocator.h': allocatorText } : {}),
    'package.json': '{ "type": "module" }\n',
    'host.mjs': hostText,
    'modules.mjs': modulesText,
    'run.mjs': runText,
    'index.html': pageText,
    ...Object.fromEntries(all.map(({ path, text }) => [sourceFolder + path, text])),
  };
  const folder = folderName(title);
  const encoder = new TextEncoder();
  const entries: Zippable = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [`${folder}/${path}`, encoder.encode(text)]),
  );
  return zipSync(entries, { level: 9 });
}

/** A name for files and folders, of the letters that every system takes. */
export function folderName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return name === '' ? 'program' : name;
}

const readme = (title: string): string => `# ${title}

Needs [Emscripten's SDK](https://emscripten.org/docs/getting_started/downloads.html), CMake and Node.js 20 or newer.

    emcmake cmake -S . -B build && cmake --build build
    node run.mjs

The first command builds \`build/program.mjs\` and \`build/program.wasm\`. The second ${running}`;

const watReadme = (title: string, { files }: Project): string => `# ${title}

Needs \`wat2wasm\` of [WABT](https://github.com/WebAssembly/wabt), and Node.js 20 or newer.

    wat2wasm --debug-names ${files.map(({ path }) => sourceFolder + path).find(isWat)} -o build/program.wasm
    node run.mjs

The second command makes an instance of the module, which must import nothing that its script does not give. It ${running}`;

const running = `runs \`main\`, then the JavaScript
files of \`src\`, with \`memory\`, \`exports\`, \`Module\` and \`console\` as they have them in Pagewise. To see it in a browser,
serve this folder (\`emrun index.html\` does) and open \`index.html\`.

\`pagewise.json\` holds the settings, the input and the order of the files. Open the zip, or this folder, in the
playground, and the program is as it was.
`;
