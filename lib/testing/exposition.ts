/** Reads the text format of Prometheus by its document, strictly: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export type Exposed = {
  name: string;
  type: string;
  help: string;
  samples: { name: string; labels: Record<string, string>; value: number }[];
};

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*/;
const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];

/** @throws Error at the first line that breaks a rule of the document. */
export function parseExposition(text: string): Map<string, Exposed> {
  if (!text.endsWith('\n')) throw new Error('The last line must end with a line feed.');
  const families = new Map<string, Exposed>();
  let help: { name: string; text: string } | undefined;
  let current: Exposed | undefined;
  const seen = new Set<string>();
  for (const line of text.slice(0, -1).split('\n')) {
    const comment = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line);
    if (comment?.[1] === 'HELP') {
      help = { name: comment[2]!, text: comment[3]! };
    } else if (comment) {
      const [, , name, type] = comment as unknown as string[];
      if (families.has(name!)) throw new Error(`A second TYPE of ${name}`);
      if (!TYPES.includes(type!)) throw new Error(`No type: ${type}`);
      if (help?.name !== name) throw new Error(`No HELP before the TYPE of ${name}`);
      current = { name: name!, type: type!, help: help!.text, samples: [] };
      families.set(name!, current);
    } else {
      const sample = parseSample(line);
      if (!current || baseOf(sample.name, current.type) !== current.name)
        throw new Error(`Not within its group: ${line}`);
      const key = `${sample.name} ${JSON.stringify(Object.entries(sample.labels).toSorted())}`;
      if (seen.has(key)) throw new Error(`Twice: ${line}`);
      seen.add(key);
      current.samples.push(sample);
    }
  }
  return families;
}

function baseOf(name: string, type: string): string {
  return type === 'histogram' ? name.replace(/_(bucket|sum|count)$/, '') : name;
}

function parseSample(line: string): Exposed['samples'][number] {
  let rest = line;
  const take = (pattern: RegExp): string => {
    const found = pattern.exec(rest);
    if (found?.index !== 0) throw new Error(`Unreadable: ${line}`);
    rest = rest.slice(found[0].length);
    return found[0];
  };
  const name = take(NAME);
  const labels: Record<string, string> = {};
  if (rest.startsWith('{')) {
    take(/\{/);
    while (!rest.startsWith('}')) {
      const label = take(LABEL);
      take(/="/);
      const value = take(/^(?:[^"\\\n]|\\["\\n])*/);
      take(/"/);
      if (label in labels) throw new Error(`Twice a label: ${line}`);
      labels[label] = value.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
      if (!rest.startsWith('}')) take(/,/);
    }
    take(/\}/);
  }
  take(/ /);
  const value = take(/^(?:[+-]?Inf|NaN|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/);
  if (rest !== '') throw new Error(`More than a value: ${line}`);
  return { name, labels, value: Number(value.replace('Inf', 'Infinity')) };
}
