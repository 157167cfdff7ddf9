const album = new Module.Album();
const copy = album.copyOfCover();
copy.greyscale();
album.cover().print();
album.delete();

copy.print();
copy.delete();
