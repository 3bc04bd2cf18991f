import { Breath } from '@/lib/async/breath';
import { ByteBudget } from '@/lib/async/byte-budget';
import { AppError } from '@/lib/errors';
import { decodeText } from '@/lib/text/decode-text';
import { JsonScan } from './json-scan';
import { LargeJson, parseJson } from './parse-json';
import { checkPlain } from './plain-input';

export type BodyLimits = {
  maxBytes: number;
  maxValues: number;
  /** Of a large body attachments come as bytes; `folded`: also where their base64 stands in lines. */
  files?: boolean | 'folded';
};

const LARGE_BYTES = 1024 * 1024;
/** A body becomes several times its size while it is worked on. */
const largeBodies = new ByteBudget(8 * 36 * LARGE_BYTES);
const SILENCE_MS = 15_000;

/**
 * Reads a JSON body within its limits, counted while it arrives, and hands it on. Large ones count against a budget until the work
 * with them is done; those beyond it wait, unread. @throws AppError 400, 408, 413 or 415
 */
export async function withJsonBody<T>(
  request: Request,
  { maxBytes, maxValues, files = false }: BodyLimits,
  work: (body: unknown) => Promise<T>,
): Promise<T> {
  checkHeaders(request.headers);
  const announced = request.headers.get('content-length');
  if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
  const scan = new JsonScan(maxValues);
  const finish = async (body: unknown) => {
    checkPlain(body);
    return work(body);
  };
  // HTTP itself holds a body to its announced length; to count the pieces of a small one would be slower.
  if (announced !== null && Number(announced) <= LARGE_BYTES) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    scan.push(bytes);
    return finish(parseJson(bytes));
  }
  const upload = new Upload(request, maxBytes, scan);
  if (announced === null) {
    const small = await upload.readSmall();
    if (small) return finish(parseJson(small));
  }
  return largeBodies.run(Number(announced ?? maxBytes), async () => {
    const body = await upload.readLarge(files);
    const breath = new Breath();
    checkPlain(body);
    await breath.take();
    return work(body);
  });
}

/** The same for a body of any kind, as bytes. @throws AppError 408, 413 or 415 */
export async function withBytes<T>(
  request: Request,
  maxBytes: number,
  work: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  checkEncoding(request.headers);
  const announced = request.headers.get('content-length');
  if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
  const upload = new Upload(request, maxBytes);
  const small = await upload.readSmall();
  if (small) return work(small);
  return largeBodies.run(Number(announced ?? maxBytes), async () => work(await upload.readRest()));
}

/** The same for a file of text, which is decoded while the work reads it. @throws AppError 408, 413 or 415 */
export async function withText<T>(
  request: Request,
  maxBytes: number,
  work: (text: AsyncIterable<string>) => Promise<T>,
): Promise<T> {
  checkEncoding(request.headers);
  const announced = request.headers.get('content-length');
  if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
  const upload = new Upload(request, maxBytes);
  const small = await upload.readSmall();
  if (small) return work(decodeText([small]));
  return largeBodies.run(Number(announced ?? maxBytes), async () =>
    work(decodeText(await upload.readPieces())),
  );
}

function checkHeaders(headers: Headers): void {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new AppError('unsupported_media_type', 'Send the body as application/json.');
  checkEncoding(headers);
}

function checkEncoding(headers: Headers): void {
  const encoding = headers.get('content-encoding');
  if (encoding && encoding !== 'identity')
    throw new AppError('unsupported_media_type', 'Compressed request bodies are not accepted.');
}

class Upload {
  private readonly reader;
  private readonly chunks: Uint8Array[] = [];
  private total = 0;

  constructor(
    request: Request,
    private readonly maxBytes: number,
    private readonly scan?: JsonScan,
  ) {
    this.reader = request.body?.getReader();
  }

  /** Undefined: it is not small, and the rest is still to be read. @throws AppError 408 or 413, or what is wrong with what came */
  async readSmall(): Promise<Uint8Array | undefined> {
    for (;;) {
      const chunk = await this.next();
      if (!chunk) return Buffer.concat(this.chunks);
      this.chunks.push(chunk);
      if (this.total > LARGE_BYTES) return undefined;
    }
  }

  /** All of it, parsed. @throws AppError 400, 408 or 413 */
  async readLarge(files: boolean | 'folded'): Promise<unknown> {
    const json = new LargeJson({ files });
    const breath = new Breath();
    try {
      for (const chunk of this.chunks.splice(0)) json.push(chunk);
      for (let chunk = await this.next(); chunk; chunk = await this.next()) {
        json.push(chunk);
        // Over a quick line all of it may be there already, and that of others as well.
        await breath.take();
      }
    } catch (error) {
      json.drop();
      throw error;
    }
    return json.parse();
  }

  /** All of it, after `readSmall` found that there is more. @throws AppError 408 or 413 */
  async readRest(): Promise<Uint8Array> {
    return Buffer.concat(await this.readPieces());
  }

  /** The same as it came, which takes no time of its own. */
  async readPieces(): Promise<Uint8Array[]> {
    const breath = new Breath();
    for (let chunk = await this.next(); chunk; chunk = await this.next()) {
      this.chunks.push(chunk);
      await breath.take();
    }
    return this.chunks;
  }

  private async next(): Promise<Uint8Array | undefined> {
    const { value } = (this.reader && (await inTime(this.reader.read()))) ?? {};
    if (!value) return undefined;
    this.total += value.length;
    if (this.total > this.maxBytes) throw tooLarge(this.maxBytes);
    this.scan?.push(value);
    return value;
  }
}

/** Whoever sends nothing any more must not keep the place of others. A large body comes in a thousand pieces: what each costs counts. */
async function inTime<T>(arriving: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const giveUp = () =>
      reject(new AppError('request_timeout', `Nothing of the body came for ${SILENCE_MS / 1000} s.`));
    timer = setTimeout(giveUp, SILENCE_MS).unref();
  });
  try {
    return await Promise.race([arriving, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(maxBytes: number): AppError {
  const size =
    maxBytes < LARGE_BYTES ? `${Math.floor(maxBytes / 1024)} kB` : `${Math.floor(maxBytes / LARGE_BYTES)} MB`;
  return new AppError('payload_too_large', `The body is larger than ${size}.`);
}
