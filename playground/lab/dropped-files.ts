/** A file that was dropped or chosen, with its path in the folder that it came in. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

/** Files of a dropped folder that are looked at; a whole project may come with what it was built from. */
const mostFiles = 5_000;
/** Folders in which no sources of the program itself are. */
const passedOver = /^(\.|node_modules$|CMakeFiles$)/;

/** What was dropped, folders with all that is in them. Must be called while the event is handled: later it is empty. */
export function droppedFiles(dropped: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const plain = chosenFiles([...dropped.files]);
  return entries.length > 0 ? inEntries(entries) : Promise.resolve(plain);
}

/** What was chosen in a dialogue. */
export function chosenFiles(files: readonly File[]): readonly DroppedFile[] {
  return files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function inEntries(entries: readonly FileSystemEntry[]): Promise<readonly DroppedFile[]> {
  const found: DroppedFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && found.length < mostFiles; entry = waiting.shift()) {
    const path = entry.fullPath.replace(/^\//, '');
    if (isFile(entry)) found.push({ path, file: await fileOf(entry) });
    else if (isFolder(entry)) waiting.push(...(await childrenOf(entry)).filter(({ name }) => !passedOver.test(name)));
  }
  return found;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives some at a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || children.length >= mostFiles) return children;
    children.push(...some);
  }
}
