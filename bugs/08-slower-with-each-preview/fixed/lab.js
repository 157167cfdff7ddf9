function preview(painted) {
  const picture = new Module.Picture(32, 32);
  picture.paint(0, painted);
  const brightness = picture.brightness();
  picture.delete();
  return `${Math.round(brightness * 100)} %`;
}

for (const painted of [256, 512, 1024]) console.log('brightness:', preview(painted));
