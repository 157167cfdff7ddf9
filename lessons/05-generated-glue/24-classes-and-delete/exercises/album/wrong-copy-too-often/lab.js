// fails: live-blocks <= 7
const album = new Module.Album();
album.cover().print();

album.copyOfCover().greyscale();
const copy = album.copyOfCover();
copy.greyscale();
copy.print();
copy.delete();
album.delete();
