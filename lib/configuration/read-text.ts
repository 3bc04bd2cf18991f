import { ownTurn } from '@/lib/async/own-turn';
import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { fieldErrorsOf } from '@/lib/field-errors';
import { checkPlain } from '@/lib/http/plain-input';
import { nearest } from '@/lib/text/nearest';
import type { Comment } from './comments/yaml-comments';
import { ConfigurationDocument, countThings } from './document';
import { parseDocument } from './parse-document';
import { commentsIn, type Place, parseYaml, placesIn } from './parse-yaml';

export const MAX_BYTES = 4 * 1024 * 1024;

/** `locate`: the same errors, each with its place in the text. */
type Parsed = {
  document: ConfigurationDocument;
  locate: (errors: FieldError[]) => Promise<FieldError[]>;
  /** What people wrote beside it; null: it has no room for that (JSON). */
  comments: () => Promise<Comment[] | null>;
};

/**
 * A document out of JSON or YAML 1.2. @throws AppError validation_failed with all that is wrong, each with `line` and `column` among its
 * parameters
 */
export async function readText(text: string): Promise<Parsed> {
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw new AppError('payload_too_large', 'A configuration may have 4 MB.');
  const locate = async (errors: FieldError[]) => {
    const places = await placesIn(
      text,
      errors.map(({ path }) => path),
    );
    return errors.map((error, index) => at(error, places[index] ?? null));
  };
  const value = await parsedValue(text);
  try {
    checkPlain(value);
  } catch (error) {
    if (error instanceof AppError) throw refuse(await locate(error.errors ?? []));
    throw error;
  }
  await ownTurn();
  const parsed = await parseDocument(value);
  if (!parsed.success) throw refuse(await locate(fieldErrorsOf(parsed.error).map(withNearest)));
  if (!countThings(parsed.data)) throw refuse([fieldError('', 'too_large')]);
  return { document: parsed.data, locate, comments: () => commentsOf(text) };
}

const MOST_COMMENTS = 200_000;

async function commentsOf(text: string): Promise<Comment[] | null> {
  if (text.trimStart().startsWith('{')) return null;
  if (!text.includes('#')) return [];
  const comments = await commentsIn(text);
  if (!comments || JSON.stringify(comments).length > MOST_COMMENTS)
    throw refuse([fieldError('', 'too_large')]);
  return comments;
}

async function parsedValue(text: string): Promise<unknown> {
  const read = await parseYaml(text);
  if (!read) throw refuse([fieldError('', 'too_large')]);
  if ('value' in read) return read.value;
  if (read.refused === 'not_yaml')
    throw refuse([at(fieldError('', 'not_yaml', { why: read.why }), read.place)]);
  throw refuse([fieldError('', read.refused)]);
}

export function refuse(errors: FieldError[]): AppError {
  const detail = errors.map(
    ({ path, message, params }) => `${lineOf(params)}${path ? `${path}: ` : ''}${message}`,
  );
  return new AppError('validation_failed', detail.join('; '), { errors });
}

function lineOf({ line }: Record<string, string>): string {
  return line === undefined ? '' : `line ${line}: `;
}

function at(error: FieldError, place: Place | null): FieldError {
  if (!place) return error;
  return { ...error, params: { ...error.params, line: `${place.line}`, column: `${place.column}` } };
}

/** What somebody meant by a name that nobody knows. */
function withNearest(error: FieldError): FieldError {
  if (error.code !== 'unknown_field') return error;
  const parts = error.path.split('.');
  const meant = nearest(parts.at(-1)!, namesBeside(parts.slice(0, -1)));
  return meant ? fieldError(error.path, 'unknown_field_meant', { meant }) : error;
}

/** The names that the schema has where this one stands. */
function namesBeside(path: string[]): string[] {
  let schema: unknown = ConfigurationDocument;
  for (const part of path) schema = stepInto(schema, part);
  const shape = shapeOf(schema);
  return shape ? Object.keys(shape) : [];
}

type AnySchema = {
  unwrap?: () => unknown;
  shape?: Record<string, unknown>;
  valueType?: unknown;
  element?: unknown;
};

function bare(schema: unknown): AnySchema | undefined {
  let inner = schema as AnySchema | undefined;
  while (inner?.unwrap && !inner.shape && !inner.valueType) inner = inner.unwrap() as AnySchema;
  return inner;
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  return bare(schema)?.shape;
}

function stepInto(schema: unknown, part: string): unknown {
  const inner = bare(schema);
  return inner?.shape?.[part] ?? inner?.valueType ?? inner?.element;
}
