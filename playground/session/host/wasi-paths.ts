import type { ImportedFunction } from './glue.ts';
import { rights, rightsOf, type WasiDescriptors } from './wasi-descriptors.ts';
import { putStatus, release, setTimes } from './wasi-files.ts';
import { existing, namesIn, type WasiFile, type WasiFolder, type WasiPlace, type WasiTree } from './wasi-tree.ts';
import { failing, failure, type WasiMemory } from './wasi-types.ts';

/** Bits of `oflags`, and those of `fdflags` that need a right. */
const how = { create: 1, folder: 2, exclusive: 4, truncate: 8 } as const;
const flag = { append: 1, datasync: 2, readSync: 8, sync: 16 } as const;

const writing = rights.datasync | rights.write | rights.allocate | rights.setSize;

/** WASI preview 1's functions on paths (`path_…`), each of them from an open folder. */
export function wasiPaths(
  tree: WasiTree,
  descriptors: WasiDescriptors,
  memory: WasiMemory,
): Record<string, ImportedFunction> {
  const placeIn = (number: number, needed: bigint, address: number, length: number): WasiPlace =>
    tree.find(descriptors.folder(number, needed), memory.text(address, length));
  const nodeIn = (...where: Parameters<typeof placeIn>) => existing(placeIn(...where));
  return failing({
    path_open(
      ...[number, , address, length, flags, own, inherited, fdflags, result]: [
        ...[number, number, number, number, number],
        ...[bigint, bigint, number, number],
      ]
    ) {
      const isWritten = (own & writing) !== 0n;
      const needed = [
        rights.open,
        flags & how.create ? rights.createFile : 0n,
        flags & how.truncate ? rights.setSizeByPath : 0n,
      ];
      const neededInside = [
        own | inherited,
        fdflags & flag.datasync ? rights.datasync : 0n,
        fdflags & (flag.readSync | flag.sync) ? rights.sync : 0n,
        isWritten && !(fdflags & flag.append) && !(flags & how.truncate) ? rights.seek : 0n,
      ];
      const folder = descriptors.folder(number, sum(needed), BigInt.asUintN(64, sum(neededInside)));
      const path = memory.text(address, length);
      if (namesIn(path) && flags & how.create && flags & how.folder) throw failure('invalid');
      const node = openNode(tree, tree.find(folder, path), flags, isWritten);
      const opened = descriptors.add({
        ...{ node, name: null, flags: fdflags & 31, position: 0 },
        rights: own & rightsOf[node.kind],
        inherited: node.kind === 'folder' ? inherited & (rightsOf.folder | rightsOf.file) : 0n,
      });
      memory.putNumber(result, opened);
    },
    path_filestat_get(number: number, _follow: number, address: number, length: number, at: number) {
      putStatus(memory, at, nodeIn(number, rights.status, address, length));
    },
    path_filestat_set_times(
      ...[number, , address, length, accessed, modified, flags]: [
        ...[number, number, number, number],
        ...[bigint, bigint, number],
      ]
    ) {
      setTimes(nodeIn(number, rights.setTimesByPath, address, length), accessed, modified, flags);
    },
    path_readlink(number: number, address: number, length: number) {
      nodeIn(number, rights.readLink, address, length);
      throw failure('invalid'); // there are no links
    },
    path_create_directory(number: number, address: number, length: number) {
      tree.makeFolder(placeIn(number, rights.createFolder, address, length));
    },
    path_remove_directory(number: number, address: number, length: number) {
      tree.removeFolder(placeIn(number, rights.removeFolder, address, length));
    },
    path_unlink_file(number: number, address: number, length: number) {
      release(descriptors, tree.unlink(placeIn(number, rights.unlink, address, length)));
    },
    path_rename(
      ...[from, address, length, to, newAddress, newLength]: [number, number, number, number, number, number]
    ) {
      const [oldPath, newPath] = [memory.text(address, length), memory.text(newAddress, newLength)];
      const old = descriptors.folder(from, rights.renameFrom);
      const folder = descriptors.folder(to, rights.renameTo);
      for (const path of [oldPath, newPath]) namesIn(path); // what is refused comes before what is not there
      release(descriptors, tree.rename(tree.find(old, oldPath), tree.find(folder, newPath)));
    },
  });
}

/** What a path opens: a file is made where that is asked for. */
function openNode(tree: WasiTree, place: WasiPlace, flags: number, isWritten: boolean): WasiFile | WasiFolder {
  const isMade = (flags & how.create) !== 0;
  if (isMade && place.isFolders) throw failure('isFolder');
  if (isMade && !place.node) return tree.makeFile(place);
  const node = existing(place);
  if (isMade && flags & how.exclusive) throw failure('exists');
  if (node.kind === 'folder') {
    if (isWritten || isMade || flags & how.truncate) throw failure('isFolder');
    return node;
  }
  if (flags & how.folder) throw failure('notAFolder');
  if (flags & how.truncate) node.resize(0);
  return node;
}

const sum = (all: readonly bigint[]): bigint => all.reduce((united, right) => united | right, 0n);
