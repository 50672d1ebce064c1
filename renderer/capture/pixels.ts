/** A colour picture: four bytes a pixel (red, green, blue, alpha), row by row; an ImageData is one. */
export type Rgba = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** A grey picture: one byte a pixel, 0 black to 255 white, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** A place in a picture in its own pixels, from the left and from the top. */
export type Point = { readonly x: number; readonly y: number };

/** Four corners of a document as it reads: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];
