import { cpus } from 'node:os';

/** One figure of issue and README: what was measured, and what it has to reach. Of several rounds the median, between the least and the most. */
export type Figure = {
  name: string;
  value: number;
  target: string;
  met: boolean;
  unit?: string;
  least?: number;
  most?: number;
};
export type Report = { measure: string; seconds: number; lines: string[]; figures: Figure[] };

/** `measured`: one value, or that of each round. */
export function atLeast(name: string, measured: number | number[], target: number): Figure {
  const rounds = [measured].flat();
  const value = median(rounds);
  const spread = rounds.length > 1 && { least: Math.min(...rounds), most: Math.max(...rounds) };
  return { name, value, target: `≥ ${target}`, met: value >= target, ...spread };
}

export function atMost(name: string, value: number, target: number, unit?: string): Figure {
  return { name, value, target: `≤ ${target}${unit ? ` ${unit}` : ''}`, met: value <= target, unit };
}

export const MACHINE = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}`;

export function printReport({ measure, seconds, lines, figures }: Report): void {
  console.log(`\n${measure} (${seconds.toFixed(0)} s)`);
  for (const line of lines) console.log(`  ${line}`);
  for (const figure of figures) console.log(`  ${describeFigure(figure)}`);
}

export function describeFigure({ name, value, unit, target, met, least, most }: Figure): string {
  const text = unit ? `${value.toFixed(unit === 'MB' ? 0 : 2)} ${unit}` : value.toFixed(2);
  const spread =
    least === undefined || most === undefined ? '' : ` (${least.toFixed(2)} to ${most.toFixed(2)})`;
  return `${met ? '✓' : '✗'} ${name.padEnd(44)} ${text.padStart(9)}   target ${target}${spread}`;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)]!;
}
