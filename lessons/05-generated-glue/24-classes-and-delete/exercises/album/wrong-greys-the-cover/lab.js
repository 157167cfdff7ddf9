// fails: bytes last_cover = FF 00 00 FF
const album = new Module.Album();
const cover = album.cover();
const copy = album.copyOfCover();
cover.print();
cover.greyscale();
cover.print();
copy.delete();
album.delete();
