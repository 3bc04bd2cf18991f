import { AppError } from '@/lib/errors';

const MAX_DEPTH = 32;
/** Of one list, or keys of one object, unless told otherwise. */
const MAX_MEMBERS = 1000;

/** Of a name: as a key of an object each of its characters is looked at again and again. */
const MAX_NAME_BYTES = 4096;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** Outside of strings it stands behind a name, and nowhere else. */
const COLON = 0x3a;

/** After so many ordinary bytes in a row, as files in base64 have, it is quicker to let the engine look for the next of interest. */
const LONG_RUN = 256;

/**
 * Bounds what JSON will become, while its bytes arrive and before anything is made of them: two characters of it can be an object, a key
 * an error. It counts and does not judge: what is no JSON is for the parser.
 */
export class JsonScan {
  private depth = 0;
  private values = 1;
  private inString = false;
  private escaped = false;
  /** Of the string that was read last. */
  private stringBytes = 0;
  private readonly members = new Uint32Array(MAX_DEPTH + 1);
  private readonly quotes = new Finder(QUOTE);
  private readonly backslashes = new Finder(BACKSLASH);

  constructor(
    private readonly maxValues: number,
    private readonly maxMembers = MAX_MEMBERS,
  ) {}

  /** Whether that is why it was refused. */
  get isDeep(): boolean {
    return this.depth > MAX_DEPTH;
  }

  /** In one pass, for bytes cut anywhere. @throws AppError validation_failed */
  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      if (this.inString) at = this.skipString(bytes, at);
      else this.count(bytes[at]!);
    }
  }

  /** Most of a large body is the inside of strings. @returns where it ends, or the end of the bytes */
  private skipString(bytes: Uint8Array, from: number): number {
    let at = from;
    if (this.escaped) {
      this.escaped = false;
      at++;
    }
    let plain = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === BACKSLASH) {
        at++;
        plain = 0;
      } else if (byte === QUOTE) {
        this.inString = false;
        this.stringBytes += at - from;
        return at;
      } else if (++plain === LONG_RUN) {
        at = Math.min(this.quotes.next(bytes, at), this.backslashes.next(bytes, at)) - 1;
        plain = 0;
      }
    }
    this.escaped = at > bytes.length;
    this.stringBytes += at - from;
    return at;
  }

  private count(byte: number): void {
    if (byte === QUOTE) {
      this.inString = true;
      this.stringBytes = 0;
    } else if (byte === COLON) {
      if (this.stringBytes > MAX_NAME_BYTES) throw refusal(`has a name of more than ${MAX_NAME_BYTES} bytes`);
    } else if (byte === COMMA) {
      this.add();
      if (++this.members[this.depth]! > this.maxMembers)
        throw refusal(`has a list or an object of more than ${this.maxMembers}`);
    } else if (byte === 0x5b || byte === 0x7b) {
      this.add();
      if (++this.depth > MAX_DEPTH) throw refusal(`is nested deeper than ${MAX_DEPTH}`);
      this.members[this.depth] = 1;
    } else if ((byte === 0x5d || byte === 0x7d) && this.depth > 0) this.depth--;
  }

  private add(): void {
    if (++this.values > this.maxValues) throw refusal(`has more than ${this.maxValues} values`);
  }
}

/** Where a byte is next. What was found ahead is kept, so that no part of the bytes is searched twice. */
class Finder {
  private bytes?: Uint8Array;
  private found = -1;

  constructor(private readonly byte: number) {}

  next(bytes: Uint8Array, from: number): number {
    if (this.bytes === bytes && this.found >= from) return this.found;
    const found = bytes.indexOf(this.byte, from);
    this.bytes = bytes;
    this.found = found < 0 ? bytes.length : found;
    return this.found;
  }
}

function refusal(what: string): AppError {
  return new AppError('validation_failed', `The body ${what}.`);
}
