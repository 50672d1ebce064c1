/**
 * Where each measure of a page stops passing; the one place to tune the pre-flight. Units as in Evidence:
 * - `sharp`: least score over the document, least score of its least sharp printed part, and the score under which nothing can be read.
 * - `glare`: largest burnt-out share. `cover`: largest share under fingers or objects.
 * - `exposure`: darkest and brightest mean, largest share that drowns in black, and in white (identity documents only: letters are white).
 * - `contrast`: least spread.
 * - `dpi`: least dots an inch of an identity document and of a letter, and what is good. `pixels`: the longer side in pixels that must do where
 *   the size on paper isn't known.
 * - `screen`, `copy`: the score from which a page counts as a photo of a screen, or as a photocopy; backs of cards are often printed in one colour.
 * - `face`: least height from brow to chin as part of the picture’s and in pixels, least sharpness, least confidence for counting as a face at all.
 */
export const preflightLimits = {
  sharp: { whole: 45, part: 25, nothing: 12 },
  glare: 0.02, cover: 0.01,
  exposure: { darkest: 60, brightest: 238, drowned: 0.4, burnt: 0.3 },
  contrast: 60,
  dpi: { identity: 200, letter: 120, good: 300 },
  pixels: { identity: 900, letter: 1000 },
  screen: 50, copy: { front: 60, back: 65 },
  face: { share: 0.2, pixels: 160, sharp: 20, sure: 0.6 },
} as const;
