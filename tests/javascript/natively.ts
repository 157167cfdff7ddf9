import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What these files print as Node's own modules; the first of them is begun with. */
export async function natively(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pagewise-modules-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const [first = ''] = Object.keys(files);
    return (await promisify(execFile)(process.execPath, [join(folder, first)], { env: { NO_COLOR: '1' } })).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
