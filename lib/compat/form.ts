import { sha256Large } from '@/lib/crypto/compare';
import { AppError } from '@/lib/errors';
import { checkPlain } from '@/lib/http/plain-input';
import { FileBytes } from '@/lib/text/file-bytes';

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
  checkCount(bytes, kind === 'multipart/form-data' ? boundaryIn(contentType!) : '&');
  const form: Form = new Map();
  let [fields, files] = [0, 0];
  for (const [name, value] of await entriesOf(bytes, contentType!)) {
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
function checkCount(bytes: Uint8Array, mark: string | undefined): void {
  if (mark === undefined) return;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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

async function entriesOf(bytes: Uint8Array, contentType: string) {
  try {
    const headers = { 'content-type': contentType };
    return [...(await new Response(bytes as BodyInit, { headers }).formData())];
  } catch {
    throw new AppError('validation_failed', 'The body is no form that can be read.');
  }
}

async function fileOf(file: File): Promise<FormFile> {
  const bytes = Buffer.from(await file.arrayBuffer());
  return {
    content: new FileBytes(bytes, await sha256Large(bytes)),
    filename: file.name.replace(/^.*[/\\]/, ''),
    contentType: file.type,
  };
}

/** What is text under this name. */
export function textsOf(form: Form, name: string): string[] {
  return (form.get(name) ?? []).filter((value) => typeof value === 'string');
}
