// fails: no-finding use-after-free
const album = new Module.Album();
const cover = album.cover();
const copy = album.copyOfCover();
copy.greyscale();
album.delete();

cover.print();
copy.print();
copy.delete();
