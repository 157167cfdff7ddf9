/** What a page has and a script here has not, each with what to do instead. */
const ofPages: readonly (readonly [RegExp, string])[] = [
  [/^(alert)$/, 'print with console.log'],
  [/^(prompt|confirm)$/, 'write the answer into the script'],
  [/^((webkit)?AudioContext|Audio)$/, 'nothing can be heard, but the Pixels panel draws samples in memory as a wave'],
  [/^(localStorage|sessionStorage|indexedDB|caches|cookieStore)$/, 'nothing is kept from run to run: use a variable'],
  [
    /^(document|window|Image|(HTML\w*)?Element|DOMParser|MutationObserver|matchMedia|getComputedStyle|inner(Width|Height)|devicePixelRatio)$/,
    'print with console.log, and draw on canvas',
  ],
];

const noNetwork = '. Programs here reach no network: make the bytes in the script, or in the program.';

/** Thrown by `new_` of Embind's `val`, which tells no name; an expression of JavaScript tells its own. */
const ofGlobals =
  '. What val::global finds nowhere is undefined: programs run in a worker here, which has no page, no sound and no network.';

/** What reaches the network elsewhere. */
const reaching = 'XMLHttpRequest|WebSocket|EventSource|fetch|importScripts|Worker';

/**
 * What to say behind the message of an error that was thrown because there is no page and no network where scripts run; empty
 * for any other. `line` is the line of the script that threw it, `source` all of it, where they are known.
 */
export function pageAdvice(message: string, line = '', source = ''): string {
  if (isOfNetwork(message, line)) return noNetwork;
  if (line === '' && message === 'TypeError: undefined is not a constructor') return ofGlobals;
  const name = missingName(message, line, source);
  if (new RegExp(`^(${reaching})$`).test(name)) return noNetwork;
  const instead = ofPages.find(([names]) => names.test(name))?.[1];
  return instead ? `. Scripts run apart from the page, in a worker that has no ${name}: ${instead}.` : '';
}

/** What is looked for and not there, as engines tell it: V8, SpiderMonkey, JavaScriptCore. Empty where that is not known. */
function missingName(message: string, line: string, source: string): string {
  const bare = /^ReferenceError: (?:Can't find variable: )?([\w$]+)(?: is not defined)?/.exec(message)?.[1];
  if (bare) return bare;
  if (/^SecurityError.*(IDBFactory|indexedDB)/i.test(message)) return 'indexedDB';
  if (!/^TypeError: .*(is not a (function|constructor)|undefined)/.test(message)) return '';
  const ofGlobal = /\b(?:globalThis|self)\.([\w$]+)/;
  const told = ofGlobal.exec(message)?.[1];
  if (told) return told;
  if (/undefined/.test(message) && !/^TypeError: [\w$.]+ is not a/.test(message)) return ofGlobal.exec(line)?.[1] ?? '';
  // `const Sound = self.AudioContext ?? self.webkitAudioContext`, and then `new Sound()`
  const alias = /^TypeError: ([\w$]+) is not a (?:function|constructor)/.exec(message)?.[1] ?? '';
  const given = alias && new RegExp(`(?:^|[^.\\w$])${alias.replaceAll('$', '\\$')}\\s*=([^;\\n]*)`).exec(source)?.[1];
  return (given && ofGlobal.exec(given)?.[1]) || '';
}

/** Whether it was thrown for an address that leads nowhere, or cannot even be one: there is no page that it were relative to. */
function isOfNetwork(message: string, line: string): boolean {
  if (/^TypeError: (Failed to fetch|Load failed|NetworkError when attempting to fetch resource\.?)$/.test(message))
    return true;
  if (!/^(TypeError|SyntaxError|NetworkError|SecurityError): /.test(message)) return false;
  if (message.startsWith('NetworkError')) return true;
  if (
    new RegExp(`^\\w+: (Failed to \\w+ '\\w+' on '(${reaching})'|Failed to \\w+ '(${reaching})'|\\w+\\.fetch: )`).test(
      message,
    )
  )
    return /URL|address/i.test(message);
  const isUntold = /^SyntaxError: (An invalid or illegal string was specified|The string did not match)/.test(message);
  return isUntold && new RegExp(`\\b(${reaching}|open)\\b`).test(line);
}
