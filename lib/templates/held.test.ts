import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { NO_SET } from './components/find-components';
import { previewText } from './preview';
import { TemplateText } from './schema';

useTestDatabase();

/** As much as may be written, of each kind. */
const LARGEST: Record<string, { kind: 'mjml' | 'html'; source: string }> = {
  'sections of MJML': {
    kind: 'mjml',
    source: mjml(
      '<mj-section><mj-column><mj-text>Hola {{ a }}</mj-text></mj-column></mj-section>'.repeat(490),
    ),
  },
  'one text of MJML': {
    kind: 'mjml',
    source: mjml(
      `<mj-section><mj-column><mj-text>${'{{ a }} <b>x</b> '.repeat(700)}${'palabra '.repeat(55_000)}</mj-text></mj-column></mj-section>`,
    ),
  },
  'words of HTML': { kind: 'html', source: html('palabra '.repeat(60_000)) },
  'elements of HTML': { kind: 'html', source: html('<p class="x" style="color:red">Hola</p>'.repeat(7900)) },
  'elements within each other': {
    kind: 'html',
    source: html(`${'<div>'.repeat(7900)}x${'</div>'.repeat(7900)}`),
  },
  amounts: { kind: 'html', source: html('<p>{{ a | money: "PYG" }}</p>'.repeat(2900)) },
  'rounds of a loop': {
    kind: 'html',
    source: html(
      '{% for i in (1..100) %}{% for j in (1..60) %}<p>{{ j | money: "PYG" }}</p>{% endfor %}{% endfor %}',
    ),
  },
  'rounds without an end': {
    kind: 'html',
    source: html(
      '{% for i in (1..900) %}{% for j in (1..900) %}{{ j | money: "PYG" }}{% endfor %}{% endfor %}',
    ),
  },
  'long texts made anew': {
    kind: 'html',
    source: html(
      `{% assign long = "${'ab'.repeat(50_000)}" %}{% for i in (1..900) %}{{ long | replace: "a", "c" | upcase | size }}{% endfor %}`,
    ),
  },
};

function mjml(body: string): string {
  return `<mjml><mj-body>${body}</mj-body></mjml>`;
}

function html(body: string): string {
  return `<html><body>${body}</body></html>`;
}

const preview = (given: { kind: 'mjml' | 'html'; source: string }) =>
  previewText(TemplateText.parse({ subject: 'Hola', ...given }), {
    declared: [],
    variables: { a: 5 },
    language: 'es',
    companyId: null,
    components: NO_SET,
    within: undefined,
  }).catch((error) => error);

describe('what may be written as a template holds up nobody while it is shown', () => {
  // What is compiled once in the life of a process is not what is measured.
  beforeAll(async () => {
    for (let round = 0; round < 3; round++) for (const given of Object.values(LARGEST)) await preview(given);
  });

  it.each(Object.entries(LARGEST))('%s', async (_what, given) => {
    expect(await longestHoldMs(() => preview(given))).toBeLessThan(50);
  });
});
