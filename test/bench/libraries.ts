import { decode } from 'image-js';
import sharp from 'sharp';

/** A route through one library alone: decode, scale to a longer side of 1,600 pixels, grey, and one number for the sharpness. */
export type Route = { readonly name: string; readonly sharpness: (bytes: Uint8Array) => Promise<number> };

const side = 1_600;

/** The routes that the pre-flight's time is held against; they look at nothing but sharpness. */
export const routes: readonly Route[] = [
  {
    name: 'sharp',
    sharpness: async (bytes) => {
      const { data, info } = await sharp(bytes).resize(side, side, { fit: 'inside' }).greyscale().raw().toBuffer({ resolveWithObject: true });
      return (await sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } }).stats()).sharpness;
    },
  },
  {
    name: 'image-js',
    sharpness: async (bytes) => {
      const picture = decode(bytes);
      const grey = picture.resize(picture.width > picture.height ? { width: side } : { height: side }).grey();
      return grey.directConvolution([[0, 1, 0], [1, -4, 1], [0, 1, 0]]).variance()[0] ?? 0;
    },
  },
];
