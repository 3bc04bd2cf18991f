import { expect, it, vi } from 'vitest';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { parseTemplate, renderParsed, renderParsedInTurns } from './engine';
import { StepLimit, TemplateLimit } from './limits';

const LOCALE = { language: 'es', timeZone: 'America/Asuncion', currency: 'PYG' };
const SCOPE = { name: 'Ana <b>', rows: [{ n: 1 }, { n: 2 }, { n: 3 }], none: null };

const SOURCES = [
  '',
  'Hola {{ name }}',
  '{% for row in rows %}{{ forloop.index }}: {{ row.n | money: "PYG" }}{% if row.n > 1 %}{% break %}{% endif %}{% endfor %}',
  '{% for row in rows reversed limit: 2 %}{% if row.n == 2 %}{% continue %}{% endif %}{{ row.n }}{% else %}none{% endfor %}',
  '{% for row in none %}x{% else %}nobody{% endfor %}',
  '{% case rows.size %}{% when 3 %}three{% else %}other{% endcase %}{% unless none %}u{% endunless %}',
  '{% assign a = rows | map: "n" | join: "-" %}{% capture b %}[{{ a }}]{% endcapture %}{{ b }}{{ rows | size }}',
  '{% for i in (1..3) %}{% cycle "a", "b" %}{% increment k %}{% endfor %}{% comment %}{{ x }}{% endcomment %}',
  '{{ "x" | money }}',
  '{% for row in rows %}{{ row.n | money: "no" }}{% endfor %}',
  '{% for i in (1..900) %}{% for j in (1..900) %}{{ j }}{% endfor %}{% endfor %}',
  `{% for i in (1..900) %}${'x'.repeat(5_000)}{% endfor %}`,
];

const told = (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`;

it.each(['html', 'text'] as const)(
  'gives what rendering in one go gives, faults with their places too: %s',
  async (engine) => {
    for (const source of SOURCES) {
      const parsed = parseTemplate(engine, source);
      let atOnce: string;
      try {
        atOnce = renderParsed(parsed, SCOPE, LOCALE);
      } catch (error) {
        atOnce = told(error);
      }
      const inTurns = await renderParsedInTurns(parsed, SCOPE, LOCALE).catch(told);
      expect([source, inTurns]).toEqual([source, atOnce]);
    }
  },
);

it('holds nobody up, however many rounds there are', async () => {
  const rounds =
    '{% for i in (1..900) %}{% for j in (1..900) %}{{ j | money: "PYG" }}{% endfor %}{% endfor %}';
  const parsed = parseTemplate('html', rounds);
  const render = () => renderParsedInTurns(parsed, SCOPE, LOCALE).catch(() => undefined);
  await render();
  expect(await longestHoldMs(render)).toBeLessThan(25);
});

it('is not refused for the time that others had in between', async () => {
  const limit = new StepLimit();
  const now = vi.spyOn(performance, 'now');
  const real = performance.now();
  now.mockReturnValue(real + 4_000);
  expect(() => limit.check()).toThrow(TemplateLimit);
  limit.excuse(2_000);
  expect(() => limit.check()).not.toThrow();
  now.mockRestore();
});
