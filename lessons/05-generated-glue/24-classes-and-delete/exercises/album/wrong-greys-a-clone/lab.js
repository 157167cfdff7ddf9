// fails: value gave_copy:u8 = 1
const album = new Module.Album();
const copy = album.cover().clone();
album.cover().print();
copy.greyscale();
copy.print();
album.delete();
