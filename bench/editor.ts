import { chromium, type Page } from '@playwright/test';
import { chromiumPath } from '@/e2e/support/chromium';
import { PASSWORD, signIn } from '@/e2e/support/panel';
import { outline } from '@/e2e/support/template-editor';
import { createUser } from '@/lib/auth/create-user';
import { commandContext } from '@/lib/context';
import { paths } from '@/lib/paths';
import { createTemplate } from '@/lib/templates/create';
import { previewDraft } from '@/lib/templates/preview-draft';
import { publishVersion } from '@/lib/templates/publish';
import { renderRendition } from '@/lib/templates/render';
import { renditionFor } from '@/lib/templates/renditions';
import { readTemplate, readVersion } from '@/lib/templates/rows';
import { TemplateInput } from '@/lib/templates/schema';
import { createFromStarter } from '@/lib/templates/starters/create-from-starter';
import { write } from '@/lib/templates/starters/write';
import type { TemplateView } from '@/lib/templates/view-schema';
import type { Cluster } from './cluster';
import type { Options } from './options';
import { atLeast, atMost, median, percentile, type Report } from './report';
import { System } from './system';

const RENDERINGS = 3_000;
const PREVIEWS = 30;
const BLOCKS = 200;
const KEYS = 60;
/** As fast as somebody types who does it all day. */
const KEY_EVERY_MS = 120;
const EMAIL = 'editor@example.com';

const ctx = commandContext('bench');

/** What an author waits for: the preview of a starter, and each key in a mail of 200 blocks; and what its messages cost when they are sent. */
export async function measureEditor(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const system = await System.open(cluster, 'editor', { sinkPort: 25, connections: 1 });
  try {
    const starter = await createFromStarter(ctx, { starter: 'receipt', language: 'es' });
    const rendered: number[] = [];
    for (let round = 0; round < options.rounds; round++) rendered.push(await countRenderings(starter));
    const previews = await timePreviews(starter);
    const keys = await timeKeys(system);
    return {
      lines: [
        `a key in a mail of ${BLOCKS} blocks, until it is painted: median ${median(keys).toFixed(0)} ms, the slowest of ${KEYS} ${Math.max(...keys).toFixed(0)} ms`,
        `a preview of the receipt starter on the server: the slowest of ${PREVIEWS} ${Math.max(...previews).toFixed(0)} ms`,
      ],
      figures: [
        atLeast('renderings a second of the receipt starter', rendered, 3_000),
        atMost('a preview, p95', percentile(previews, 95), 150, 'ms'),
        atMost('a key at 200 blocks, p95', percentile(keys, 95), 100, 'ms'),
      ],
    };
  } finally {
    await system.close();
  }
}

/** As delivery does it: parsed once, then for each message its own scope. In a second of one core, whatever else the machine does. */
async function countRenderings({ id }: TemplateView): Promise<number> {
  const { current } = await publishVersion(ctx, { id });
  const version = await readVersion(await readTemplate(ctx, id), current.number);
  const rendition = await renditionFor(version, 'es', null);
  const variables = Object.fromEntries(current.variables.map(({ name, example }) => [name, example]));
  const recipient = { email: 'ana@example.com', name: 'Ana' };
  const message = { id: '00000000-0000-7000-8000-000000000000' };
  const now = '2026-11-28T12:00:00.000Z';
  const render = (n: number) =>
    renderRendition(rendition, {
      variables: { ...variables, receipt_number: `${n}` },
      recipient,
      message,
      now,
    });
  for (let n = 0; n < 300; n++) render(n);
  const began = process.cpuUsage();
  for (let n = 0; n < RENDERINGS; n++) render(n);
  const { user, system } = process.cpuUsage(began);
  return RENDERINGS / ((user + system) / 1e6);
}

/** Each of another text, as while somebody types. */
async function timePreviews({ id, current }: TemplateView): Promise<number[]> {
  const times: number[] = [];
  for (let n = -5; n < PREVIEWS; n++) {
    const text = { ...current.texts.es!, subject: `Boleta ${n}` };
    const began = performance.now();
    const { html } = await previewDraft(ctx, { id, language: 'es', text, variables: current.variables });
    if (!html) throw new Error('the receipt starter cannot be shown');
    // The first ones open the thread that compiles.
    if (n >= 0) times.push(performance.now() - began);
  }
  return times;
}

async function timeKeys(system: System): Promise<number[]> {
  await createUser(ctx, { email: EMAIL, name: 'Ana', password: PASSWORD, role: 'administrator' });
  const sections = Array.from({ length: BLOCKS / 10 }, (_, n) => ({
    columns: [
      Array.from({ length: 10 }, (_, m) => ({
        kind: 'heading' as const,
        text: `Artículo ${n * 10 + m + 1} de {{ company.name }}`,
      })),
    ],
  }));
  const source = JSON.stringify(write({}, sections));
  const { id } = await createTemplate(
    ctx,
    TemplateInput.parse({
      title: 'Largo',
      category: 'newsletters',
      texts: { es: { subject: 'Largo', kind: 'blocks', source } },
    }),
  );
  const { url } = await system.startWeb();
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
  });
  try {
    const page = await browser.newPage({ baseURL: url, locale: 'en-GB' });
    await signIn(page, EMAIL, url);
    await page.goto(paths.editTemplate(id));
    return await typeInto(page);
  } finally {
    await browser.close();
  }
}

/** From each key to what is painted of it, as the browser itself counts (Event Timing; in steps of 8 ms, and nothing below 16). */
async function typeInto(page: Page): Promise<number[]> {
  await outline(page)
    .getByRole('button', { name: /Artículo 100 / })
    .click();
  const field = page.getByRole('textbox', { name: 'Text', exact: true });
  await field.click();
  await page.keyboard.type('Antes de medir ', { delay: KEY_EVERY_MS });
  await page.evaluate(() => {
    const heard = globalThis as typeof globalThis & { keys: Map<number, number> };
    heard.keys = new Map();
    new PerformanceObserver((list) => {
      for (const { duration, interactionId, name } of list.getEntries() as (PerformanceEntry & {
        interactionId: number;
      })[])
        if (interactionId && name.startsWith('key'))
          heard.keys.set(interactionId, Math.max(duration, heard.keys.get(interactionId) ?? 0));
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.keyboard.type('x'.repeat(KEYS), { delay: KEY_EVERY_MS });
  await page.waitForTimeout(1_000);
  const slow = await page.evaluate(() => [
    ...(globalThis as typeof globalThis & { keys: Map<number, number> }).keys.values(),
  ]);
  // Those that the browser does not tell were faster than it counts.
  return [...slow, ...Array.from({ length: Math.max(0, KEYS - slow.length) }, () => 16)];
}
