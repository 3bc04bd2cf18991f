'use client';

import { Group, TextInput } from '@mantine/core';

/** By the reader's own clock; empty: without an end on that side. */
export type Span = { since: string; until: string };

export const NO_SPAN: Span = { since: '', until: '' };

/** As the API takes it. */
export function toSpanInput({ since, until }: Span): { since?: string; until?: string } {
  return {
    ...(since && { since: new Date(since).toISOString() }),
    ...(until && { until: new Date(until).toISOString() }),
  };
}

type Props = { value: Span; labels: Span; onChange: (span: Span) => void };

/** From when to when. */
export function SpanInputs({ value, labels, onChange }: Props) {
  return (
    <Group grow align="flex-start">
      {(['since', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="datetime-local"
          label={labels[end]}
          value={value[end]}
          onChange={({ currentTarget }) => onChange({ ...value, [end]: currentTarget.value })}
        />
      ))}
    </Group>
  );
}
