import { z } from 'zod';

/** Where a scanner takes a page from: its glass, its feeder, or its feeder reading both sides. */
export const scanSources = ['platen', 'feeder', 'duplex'] as const;
/** Where a scanner takes a page from. */
export type ScanSource = (typeof scanSources)[number];

/** How a page is read: in colour, in grey, or in black and white alone. */
export const scanColors = ['color', 'gray', 'mono'] as const;
/** How a page is read. */
export type ScanColor = (typeof scanColors)[number];

/** The kinds of file that a scanner is asked for, the best first. */
export const scanMimes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
/** A kind of file that a scanner is asked for. */
export type ScanMime = (typeof scanMimes)[number];

/** The resolution that is asked for unless a person chooses another, in dots an inch. */
export const usualDpi = 300;

/** What one source of a scanner can do; resolutions in dots an inch, rising; sizes in mm. */
export const scanSourceSchema = z.strictObject({
  source: z.enum(scanSources), colors: z.array(z.enum(scanColors)).min(1), resolutions: z.array(z.number().int()).min(1), maxWidth: z.number(), maxHeight: z.number(),
});
/** What one source of a scanner can do. */
export type ScanSourceInfo = Readonly<z.infer<typeof scanSourceSchema>>;

/** A scanner as it describes itself; `secure` is false when pages come over the network unencrypted. */
export const scannerInfoSchema = z.strictObject({
  id: z.string(), name: z.string(), make: z.string(), address: z.string(), secure: z.boolean(), sources: z.array(scanSourceSchema).min(1).max(3),
});
/** A scanner as it describes itself. */
export type ScannerInfo = Readonly<z.infer<typeof scannerInfoSchema>>;

/** A scanner to choose: `found` when it says now that it is there, `known` when it was used here before. */
export const scannerSchema = z.strictObject({
  id: z.string(), name: z.string(), address: z.string(), secure: z.boolean(), found: z.boolean(), known: z.boolean(),
});
/** A scanner to choose. */
export type Scanner = Readonly<z.infer<typeof scannerSchema>>;

/** A scanner that was used here before: `fingerprint` is the SHA-256 of its certificate (pairs of hex digits), null when it has none. */
export const knownScannerSchema = z.strictObject({
  id: z.string().min(1).max(400), name: z.string().min(1).max(120), address: z.url({ protocol: /^https?$/ }).max(400), fingerprint: z.string().max(100).nullable(),
});
/** A scanner that was used here before. */
export type KnownScanner = Readonly<z.infer<typeof knownScannerSchema>>;
/** The most scanners that are remembered; the one used last stands first. */
export const maxKnownScanners = 20;

/** How to scan; width and height of the page in mm, from the upper left corner. */
export const scanSettingsSchema = z.strictObject({
  source: z.enum(scanSources), color: z.enum(scanColors), dpi: z.number().int().min(50).max(1200),
  width: z.number().min(10).max(1000), height: z.number().min(10).max(1000),
});
/** How to scan. */
export type ScanSettings = Readonly<z.infer<typeof scanSettingsSchema>>;

/** How far a scan is: `waiting` while the scanner is busy or warms up, `pages` that are kept already. */
export const scanProgressSchema = z.strictObject({
  scannerId: z.string(), state: z.enum(['starting', 'waiting', 'scanning', 'cancelling']), pages: z.number().int(), bytes: z.number().int(),
});
/** How far a scan is. */
export type ScanProgress = Readonly<z.infer<typeof scanProgressSchema>>;

/** The sizes of paper and documents to choose from, in mm. */
export const paperSizes = [
  { id: 'a4', width: 210, height: 297 },
  { id: 'letter', width: 215.9, height: 279.4 },
  { id: 'legal', width: 215.9, height: 355.6 },
  { id: 'a5', width: 148, height: 210 },
  { id: 'passport', width: 130, height: 185 },
  { id: 'card', width: 95, height: 65 },
] as const;
/** The name of a size of paper or document. */
export type PaperSize = (typeof paperSizes)[number]['id'];
