import { LIQUID, spansOf } from '@/lib/text/spans';

/** Facts on security: what a template and its output may be. Counted, not timed, so that a busy machine refuses nothing that another takes. */
export const MAX_SOURCE = 512 * 1024;
export const MAX_OUTPUT = 2 * 1024 * 1024;
/** Pieces of text, outputs and tags that one rendering goes through: 2,000 rows of a table with three columns, some 40 ms of both forms of a mail. */
const MAX_STEPS = 20_000;
/** A second net, for a filter that takes long in one step. */
const MAX_MS = 3_000;

/**
 * Elements of a source. What reads and compiles them does so in one go, for nested ones at a cost that grows by the square: 100,000 `<div>`,
 * which fit into a source, held the process for a quarter of a minute. A long newsletter has some hundreds, a component of MJML costs up to a millisecond.
 */
const MOST_ELEMENTS = { html: 8000, mjml: 1500 };

/** More than any mail has; null: it has no more. */
export function tooManyElements(source: string, kind: keyof typeof MOST_ELEMENTS): number | null {
  let elements = 0;
  for (const _ of source.matchAll(/<[a-z]/gi))
    if (++elements > MOST_ELEMENTS[kind]) return MOST_ELEMENTS[kind];
  return null;
}

/** Outputs and tags of a source: liquidjs reads a hundred thousand at a cost that grows by the square, some seconds; these in some 30 ms. */
const MOST_TOKENS = 3000;

/** More than any mail has; null: it has no more. */
export function tooManyTokens(source: string): number | null {
  let tokens = 0;
  for (const _ of spansOf(source, LIQUID)) if (++tokens > MOST_TOKENS) return MOST_TOKENS;
  return null;
}

export type LimitCode = 'steps' | 'output';

/** A template did more than any mail needs. */
export class TemplateLimit extends Error {
  constructor(readonly limit: LimitCode) {
    super(limit === 'steps' ? 'it loops too often' : 'it becomes too long');
  }
}

/** In the place of liquidjs' own limiter, which only knows the clock: with 50 ms the first date of a process was refused. */
export class StepLimit {
  #steps = 0;
  #deadline = performance.now() + MAX_MS;

  check(): void {
    if (++this.#steps > MAX_STEPS || performance.now() > this.#deadline) throw new TemplateLimit('steps');
  }

  use(): void {
    this.check();
  }

  /** Time that others had in between is not the template's. */
  excuse(ms: number): void {
    this.#deadline += ms;
  }
}

/** Refuses while it is written, not once it is whole. */
export class BoundedEmitter {
  buffer = '';

  write(piece: unknown): void {
    this.buffer += String(piece ?? '');
    checkLength(this.buffer);
  }
}

export function checkLength(text: string): string {
  if (text.length > MAX_OUTPUT) throw new TemplateLimit('output');
  return text;
}
