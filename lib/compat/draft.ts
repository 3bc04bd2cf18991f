import type { RawMail } from '@/lib/channels/message-fields';
import { AppError, type FieldError } from '@/lib/errors';

/** What the parts of a value are called in their API, by what they are called in ours; `*`: all of them the same. */
export type Inner = Record<string, string>;
type Place = { theirs: string; inner: Inner };

/** A message on its way from the body of another API to what `POST /api/v1/messages` takes. It remembers by which name they call each part. */
export class Draft {
  readonly input: Record<string, unknown> = {};
  idempotencyKey: string | undefined;
  /** The mail that its program wrote, where it did. */
  raw: RawMail | null = null;
  private readonly places = new Map<string, Place>();

  put(ours: string, value: unknown, theirs: string, inner: Inner = {}): void {
    this.input[ours] = value;
    this.places.set(ours, { theirs, inner });
  }

  /** One more of a list. */
  add(ours: string, value: unknown, theirs: string, inner: Inner = {}): void {
    this.input[ours] ??= [];
    const list = this.input[ours] as unknown[];
    this.places.set(`${ours}.${list.length}`, { theirs, inner });
    list.push(value);
    if (!this.places.has(ours)) this.name(ours, theirs.replace(/[.[]\d+\]?$/, ''));
  }

  /** One more of named texts: headers, metadata, tracking. */
  set(ours: string, name: string, value: unknown, theirs: string): void {
    this.input[ours] ??= Object.create(null);
    const entries = this.input[ours] as Record<string, unknown>;
    entries[name] = value;
    this.name(`${ours}.${name}`, theirs);
    if (!this.places.has(ours))
      this.name(ours, theirs.slice(0, Math.max(0, theirs.lastIndexOf('.'))) || theirs);
  }

  /** How they call what is not there. */
  name(ours: string, theirs: string, inner: Inner = {}): void {
    this.places.set(ours, { theirs, inner });
  }

  /** The same refusal, in their names. */
  retell(error: AppError): AppError {
    if (!error.errors) return error;
    const errors = error.errors.map((one): FieldError => ({ ...one, path: this.theirs(one.path) }));
    const [first] = errors;
    const detail = first ? `${first.path}: ${first.message}` : error.detail;
    return new AppError(error.code, detail, { ...error.options, errors });
  }

  /** Of the longest part of it that is known. Names of headers may have dots themselves. */
  private theirs(path: string): string {
    for (let known = path; known; known = known.slice(0, Math.max(0, known.lastIndexOf('.')))) {
      const place = this.places.get(known);
      if (!place) continue;
      const rest = path.slice(known.length + 1);
      if (!rest) return place.theirs;
      if (place.inner['*'] !== undefined) return `${place.theirs}.${rest}`;
      const inner = place.inner[rest.split('.', 1)[0]!];
      return inner === undefined ? place.theirs : `${place.theirs}.${inner}`;
    }
    return path;
  }
}
