// Runs a program that em++ built, and its script as the lab runs it: node run-with-emcc.mjs MODULE SCRIPT
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [modulePath = '', scriptPath = ''] = process.argv.slice(2);
const { default: createModule } = await import(pathToFileURL(modulePath).href);
const module = await createModule();
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
await new AsyncFunction('Module', await readFile(scriptPath, 'utf8'))(module);
