import { Breath } from '@/lib/async/breath';
import { sha256Large } from '@/lib/crypto/compare';
import { AppError } from '@/lib/errors';
import { checkPlain } from '@/lib/http/plain-input';
import { FileBytes } from '@/lib/text/file-bytes';
import { parseUrlencoded } from './urlencoded';

export type FormFile = { content: FileBytes; filename: string; contentType: string };
/** What was sent under each name, in order. */
export type Form = Map<string, (string | FormFile)[]>;

const MOST_FIELDS = 2000;
const MOST_FILES = 20;

/** A form in one of the two ways in which HTML sends one. @throws AppError unsupported_media_type, validation_failed */
export async function parseForm(bytes: Uint8Array, contentType: string | null): Promise<Form> {
  const kind = contentType?.split(';')[0]?.trim().toLowerCase();
  if (kind !== 'multipart/form-data' && kind !== 'application/x-www-form-urlencoded')
    throw new AppError('unsupported_media_type', 'Send the body as multipart/form-data.');
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isMultipart = kind === 'multipart/form-data';
  const mark = isMultipart ? boundaryIn(contentType!) : '&';
  checkCount(body, mark);
  const form: Form = new Map();
  let [fields, files] = [0, 0];
  const entries: Entry[] = isMultipart
    ? await entriesOf(body, contentType!, mark)
    : await parseUrlencoded(body);
  for (const [name, value] of entries) {
    fields++;
    if (typeof value !== 'string') files++;
    if (fields > MOST_FIELDS || files > MOST_FILES) throw tooMany();
    checkPlain(name);
    // As PHP writes a list.
    const key = name.replace(/\[\d*\]$/, '');
    const values = form.get(key) ?? [];
    form.set(key, values);
    if (typeof value === 'string') checkPlain(value);
    values.push(typeof value === 'string' ? value : await fileOf(value));
  }
  return form;
}

/** Before anything is made of them: three hundred thousand took half a second. Without a mark it is no form, which the parser says. */
function checkCount(body: Buffer, mark: string | undefined): void {
  if (mark === undefined) return;
  let found = 0;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length))
    // One more than fields stands at the end.
    if (++found > MOST_FIELDS + 1) throw tooMany();
}

function boundaryIn(contentType: string): string | undefined {
  const [, quoted, bare] = /;\s{0,9}boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  return boundary && `--${boundary}`;
}

function tooMany(): AppError {
  return new AppError('validation_failed', `At most ${MOST_FIELDS} fields, of which ${MOST_FILES} files.`);
}

type Entry = [name: string, value: string | GivenFile];
type GivenFile = { name: string; type: string; bytes: Buffer };

const LARGE_BYTES = 64 * 1024;

/** The parser looks at each byte several times, in one go: of a large body it gets the frame, and the contents are put back. */
async function entriesOf(body: Buffer, contentType: string, mark: string | undefined): Promise<Entry[]> {
  if (mark === undefined || body.length < LARGE_BYTES) return parse(body, contentType);
  const { frame, contents, parts } = takeOut(body, mark);
  const entries = await parse(frame, contentType);
  // Something in it only looks like the beginning of a part.
  if (entries.length !== parts) return parse(body, contentType);
  for (const [index, content] of contents) {
    const [name, value] = entries[index]!;
    entries[index] = [name, typeof value === 'string' ? await decode(content) : { ...value, bytes: content }];
  }
  return entries;
}

async function parse(body: Buffer, contentType: string): Promise<Entry[]> {
  try {
    const headers = { 'content-type': contentType };
    const form = await new Response(body as BodyInit, { headers }).formData();
    return await Promise.all(
      [...form].map(async ([name, value]): Promise<Entry> => [name, await open(value)]),
    );
  } catch {
    throw unreadable();
  }
}

function unreadable(): AppError {
  return new AppError('validation_failed', 'The body is no form that can be read.');
}

async function open(value: string | File): Promise<string | GivenFile> {
  if (typeof value === 'string') return value;
  return { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) };
}

/** By the place of the part. */
function takeOut(body: Buffer, mark: string) {
  const frame: Buffer[] = [];
  const contents = new Map<number, Buffer>();
  let [from, parts] = [0, 0];
  for (let at = body.indexOf(mark), next: number; at >= 0; at = next + 2, parts++) {
    next = body.indexOf(`\r\n${mark}`, at + mark.length);
    if (next < 0) break;
    if (next - at < LARGE_BYTES) continue;
    // Within its own part, as others may lack it too. The parser refuses one without, after it has read all.
    const headersEnd = body.subarray(at, next).indexOf('\r\n\r\n');
    if (headersEnd < 0) throw unreadable();
    const begin = at + headersEnd + 4;
    if (next - begin < LARGE_BYTES) continue;
    frame.push(body.subarray(from, begin));
    contents.set(parts, body.subarray(begin, next));
    from = next;
  }
  return { frame: Buffer.concat([...frame, body.subarray(from)]), contents, parts };
}

async function decode(content: Buffer): Promise<string> {
  const breath = new Breath();
  const decoder = new TextDecoder();
  let text = '';
  for (let at = 0; at < content.length; at += 1024 * 1024) {
    text += decoder.decode(content.subarray(at, at + 1024 * 1024), { stream: true });
    await breath.take();
  }
  return text + decoder.decode();
}

async function fileOf({ name, type, bytes }: GivenFile): Promise<FormFile> {
  return {
    content: new FileBytes(bytes, await sha256Large(bytes)),
    filename: name.replace(/^.*[/\\]/, ''),
    contentType: type,
  };
}

/** What is text under this name. */
export function textsOf(form: Form, name: string): string[] {
  return (form.get(name) ?? []).filter((value) => typeof value === 'string');
}
