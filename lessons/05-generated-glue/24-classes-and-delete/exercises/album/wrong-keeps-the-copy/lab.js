// fails: live-blocks <= 7
const album = new Module.Album();
const cover = album.cover();
const copy = album.copyOfCover();
copy.greyscale();

cover.print();
copy.print();
album.delete();
