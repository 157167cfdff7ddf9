// fails: output "255 0 0\n76 76 76\n"
const album = new Module.Album();
const cover = album.cover();
const copy = album.copyOfCover();
const grey = cover.clone();
grey.greyscale();

cover.print();
grey.print();
copy.delete();
album.delete();
