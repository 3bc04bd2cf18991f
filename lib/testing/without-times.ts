import type { Answer } from './http';

/** Without what the clock tells. */
export function withoutTimes({ status, body, text }: Answer): unknown {
  const clocks = /^(at|from|to|oldestWaitingSeconds|oldestAt|emptyInSeconds|lastUsedAt|endsAt|forecastAt)$/;
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => (clocks.test(name) ? [] : [[name, strip(inner)]])),
    );
  };
  return { status, body: strip(body ?? text.replace(/^(relevo_queue_oldest_seconds\S*) [\d.]+$/gm, '$1')) };
}
