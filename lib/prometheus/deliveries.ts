import { TOOK_MS } from '@/drizzle/latency';
import { NO_PROVIDER } from '@/drizzle/schema/delivery';
import { RESPONSES } from '@/lib/metrics/response-names';
import type { Family, Sample } from './text';
import type { Totals } from './totals';

const TOOK_SECONDS = TOOK_MS.map((ms) => ms / 1000);

/** `names` of the providers there are: series of those that are gone end, so that what they had counted is no jump of another one. */
export function deliveryFamilies(all: Totals[], names: Map<string, string>, currency: string): Family[] {
  const totals = all.flatMap((row) => {
    const provider = row.providerId === NO_PROVIDER ? '' : names.get(row.providerId);
    return provider === undefined
      ? []
      : [{ ...row, labels: { provider, channel: row.channel, category: row.category } }];
  });
  // What no provider took part in has no attempts.
  const asked = totals.filter(({ providerId }) => providerId !== NO_PROVIDER);
  const split = <Name extends string>(
    rows: typeof totals,
    label: string,
    columns: Record<string, Name & keyof Totals>,
  ): Sample[] =>
    rows.flatMap((row) =>
      Object.entries<keyof Totals>(columns).map(([value, column]) => {
        return { labels: { ...row.labels, [label]: value }, value: row[column] as number };
      }),
    );
  const plain = (column: keyof Totals, per = 1): Sample[] =>
    asked.map((row) => ({ labels: row.labels, value: (row[column] as number) / per }));
  return [
    {
      name: 'relevo_messages_total',
      help: 'Messages that came to rest, by state. A parked message counts again when it is sent later.',
      type: 'counter',
      samples: split(totals, 'state', {
        sent: 'sent',
        captured: 'captured',
        failed: 'failed',
        parked: 'parked',
      }),
    },
    {
      name: 'relevo_message_responses_total',
      help: 'What became of messages after a provider took them, each message once for each response.',
      type: 'counter',
      samples: split(
        asked,
        'response',
        Object.fromEntries(RESPONSES.map((name) => [snake(name), name])) as Record<string, keyof Totals>,
      ),
    },
    {
      name: 'relevo_attempts_total',
      help: 'Attempts to hand a message to a provider, by outcome. Those put off by pace or quota are not counted.',
      type: 'counter',
      samples: split(asked, 'outcome', {
        sent: 'attemptsSent',
        captured: 'attemptsCaptured',
        failed: 'attemptsFailed',
      }),
    },
    {
      name: 'relevo_attempts_faulty_total',
      help: 'Attempts that failed by the fault of the provider.',
      type: 'counter',
      samples: plain('faulty'),
    },
    {
      name: 'relevo_failovers_total',
      help: 'Attempts at this provider after which another one took over.',
      type: 'counter',
      samples: plain('failovers'),
    },
    {
      name: 'relevo_recipients_total',
      help: 'Recipients whom a provider accepted.',
      type: 'counter',
      samples: plain('recipients'),
    },
    {
      name: 'relevo_cost_total',
      help: 'What messages cost, in the currency of the label, without monthly fees.',
      type: 'counter',
      samples: plain('costMicros', 1_000_000).map(({ labels, value }) => {
        return { labels: { ...labels, currency }, value };
      }),
    },
    {
      name: 'relevo_attempt_duration_seconds',
      help: 'How long attempts took, whatever came of them.',
      type: 'histogram',
      series: asked.map(({ labels, took, durationMs }) => {
        return { labels, bounds: TOOK_SECONDS, counts: took, sum: durationMs / 1000 };
      }),
    },
  ];
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
