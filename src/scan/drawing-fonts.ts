import { createRequire } from "node:module";
import { homedir, platform } from "node:os";
import { join } from "node:path";

/** By this the canvas that pdf.js brings leaves the system's fonts alone as it is loaded. */
export const WITHOUT_FONTS = "DISABLE_SYSTEM_FONTS_LOAD";

/** The part of the canvas package that is used. */
interface CanvasPackage {
  GlobalFonts: { loadSystemFonts(): number; loadFontsFromDir(path: string): number };
}

/** Where a user's own fonts lie, from the home folder. */
const OWN_FONTS: Readonly<Record<string, readonly string[]>> = {
  win32: ["AppData", "Local", "Microsoft", "Windows", "Fonts"],
  darwin: ["Library", "Fonts"],
  linux: [".fonts"],
};

let areLoaded = false;

/**
 * Loads the fonts that a page is drawn with where its file brings none. Looking through them takes as long as opening
 * two scanned pages, which are not drawn: so it is left for the first page that is.
 */
export function loadDrawingFonts(): void {
  if (areLoaded) return;
  areLoaded = true;
  const ofPdfjs = createRequire(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const { GlobalFonts } = ofPdfjs("@napi-rs/canvas") as CanvasPackage;
  GlobalFonts.loadSystemFonts();
  const own = OWN_FONTS[platform()];
  if (own) GlobalFonts.loadFontsFromDir(join(homedir(), ...own));
}
