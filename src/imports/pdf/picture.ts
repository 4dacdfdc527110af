/** A page of a PDF as a picture, where the machine has the drawing package that pdfjs names as optional. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels of a picture: more is no page that anyone prints. */
const largest = 40_000_000;

/**
 * Draws one page.
 * @param dots for a point of the page
 * @returns PNG; undefined where there is nothing to draw with, or the page is larger than any print
 */
export async function drawPage(page: PDFPageProxy, dots: number): Promise<Uint8Array | undefined> {
  const canvas = await import('@napi-rs/canvas').catch(() => undefined);
  const viewport = page.getViewport({ scale: dots });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  if (!canvas || width * height > largest) return undefined;
  const sheet = canvas.createCanvas(width, height);
  const canvasContext = sheet.getContext('2d') as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  return sheet.encode('png');
}
