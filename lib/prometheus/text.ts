/** One series: its labels and what it says now. A label that says nothing is left out, which means the same. */
export type Sample = { labels?: Record<string, string>; value: number };

export type Family = { name: string; help: string } & (
  | { type: 'counter' | 'gauge'; samples: Sample[] }
  | { type: 'histogram'; series: Histogram[] }
);

/** `counts` of each bucket alone, the last without an end. */
export type Histogram = {
  labels: Record<string, string>;
  bounds: readonly number[];
  counts: number[];
  sum: number;
};

/** Of the answer: the text format of Prometheus, which every version of it reads. */
export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Families without a series are left out. https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
export function toText(families: Family[]): string {
  return families
    .map((family) => ({ family, lines: linesOf(family) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ family: { name, help, type }, lines }) =>
      [`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n'),
    )
    .join('');
}

function linesOf(family: Family): string[] {
  const { name } = family;
  if (family.type !== 'histogram')
    return family.samples.map(({ labels = {}, value }) => line(name, labels, value));
  return family.series.flatMap(({ labels, bounds, counts, sum }) => {
    let below = 0;
    const buckets = counts.map((count, n) => {
      below += count;
      const le = bounds[n] === undefined ? '+Inf' : String(bounds[n]);
      return line(`${name}_bucket`, { ...labels, le }, below);
    });
    return [...buckets, line(`${name}_sum`, labels, sum), line(`${name}_count`, labels, below)];
  });
}

function line(name: string, labels: Record<string, string>, value: number): string {
  const told = Object.entries(labels).filter(([, text]) => text !== '');
  const inside = told.map(([label, text]) => `${label}="${escapeLabel(text)}"`).join(',');
  return `${name}${inside && `{${inside}}`} ${value}`;
}

function escapeHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeLabel(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
