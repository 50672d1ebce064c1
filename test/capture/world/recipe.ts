/** Where a photo is taken, or that it is a scanner's page. `full` is a page that fills the picture to its edges, as feeders and saved letters give it. */
export type Ground = 'wood' | 'cloth' | 'paper' | 'dark' | 'clutter' | 'scanner' | 'full';

/** What the camera or the light does wrong, and how much of it. Lengths are mm on the document; parts are of the document. */
export type Flaw =
  | { readonly name: 'defocus'; readonly spread: number }
  | { readonly name: 'motion'; readonly path: number; readonly angle: number }
  | { readonly name: 'glare'; readonly over: string; readonly reach: number }
  | { readonly name: 'dark'; readonly level: number }
  | { readonly name: 'bright'; readonly level: number }
  | { readonly name: 'faint'; readonly spread: number }
  | { readonly name: 'cropped'; readonly side: 'top' | 'right' | 'bottom' | 'left'; readonly depth: number }
  | { readonly name: 'finger'; readonly over: string; readonly reach: number }
  | { readonly name: 'object'; readonly over: string; readonly reach: number }
  | { readonly name: 'screen'; readonly bezel: boolean }
  | { readonly name: 'photocopy' };

/** How a paper is photographed: `dpi` on the document at its middle, `turn` and `tilt` in degrees, `curl` how far the paper bends in parts of its
 *  height, `room` picture width to document width, `warmth` -1 blue to 1 yellow, `shadow` 0 to 1, `noise` in grey levels, `quality` of the JPEG.
 *  `file` is what it is kept as; `orientation` the EXIF tag by which phones say how they were held (1 upright, 3, 6, 8): pixels are stored turned back. */
export type WorldRecipe = {
  readonly seed: string; readonly ground: Ground; readonly dpi: number; readonly turn: number; readonly tilt: readonly [number, number]; readonly curl: number;
  readonly room: number; readonly warmth: number; readonly exposure: number; readonly shadow: number; readonly noise: number; readonly quality: number;
  readonly file: 'jpeg' | 'pdf'; readonly orientation: 1 | 3 | 6 | 8; readonly flaws: readonly Flaw[];
};
