import type { SinkProcess } from './sink-process';

const TIMEOUT_MS = 300_000;

export type Rate = { perSecond: number; cpuMs: Record<string, number> };

/**
 * How fast messages come to the sink, once `warmUp` of them are through, until `count` more are and `finish` resolves; and the
 * CPU milliseconds of each counter for one message.
 */
export async function watchRate(
  sink: SinkProcess,
  { warmUp, count }: { warmUp: number; count: number },
  cpu: () => Record<string, number>,
  { base = sink.accepted, finish }: { base?: number; finish?: () => Promise<void> } = {},
): Promise<Rate> {
  await sink.until(base + warmUp, TIMEOUT_MS);
  const [accepted, beganAt, before] = [sink.accepted, performance.now(), cpu()];
  await sink.until(base + warmUp + count, TIMEOUT_MS);
  await finish?.();
  const [elapsedMs, after] = [performance.now() - beganAt, cpu()];
  const messages = base + warmUp + count - accepted;
  const cpuMs = Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, (ms - before[name]!) / messages]),
  );
  return { perSecond: (messages * 1000) / elapsedMs, cpuMs };
}

export function totalCpuMs({ cpuMs }: Rate): number {
  return Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0);
}

export function describeRate(name: string, rates: Rate[], pick: (values: number[]) => number): string {
  const parts = Object.keys(rates[0]!.cpuMs).map(
    (part) => `${part} ${pick(rates.map(({ cpuMs }) => cpuMs[part]!)).toFixed(2)}`,
  );
  const perSecond = pick(rates.map((rate) => rate.perSecond)).toFixed(0);
  const cpu = pick(rates.map(totalCpuMs)).toFixed(2);
  return `${name.padEnd(30)} ${perSecond.padStart(6)}/s   ${cpu} ms CPU each (${parts.join(', ')})`;
}
