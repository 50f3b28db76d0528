interface Square {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** As large as the server keeps pictures, in pixels: more would only travel. */
const LARGEST = 512;

/** The chosen square as a PNG; rejects where the browser cannot read the picture. */
export async function cropped(source: string, square: Square): Promise<Blob> {
  const picture = new Image();
  picture.src = source;
  await picture.decode();
  const size = Math.max(1, Math.min(LARGEST, Math.round(square.width)));
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, square.x, square.y, square.width, square.height, 0, 0, size, size);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty'))),
      'image/png',
    );
  });
}
