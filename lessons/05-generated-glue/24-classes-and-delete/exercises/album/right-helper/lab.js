function withObject(object, use) {
  try {
    use(object);
  } finally {
    object.delete();
  }
}

withObject(new Module.Album(), (album) => {
  album.cover().print();
  withObject(album.copyOfCover(), (copy) => {
    copy.greyscale();
    copy.print();
  });
});
