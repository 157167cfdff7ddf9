// fails: no-finding invalid-free
const album = new Module.Album();
const cover = album.cover();
const copy = album.copyOfCover();
copy.greyscale();

cover.print();
copy.print();
cover.delete();
copy.delete();
album.delete();
