// fails: value cover_prints = 1
const album = new Module.Album();
album.cover();
const copy = album.copyOfCover();
copy.print();
copy.greyscale();
copy.print();
copy.delete();
album.delete();
