import { parseArgs } from 'node:util';

const DEFAULTS = { messages: 20_000, rounds: 3, connections: 10, rows: 5_000_000, waiting: 50_000 };

export type Options = typeof DEFAULTS & {
  json: boolean;
  profile: boolean;
  full: boolean;
  measures: string[];
};

/** `npm run bench -- drain accept --messages 5000`; without names all measures. @throws on what is not known */
export function readOptions(known: string[]): Options {
  const numbers = Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, value]) => [name, { type: 'string', default: String(value) }]),
  ) as Record<keyof typeof DEFAULTS, { type: 'string'; default: string }>;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...numbers,
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      // Ten times the history that `figures` has otherwise.
      full: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No measure ${unknown.join(', ')}: ${known.join(', ')}.`);
  return {
    messages: count('messages', values.messages),
    rounds: count('rounds', values.rounds),
    connections: count('connections', values.connections),
    rows: count('rows', values.rows),
    waiting: count('waiting', values.waiting),
    json: values.json,
    profile: values.profile,
    full: values.full,
    measures: positionals.length > 0 ? positionals : known,
  };
}

function count(name: string, text: string): number {
  const value = Number(text.replaceAll(/[_,]/g, ''));
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0.`);
  return value;
}
