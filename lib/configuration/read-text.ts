import { type Document, isCollection, isMap, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { fieldErrorsOf } from '@/lib/field-errors';
import { checkPlain } from '@/lib/http/plain-input';
import { nearest } from '@/lib/text/nearest';
import { ConfigurationDocument, countThings } from './document';

export const MAX_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 32;

type Parsed = { document: ConfigurationDocument; locate: (error: FieldError) => FieldError };

/**
 * A document out of JSON or YAML 1.2, of which JSON is a part. Names that stand for others (`&a`, `*a`), tags and keys given twice are refused: a few lines
 * of those can mean gigabytes. @throws AppError validation_failed with all that is wrong, each with `line` and `column` among its parameters
 */
export function readText(text: string): Parsed {
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw new AppError('payload_too_large', 'A configuration may have 4 MB.');
  const lines = new LineCounter();
  const yaml = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const [fault] = [...yaml.errors, ...yaml.warnings];
  if (fault)
    throw refuse([at(fieldError('', 'not_yaml', { why: fault.message }), lines.linePos(fault.pos[0]))]);
  checkDepth(yaml.contents as Node | null);
  const locate = (error: FieldError) => at(error, positionOf(yaml, lines, error.path));
  const value = toPlain(yaml);
  try {
    checkPlain(value);
  } catch (error) {
    if (error instanceof AppError) throw refuse((error.errors ?? []).map(locate));
    throw error;
  }
  const parsed = ConfigurationDocument.safeParse(value, { reportInput: true });
  if (!parsed.success) throw refuse(fieldErrorsOf(parsed.error).map((error) => locate(withNearest(error))));
  if (!countThings(parsed.data)) throw refuse([fieldError('', 'too_large')]);
  return { document: parsed.data, locate };
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

function at(error: FieldError, position: { line: number; col: number } | undefined): FieldError {
  if (!position) return error;
  return { ...error, params: { ...error.params, line: `${position.line}`, column: `${position.col}` } };
}

function toPlain(yaml: Document): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 0 });
  } catch {
    // The one thing left that it refuses: something that stands for something else.
    throw refuse([fieldError('', 'yaml_alias')]);
  }
}

/** The parser itself takes a hundred thousand brackets; whoever walks through them after it does not. */
function checkDepth(root: Node | null): void {
  const open: [unknown, number][] = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > MAX_DEPTH) throw refuse([fieldError('', 'too_deep')]);
    if (isCollection(node)) for (const item of node.items) open.push([item, depth + 1]);
    else if (isPair(node)) open.push([node.value, depth]);
  }
}

/** The place of the longest part of the path that is there. Names may have dots: each level takes the longest of its own that fits. */
function positionOf(yaml: Document, lines: LineCounter, path: string) {
  if (path === '') return undefined;
  let node: unknown = yaml.contents;
  let found = (node as Node | null)?.range?.[0];
  let rest = path;
  while (isCollection(node) && rest !== '') {
    const keys = isMap(node) ? node.items.map(({ key }) => key as Node & { value: unknown }) : [];
    const names = isMap(node)
      ? keys.map((key) => String(key.value))
      : node.items.map((_, index) => `${index}`);
    const fits = names.filter((name) => rest === name || rest.startsWith(`${name}.`));
    const name = fits.toSorted((a, b) => b.length - a.length)[0];
    if (name === undefined) break;
    const index = names.indexOf(name);
    found = (isMap(node) ? keys[index]!.range?.[0] : (node.items[index] as Node).range?.[0]) ?? found;
    node = isMap(node) ? node.items[index]!.value : node.items[index];
    rest = rest.slice(name.length + 1);
  }
  return found === undefined ? undefined : lines.linePos(found);
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
