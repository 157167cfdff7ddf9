import { breakpointKeys, moves, playKeys } from '../../playground/view-model/moves.ts';
import { PageLink } from '../app/navigation.tsx';
import { routeAddress } from '../app/route.ts';
import { CodeLine } from './code-text.tsx';

const labKeys: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl+Enter', 'Run'],
  ['Ctrl+Shift+Enter', 'Run the JavaScript again'],
  ...moves.flatMap(({ keys, name }) => (keys === null ? [] : [[keys, name] as const])),
  [playKeys, 'Play the recorded run, or pause'],
  [breakpointKeys, 'In an editor: set or remove a stop on the line of the cursor'],
];

export function HelpPage() {
  return (
    <div className="page prose">
      <h1>Help</h1>
      <h2 id="lab">The lab</h2>
      <p>
        Each lesson has a lab beside its text: an editor for C or C++, one for JavaScript, and panels that show one
        WebAssembly memory. <strong>Run</strong> compiles the program in this page and runs it; <strong>Stop</strong>{' '}
        ends it at once, even in an endless loop. After <code>main</code> has returned, the instance stays alive: call
        its exports from their buttons, or run the JavaScript against it.
      </p>
      <p>
        The lesson’s own programs are compiled already. Your first edit fetches the compiler, once; the browser keeps
        it, and later visits need no network.
      </p>
      <h2 id="timeline">Through a run, forward and back</h2>
      <p>
        A run is recorded. The timeline below the editors goes to any of its steps: the panels then show the memory as
        it was just before the marked line ran. Stops work in both directions: on lines, on bytes that are written, on
        growth, on a block that is freed.
      </p>
      <table>
        <caption>Keys in the lab, in its editors too</caption>
        <thead>
          <tr>
            <th scope="col">Keys</th>
            <th scope="col">What they do</th>
          </tr>
        </thead>
        <tbody>
          {labKeys.map(([keys, what]) => (
            <tr key={keys}>
              <td>
                <kbd>{keys}</kbd>
              </td>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        On the timeline’s slider, arrow keys go one step, Page Up and Page Down a tenth of the run, Home and End to its
        ends.
      </p>
      <h2 id="together">JavaScript and C++ together</h2>
      <ul>
        <li>
          <strong>Calls</strong> lists each call over the boundary: what was passed and what reached Wasm, the strings
          and bytes that were copied, the blocks that were allocated, and whether anybody freed them.
        </li>
        <li>
          <strong>Findings</strong> names lines that use a detached view, an index out of range, an address as an index,
          or memory that was freed. <strong>Views</strong> leads to the step that detached each one.
        </li>
        <li>
          <strong>Pixels</strong> shows any bytes as a picture or a sound wave, at each step. A script draws on{' '}
          <code>canvas</code>, and <strong>Canvas</strong> tells the frame rate reached.
        </li>
        <li>
          <code>measure("name", function)</code> in a script adds a variant: <strong>Measure</strong> times all of them
          side by side, with nothing recorded.
        </li>
        <li>
          <strong>Glue</strong> shows the JavaScript of Emscripten that your program reaches, and makes its statements
          steps if you want. The bodies of <code>EM_JS</code> and <code>EM_ASM</code> always are.
        </li>
        <li>
          A script may make the instance itself, with imports of its own:{' '}
          <code>WebAssembly.instantiateStreaming(fetch("main.wasm"), {'{ env: { log } }'})</code>. Where it names{' '}
          <code>main.wasm</code>, the lab leaves that to it: constructors and <code>main</code> run where the script
          calls <code>__wasm_call_ctors</code> and <code>main</code> of <code>instance.exports</code>. A file{' '}
          <code>sum.wat</code> beside C++ is <code>fetch("sum.wasm")</code>, a module of its own.
        </li>
        <li>
          Scripts import each other: <code>import {'{ draw }'} from "./draw.js"</code>. Nothing else can be imported.
        </li>
      </ul>
      <h2 id="files">Files and links</h2>
      <p>
        A program may have several C, C++, JavaScript and WAT files; the JavaScript runs after <code>main</code>, one
        file after the other, in the order of their tabs. <strong>Files and links</strong> shares and keeps the program:
      </p>
      <ul>
        <li>
          <strong>Copy a link</strong> puts code, settings, input, the step and the open panels into an address. The
          program is in the part of it that no server gets. Whoever opens it runs nothing before pressing Run, and keeps
          what is their own.
        </li>
        <li>
          <strong>Download as a zip</strong> adds a <code>CMakeLists.txt</code> and a <code>README.md</code> with the
          two commands that build and run it with Emscripten’s SDK.
        </li>
        <li>
          <strong>Open a zip or files</strong> and <strong>Open a folder</strong> take up to 100 sources with 500 kB of
          text, or drop them on the page. <strong>Undo</strong> brings back what you had, also after a reload.
        </li>
      </ul>
      <h2 id="bugs">Bugs to be found</h2>
      <p>
        <PageLink to={routeAddress({ page: 'bugs' })}>Find the bug</PageLink> has programs with one mistake each, as
        people make them. Read what their users say, look at the memory, and name the line. What you found is kept.
      </p>
      <h2 id="modules">Modules from elsewhere</h2>
      <p>
        Drop a <code>.wasm</code> file anywhere on the{' '}
        <PageLink to={routeAddress({ page: 'playground' })}>playground</PageLink>, or choose it with{' '}
        <strong>Open a .wasm file</strong>. It runs in place of your program, in the same sandbox, and everything works
        as with your own: the timeline, the panels, the Calls panel, the JavaScript. Drop its source files or their
        folder with it, and the line that runs next is marked in them. Nothing of it is kept;{' '}
        <strong>Back to your program</strong> or a reload brings your program back as you left it.
      </p>
      <ul>
        <li>
          Emscripten: <CodeLine text="em++ -g main.cpp -o main.js" />, and drop <code>main.wasm</code>. Add{' '}
          <CodeLine text="-fwasm-exceptions" /> if it throws. From <CodeLine text="-O2" /> on, <CodeLine text="-g" />{' '}
          also keeps the names of imports that the playground must know.
        </li>
        <li>
          WASI, preview 1: <CodeLine text="clang --target=wasm32-wasi -g" /> or{' '}
          <CodeLine text="rustc --target wasm32-wasip1 -g" />. It finds its arguments, its environment, its input,
          clocks and randomness here, and the files that you opened with it in its folder; no network.
        </li>
        <li>
          Functions alone: <CodeLine text="rustc --target wasm32-unknown-unknown --crate-type cdylib -g" />. Call them
          from the Calls panel.
        </li>
        <li>A function that the module imports and nobody provides ends the run when it is called.</li>
        <li>
          Without debug information (<CodeLine text="-g" />) a step is a function, and there are no variables. Where the
          module does not tell where its data, stack and heap lie, the panels say so.
        </li>
      </ul>
      <h2 id="numbers">Addresses and sizes</h2>
      <p>
        Addresses are byte offsets into linear memory and stand in hexadecimal. Sizes are in bytes, or in pages of
        65,536 bytes. Bytes that the course shows come from the same compiler and settings that your edits use.
      </p>
      <h2 id="progress">Your progress</h2>
      <p>
        Answers, solved exercises and edited code stay in this browser. Export and import them on the page{' '}
        <PageLink to="progress/">Progress</PageLink>. It also says what you have mastered, and which questions are due
        for <PageLink to="review/">review</PageLink>: those that you answered wrong come back after 1, 3, 7 and 21 days.
        When the browser has no space or keeps nothing, the page says so and works on. A program that you change in two
        tabs is kept as each of them had it: the lab says so, and shows the other version.
      </p>
      <h2 id="safety">Where code runs</h2>
      <p>
        Programs run in a worker of a sandboxed frame, without access to the network, to this page or to what the
        browser keeps for it.
      </p>
      <h2 id="needs">What it needs</h2>
      <p>
        A current Chrome, Edge, Firefox or Safari. Lessons can be read without JavaScript; running needs it, and
        WebAssembly.
      </p>
    </div>
  );
}
