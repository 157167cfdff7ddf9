// fails: value gave_copy:u8 = 1
const album = new Module.Album();
const image = new Module.ImageProcessor(4, 2);
image.fill(255, 0, 0);
image.print();
image.greyscale();
image.print();
image.delete();
album.delete();
