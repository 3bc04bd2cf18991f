import { Breath } from '@/lib/async/breath';

/** `tooLarge`: it has more than a row may have; `cells` are the beginning of it. */
export type CsvRow = { line: number; cells: string[]; tooLarge?: true };

/** Of one row. Two hundred columns of a thousand characters fit, and a file whose quotation mark nothing closes is no row of megabytes. */
export const MOST_CELLS = 1_000;
export const MOST_CHARACTERS = 300_000;

/** Read before others may have a turn. */
const PIECE = 64 * 1024;

/**
 * Rows of a CSV file (RFC 4180) while its text comes in, each with the line on which it begins; `;` and tabs divide cells as well. Lets
 * others have a turn, within a long row too, so that whoever works on the rows need not.
 */
export async function* readCsv(text: string | AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const reader = new Reader();
  const breath = new Breath();
  for await (const chunk of typeof text === 'string' ? [text] : text)
    for (let at = 0; at < chunk.length; at += PIECE) {
      for (const row of reader.read(chunk.slice(at, at + PIECE))) {
        yield row;
        await breath.take();
      }
      await breath.take();
    }
  yield* reader.end();
}

class Reader {
  private row: CsvRow = { line: 1, cells: [] };
  private cell = '';
  private isBlank = true;
  private characters = 0;
  private line = 1;
  private state: 'plain' | 'quoted' | 'closing' = 'plain';
  private divider: string | undefined;

  *read(piece: string): Generator<CsvRow> {
    for (let at = 0; at < piece.length; ) {
      if (this.state === 'quoted') at = this.readQuoted(piece, at);
      else if (this.state === 'closing') at = this.readClosing(piece, at);
      else {
        const end = plainUntil(piece, at);
        if (end > at) this.add(piece.slice(at, end));
        if (end < piece.length && this.isRowEnd(piece[end]!)) yield this.take();
        at = end + 1;
      }
    }
  }

  *end(): Generator<CsvRow> {
    if (this.cell !== '' || this.row.cells.length > 0) yield this.take();
  }

  private readQuoted(piece: string, at: number): number {
    const quote = piece.indexOf('"', at);
    const end = quote < 0 ? piece.length : quote;
    if (end > at) {
      const text = piece.slice(at, end);
      this.add(text);
      for (let n = text.indexOf('\n'); n >= 0; n = text.indexOf('\n', n + 1)) this.line++;
    }
    if (quote >= 0) this.state = 'closing';
    return end + 1;
  }

  /** After a quotation mark: another one means one that belongs to the text. */
  private readClosing(piece: string, at: number): number {
    if (piece[at] !== '"') {
      this.state = 'plain';
      return at;
    }
    this.state = 'quoted';
    this.add('"');
    return at + 1;
  }

  private isRowEnd(char: string): boolean {
    if (char === '\n') return true;
    if (char === '"' && this.isBlank) this.state = 'quoted';
    else if (char === this.divider || (this.divider === undefined && DIVIDERS.includes(char))) {
      this.divider = char;
      this.endCell();
    } else if (char !== '\r' && !(char === BOM && this.isAtStart())) this.add(char);
    return false;
  }

  private isAtStart(): boolean {
    return this.line === 1 && this.row.cells.length === 0 && this.isBlank;
  }

  private add(text: string): void {
    this.isBlank = false;
    this.characters += text.length;
    if (this.characters > MOST_CHARACTERS) this.row.tooLarge = true;
    else this.cell += text;
  }

  private endCell(): void {
    if (this.row.cells.length < MOST_CELLS) this.row.cells.push(this.cell);
    else this.row.tooLarge = true;
    this.cell = '';
    this.isBlank = true;
  }

  private take(): CsvRow {
    this.endCell();
    const { row } = this;
    if (this.state === 'plain') this.line++;
    this.row = { line: this.line, cells: [] };
    this.characters = 0;
    return row;
  }
}

const BOM = '\uFEFF';
const DIVIDERS = ',;\t';

/** Where a character stands that may mean something. */
function plainUntil(text: string, from: number): number {
  MEANING.lastIndex = from;
  return MEANING.exec(text)?.index ?? text.length;
}

const MEANING = /["\n\r,;\t\uFEFF]/g;
