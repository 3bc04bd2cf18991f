import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PRICE_EXAMPLES } from './price-examples';
import { listAdapters } from './registry';

it('stands at presets that there are', () => {
  const presets = listAdapters().flatMap(({ presets: theirs }) => Object.keys(theirs));
  for (const preset of Object.keys(PRICE_EXAMPLES)) expect(presets).toContain(preset);
});

it.each(['docs/sms-and-whatsapp.md', 'docs/es/sms-and-whatsapp.md'])('%s tells the same', (guide) => {
  const text = readFileSync(guide, 'utf8').replaceAll(',', '.');
  for (const preset of ['twilio', 'whatsapp'])
    for (const { from, to } of PRICE_EXAMPLES[preset]!.examples)
      for (const amount of [from, to]) if (amount) expect(text).toContain(amount);
  expect(text).toContain(String(PRICE_EXAMPLES.twilio!.year));
});
