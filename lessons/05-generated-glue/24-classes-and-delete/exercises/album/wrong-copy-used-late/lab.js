// fails: finishes
const album = new Module.Album();
try {
  album.cover().print();
  const copy = album.copyOfCover();
  copy.greyscale();
  copy.delete();
  copy.print();
} finally {
  album.delete();
}
