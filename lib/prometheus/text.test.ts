import { expect, it } from 'vitest';
import { parseExposition } from '@/lib/testing/exposition';
import { toText } from './text';

it('escapes what a label and a help text may hold, as the document says', () => {
  const text = toText([
    {
      name: 'relevo_things_total',
      help: 'One line\nand a \\ more.',
      type: 'counter',
      samples: [{ labels: { provider: 'C:\\DIR "mail"\nline', channel: '' }, value: 3 }],
    },
  ]);
  expect(text).toBe(
    '# HELP relevo_things_total One line\\nand a \\\\ more.\n# TYPE relevo_things_total counter\n' +
      'relevo_things_total{provider="C:\\\\DIR \\"mail\\"\\nline"} 3\n',
  );
  const [sample] = parseExposition(text).get('relevo_things_total')!.samples;
  expect(sample!.labels).toEqual({ provider: 'C:\\DIR "mail"\nline' });
});

it('writes the buckets of a histogram as sums of all below, and the last as all', () => {
  const series = [{ labels: { provider: 'Own' }, bounds: [0.1, 2.5], counts: [4, 2, 1], sum: 9.25 }];
  expect(toText([{ name: 'relevo_wait_seconds', help: 'A wait.', type: 'histogram', series }])).toBe(
    `# HELP relevo_wait_seconds A wait.
# TYPE relevo_wait_seconds histogram
relevo_wait_seconds_bucket{provider="Own",le="0.1"} 4
relevo_wait_seconds_bucket{provider="Own",le="2.5"} 6
relevo_wait_seconds_bucket{provider="Own",le="+Inf"} 7
relevo_wait_seconds_sum{provider="Own"} 9.25
relevo_wait_seconds_count{provider="Own"} 7
`,
  );
});

it('leaves out what has no series', () => {
  expect(toText([{ name: 'relevo_things_total', help: 'None.', type: 'counter', samples: [] }])).toBe('');
});
