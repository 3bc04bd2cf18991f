import { autocompletion, type Completion, type CompletionContext, snippet } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip } from '@codemirror/view';
import { type Cursor, cursorInJson, cursorInYaml, nameAt } from '@/lib/configuration/editing/cursor';
import { namesIn, schemasAt, valuesIn } from '@/lib/configuration/editing/schema-at';
import type { Format } from './format';
import type { FieldWords } from './use-field-words';

type Json = Record<string, unknown>;
export type NameHelp = { path: string[]; lines: string[] };
type Options = {
  format: Format;
  schema: Json;
  words: FieldWords;
  /** At which name the cursor stands, for who has no mouse to point with. */
  onName: (help: NameHelp | null) => void;
};

/** YAML or JSON, with names and values of the schema to complete, and what each name is. */
export function documentLanguage(options: Options): Extension {
  const { format, onName } = options;
  const helpAt = (text: string, offset: number) => helpOf(options, text, offset);
  return [
    format === 'yaml' ? yaml() : json(),
    autocompletion({ override: [(context) => complete(options, context)] }),
    hoverTooltip((view, pos) => {
      const help = helpAt(view.state.doc.toString(), pos);
      return help && { pos: help.from, above: true, create: () => ({ dom: drawn(help) }) };
    }),
    EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
      if (docChanged || selectionSet) onName(helpAt(state.doc.toString(), state.selection.main.head));
    }),
  ];
}

function helpOf({ format, schema, words }: Options, text: string, offset: number) {
  const found = nameAt(text, offset, format);
  if (!found) return null;
  const [first] = schemasAt(schema, found.path, found.beside).toSorted(byHelp);
  return first ? { path: found.path, from: found.from, lines: words.lines(first) } : null;
}

function byHelp(a: Json, b: Json): number {
  return Number(b.description !== undefined) - Number(a.description !== undefined);
}

function drawn({ path, lines }: NameHelp): HTMLElement {
  const dom = document.createElement('div');
  dom.style.cssText = 'max-width: 26rem; padding: 6px 10px; overflow-wrap: anywhere;';
  const name = document.createElement('strong');
  name.textContent = path.at(-1)!;
  dom.append(name, ...lines.map(paragraph));
  return dom;
}

function paragraph(text: string): HTMLElement {
  const line = document.createElement('div');
  line.textContent = text;
  return line;
}

function complete({ format, schema, words }: Options, { state, pos, explicit }: CompletionContext) {
  const text = state.doc.toString();
  const cursor = (format === 'yaml' ? cursorInYaml : cursorInJson)(text, pos);
  const begun = text.slice(cursor.from, pos);
  if (!explicit && begun === '') return null;
  const schemas = schemasAt(schema, cursor.path, cursor.beside);
  const options =
    cursor.writes === 'name' ? nameOptions(schemas, cursor, format, words) : valueOptions(schemas, format);
  // The quote that was closed while the name was begun.
  const to = format === 'json' && text[pos] === '"' ? pos + 1 : pos;
  return options.length === 0 ? null : { from: cursor.from, to, options, validFor: /^["\w$-]*$/ };
}

function nameOptions(schemas: Json[], { beside }: Cursor, format: Format, words: FieldWords): Completion[] {
  const written = beside.at(-1) ?? {};
  return [...namesIn(schemas)]
    .filter(([name]) => !Object.hasOwn(written, name))
    .map(([name, schema]) => ({
      label: format === 'json' ? `"${name}"` : name,
      detail: words.kind(schema),
      info: words.lines(schema).join(' '),
      type: 'property',
      apply: snippet(after(name, schema, format)),
    }));
}

/** What is to be written next stands where the cursor is then. */
function after(name: string, schema: Json, format: Format): string {
  const holds = schema.type === 'object' ? 'fields' : schema.type === 'array' ? 'list' : 'value';
  if (format === 'json') return `"${name}": ${{ fields: '{\n\t#{}\n}', list: '[#{}]', value: '#{}' }[holds]}`;
  return `${name}:${{ fields: '\n\t#{}', list: '\n\t- #{}', value: ' #{}' }[holds]}`;
}

function valueOptions(schemas: Json[], format: Format): Completion[] {
  return valuesIn(schemas).map((value) => {
    const text = format === 'json' || typeof value !== 'string' ? JSON.stringify(value) : value;
    return { label: text, type: 'constant' };
  });
}
