/** A place on a document in mm from its left and top edge. */
export type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A flat document: everything on it is drawn in mm; `places` are its fields by name. */
export type Sheet = {
  readonly canvas: OffscreenCanvas; readonly ctx: OffscreenCanvasRenderingContext2D;
  readonly width: number; readonly height: number; readonly pixelsPerMm: number;
  readonly places: Map<string, Place>;
};

/** An empty document with round corners; nothing drawn later leaves them. */
export function newSheet(width: number, height: number, pixelsPerMm: number, corner: number): Sheet {
  const canvas = new OffscreenCanvas(Math.round(width * pixelsPerMm), Math.round(height * pixelsPerMm));
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('There is no canvas to draw on.');
  ctx.scale(canvas.width / width, canvas.height / height);
  ctx.beginPath();
  ctx.roundRect(0, 0, width, height, corner);
  ctx.clip();
  return { canvas, ctx, width, height, pixelsPerMm, places: new Map() };
}

/** How a line of text looks; sizes in mm (the height of the type, not of its capitals). */
export type Type = { readonly size: number; readonly weight?: number; readonly family?: string; readonly colour?: string; readonly align?: CanvasTextAlign; readonly spacing?: number; readonly room?: number };

/** Writes a line with its base line at `y`; a line longer than its `room` is pressed together. Gives its place. */
export function write(sheet: Sheet, text: string, x: number, y: number, type: Type): Place {
  const { ctx } = sheet;
  const { size, weight = 400, family = plain, colour = '#16181c', align = 'left', spacing = 0, room } = type;
  ctx.save();
  ctx.font = `${weight} ${size}px ${family}`;
  ctx.letterSpacing = `${spacing}px`;
  ctx.fillStyle = colour;
  ctx.textAlign = align;
  const wide = ctx.measureText(text).width;
  const squeeze = room !== undefined && wide > room ? room / wide : 1;
  ctx.translate(x, y);
  ctx.scale(squeeze, 1);
  ctx.fillText(text, 0, 0);
  ctx.restore();
  const width = wide * squeeze;
  const left = align === 'center' ? x - width / 2 : align === 'right' ? x - width : x;
  return { x: left, y: y - size * 0.78, width, height: size };
}

/** The type that everything but the zone is set in. */
export const plain = 'Specimen, sans-serif';
/** Type for letters and heads. */
export const serif = '"Liberation Serif", "Times New Roman", Tinos, serif';
/** Type of equal widths. */
export const mono = 'SpecimenMono, monospace';

/** A field as documents have them: a small label, the value below it; the value's place is kept under `name`. */
export function field(sheet: Sheet, name: string, label: string, value: string, x: number, y: number, type: Type & { readonly label?: Type }): void {
  write(sheet, label, x, y - type.size * 1.12, { size: 1.75, colour: '#4c5260', ...(type.room === undefined ? {} : { room: type.room }), ...type.label });
  sheet.places.set(name, write(sheet, value, x, y, type));
}
