import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
/** Length, name and checksum of a chunk. */
const CHUNK_BYTES = 12;
const MOST_COLOURS = 256;

/**
 * The same picture in at most 256 colours, which is a third of the bytes: pages of text have few, and many shades of them that nobody
 * tells apart.
 *
 * @param png of 8 bits a channel without interlacing, as a browser writes it
 */
export function pngOfFewColours(png: Buffer): Buffer {
  const { width, height, channels, data } = chunksOf(png);
  const pixels = unfiltered(data, width * channels, height, channels);
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const kept = keptOf(palette);
  const indexOf = new Map(palette.map((colour) => [colour, nearest(colour, kept)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const colour = pixels.readUIntBE((row * width + column) * channels, 3);
      rows[row * (width + 1) + 1 + column] = indexOf.get(colour) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The first of each kind, so that a mark keeps its colour among many shades of grey; then the others, as far as there is room. */
function keptOf(palette: readonly number[]): number[] {
  const firsts = new Map<number, number>();
  for (const colour of palette) {
    const kind = colour & 0xe0e0e0;
    if (!firsts.has(kind)) firsts.set(kind, colour);
  }
  return [...new Set([...firsts.values(), ...palette])].slice(0, MOST_COLOURS);
}

function chunksOf(png: Buffer) {
  const parts: Buffer[] = [];
  let at = SIGNATURE_BYTES;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += CHUNK_BYTES + length;
  }
  const head = SIGNATURE_BYTES + 8;
  const [width, height, kind] = [png.readUInt32BE(head), png.readUInt32BE(head + 4), png.readUInt8(head + 9)];
  if (kind !== 2 && kind !== 6) throw new Error(`a picture of kind ${kind} is not what a browser writes`);
  return { width, height, channels: kind === 2 ? 3 : 4, data: inflateSync(Buffer.concat(parts)) };
}

/** Rows as they were before each was written as its difference to its neighbours (PNG, section 9). */
function unfiltered(data: Buffer, stride: number, height: number, channels: number): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (stride + 1)];
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column < channels ? 0 : (pixels[at - channels] ?? 0);
      const above = row === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = column < channels || row === 0 ? 0 : (pixels[at - stride - channels] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      pixels[at] = (data[row * (stride + 1) + 1 + column] ?? 0) + guess;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(guess - one));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}

function nearest(colour: number, kept: readonly number[]): number {
  let [best, distance] = [0, Number.POSITIVE_INFINITY];
  for (const [at, one] of kept.entries()) {
    const off = [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
    if (off < distance) [best, distance] = [at, off];
  }
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
