import { RESPONSES } from '@/lib/metrics/response-names';
import type { MetricsByProvider } from '@/lib/metrics/schema';
import { BOM, csvLine } from '@/lib/text/csv';

const COUNTS = ['sent', 'failed', 'parked', 'captured', 'attempts', 'faulty', ...RESPONSES] as const;

/** For a spreadsheet: each interval of each provider in which something was. Names are those of the API, so that one sheet goes on below another. */
export function toSheet({ data, currency, timeZone }: MetricsByProvider): string {
  const head = ['from', 'time_zone', 'provider', ...COUNTS, 'cost', 'currency'];
  const rows = data.flatMap(({ provider, data: points }) =>
    points
      .filter((point) => COUNTS.some((name) => point[name] > 0))
      .map((point) => [
        point.at,
        timeZone,
        provider?.name ?? '',
        ...COUNTS.map((name) => point[name]),
        Number(point.cost),
        currency,
      ]),
  );
  return BOM + [head, ...rows].map(csvLine).join('');
}
