import type { Sharp } from 'sharp';
import { Semaphore } from '@/lib/async/semaphore';
import { sha256Large } from '@/lib/crypto/compare';
import { invalid } from '@/lib/errors';
import type { ImageFormat } from './address';

/** A mail is 640 pixels wide; good screens show two for each. */
const MAX_WIDTH = 1280;
const MAX_HEIGHT = 4096;
/** Of all frames together; 24 megapixels take a third of a second and 14 MB. */
const MAX_MEGAPIXELS = 40;
const SECONDS = 10;

/** Each holds one core and some 100 MB at worst. */
const decoders = new Semaphore(2);

export type ReadImage = {
  content: Buffer;
  sha256: Buffer;
  format: ImageFormat;
  width: number;
  height: number;
};

/**
 * A picture as mail programs show it (PNG, JPEG, GIF), scaled to a mail, upright, and without what a camera wrote into it. What it is its first
 * bytes say, never its name. @throws AppError validation_failed, for the field `content`
 */
export async function readImage(bytes: Buffer): Promise<ReadImage> {
  const kind = kindOf(bytes);
  if (kind === 'svg') throw invalid('content', 'image_svg');
  if (kind === null) throw invalid('content', 'image_kind');
  return decoders.run(() => decode(bytes, kind));
}

/** How large one is that is kept as it came. @throws AppError validation_failed */
export async function measureImage(
  bytes: Buffer,
  format: ImageFormat,
): Promise<{ width: number; height: number }> {
  if (kindOf(bytes) !== format) throw invalid('content', 'image_kind');
  return decoders.run(async () => {
    const { image, width, pageHeight } = await open(bytes, format);
    // Whether it can be read to its end.
    await broken(image.stats());
    return { width, height: pageHeight };
  });
}

type Kind = ImageFormat | 'webp';

async function decode(bytes: Buffer, kind: Kind): Promise<ReadImage> {
  const { image, hasAlpha } = await open(bytes, kind);
  // Classic Outlook shows no WebP.
  const format = kind !== 'webp' ? kind : hasAlpha ? 'png' : 'jpeg';
  const scaled = image
    .autoOrient()
    .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: SECONDS });
  const { data, info } = await broken(write(scaled, format).toBuffer({ resolveWithObject: true }));
  const height = info.pageHeight ?? info.height;
  return { content: data, sha256: await sha256Large(data), format, width: info.width, height };
}

/** Nothing is decoded yet: what its head says is judged first. */
async function open(bytes: Buffer, kind: Kind) {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  const options = { failOn: 'error', animated: kind === 'gif' } as const;
  const head = await broken(sharp(bytes, { ...options, limitInputPixels: false }).metadata());
  if (head.format !== kind) throw invalid('content', 'image_kind');
  const { width, height, pageHeight = height, hasAlpha } = head;
  const megapixels = (width * height) / 1e6;
  if (megapixels > MAX_MEGAPIXELS)
    throw invalid('content', 'image_pixels', { megapixels: Math.ceil(megapixels), max: MAX_MEGAPIXELS });
  const image = sharp(bytes, { ...options, limitInputPixels: MAX_MEGAPIXELS * 1e6 });
  return { image, width, pageHeight, hasAlpha };
}

function write(image: Sharp, format: ImageFormat): Sharp {
  if (format === 'jpeg') return image.jpeg({ quality: 82, mozjpeg: true });
  return format === 'png' ? image.png({ compressionLevel: 9 }) : image.gif();
}

/** Cut off, damaged, or longer at it than any picture takes. */
function broken<T>(work: Promise<T>): Promise<T> {
  return work.catch((): never => {
    throw invalid('content', 'image_broken');
  });
}

/** How each begins; what begins as WebP may be sound or film, which the decoder tells. */
const SIGNATURES: Record<Kind, string[]> = {
  png: ['89504e470d0a1a0a'],
  jpeg: ['ffd8ff'],
  gif: ['474946383761', '474946383961'],
  webp: ['52494646'],
};

function kindOf(bytes: Buffer): Kind | 'svg' | null {
  const begin = bytes.subarray(0, 16).toString('hex');
  const found = (Object.keys(SIGNATURES) as Kind[]).find((kind) =>
    SIGNATURES[kind].some((signature) => begin.startsWith(signature)),
  );
  // A drawing may call itself a GIF in front.
  if (/<svg[\s>/]/i.test(bytes.subarray(0, 1024).toString('latin1'))) return 'svg';
  return found ?? null;
}
