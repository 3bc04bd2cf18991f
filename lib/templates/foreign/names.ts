import type { AST } from '@handlebars/parser';
import { RESERVED_ROOTS, type VariableType } from '../variables';
import type { UsedVariables } from './converted';

/** Where a bare name is looked for; the outermost is what the message brings. `root`: a variable of the message that is an object if it has names. */
export type Place = {
  at: string;
  loops: boolean;
  aliases: Record<string, string>;
  root?: string | undefined;
};
export const ROOT: Place = { at: '', loops: false, aliases: {} };

/** `root`: a variable of the message itself, by its name here. */
export type Resolved = { liquid: string; root?: string };

const LOOP: Record<string, string> = {
  index: 'forloop.index0',
  first: 'forloop.first',
  last: 'forloop.last',
};

/** What the names of one text mean in Liquid. */
export class Names {
  constructor(
    readonly used: UsedVariables,
    private readonly onRename: (name: string) => void,
  ) {}

  /** `type`: what its use says of the variable where it is one of the message itself. Null: Liquid has no word for it. */
  resolve(path: AST.PathExpression, places: Place[], type: VariableType = 'text'): Resolved | null {
    const parts = path.parts.filter((part) => typeof part === 'string');
    if (parts.length < path.parts.length) return null;
    if (path.data) return this.special(path, parts, { places, type });
    const alias = path.depth === 0 ? aliasOf(parts[0], places) : undefined;
    if (alias) return { liquid: joined(alias, parts.slice(1)) };
    const place = places[places.length - 1 - path.depth];
    if (!place || (place.at === '' && parts.length === 0)) return null;
    if (place.at === '') return this.ofMessage(parts, type);
    if (place.root && parts.length > 0) this.used.add(place.root, 'object');
    return { liquid: joined(place.at, parts) };
  }

  private special(
    { depth }: AST.PathExpression,
    [name = '', ...rest]: string[],
    { places, type }: { places: Place[]; type: VariableType },
  ): Resolved | null {
    if (name === 'root') return rest.length > 0 ? this.ofMessage(rest, type) : null;
    const inLoop = places.at(-1)?.loops && depth === 0 && rest.length === 0;
    return inLoop && Object.hasOwn(LOOP, name) ? { liquid: LOOP[name]! } : null;
  }

  private ofMessage([first = '', ...rest]: string[], type: VariableType): Resolved {
    const name = nameHere(first);
    if (name !== first) this.onRename(`${first} → ${name}`);
    this.used.add(name, rest.length > 0 ? 'object' : type);
    return rest.length > 0 ? { liquid: joined(name, rest) } : { liquid: name, root: name };
  }
}

/** As `VariableDeclaration` takes it. */
export function nameHere(name: string): string {
  const plain = name
    .replace(/\W/g, '_')
    .replace(/^[^a-z]/i, 'v_$&')
    .slice(0, 60);
  return RESERVED_ROOTS.includes(plain) || plain in {} ? `${plain}_value` : plain;
}

function aliasOf(name: string | undefined, places: Place[]): string | undefined {
  return places.findLast(({ aliases }) => name !== undefined && Object.hasOwn(aliases, name))?.aliases[name!];
}

function joined(base: string, parts: string[]): string {
  return parts.reduce((path, part) => {
    if (/^\d+$/.test(part)) return `${path}[${part}]`;
    return /^[a-z_]\w*$/i.test(part) ? `${path}.${part}` : `${path}["${part.replaceAll('"', '')}"]`;
  }, base);
}
