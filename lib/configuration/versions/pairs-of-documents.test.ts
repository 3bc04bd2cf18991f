import { expect, it } from 'vitest';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { applyConfiguration } from '../apply';
import { ConfigurationDocument } from '../document';
import { exportConfiguration, toYaml } from '../export';
import { keepVersion } from './keep';
import { restoreVersion } from './restore';

useDatabaseForEachTest();

const PAIRS = 200;
/** Of so many one is looked at before, and made twice. */
const SOME = 5;
const SEED = Number(process.env.TEST_SEED ?? 20_261_130);

/** Mulberry32: the same numbers from the same seed, on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function documentOf(next: () => number): ConfigurationDocument {
  const chance = (share: number) => next() < share;
  const one = <T>(...choices: T[]) => choices[Math.floor(next() * choices.length)]!;
  const some = (names: string[], make: (name: string) => object) =>
    Object.fromEntries(names.filter(() => chance(0.5)).map((name) => [name, make(name)]));
  const provider = () => ({
    kind: 'smtp',
    settings: {
      host: `${one('a', 'b')}.example.com`,
      port: one(25, 465, 587),
      security: one('starttls', 'tls'),
      username: one('receipts', 'post'),
    },
    secrets: { password: one('canary-1', 'canary-2', 'canary ñ "3"') },
    weight: one(1, 2, 5),
    active: chance(0.8),
  });
  const shared = some(['Office', 'Depósito', 'a.b'], provider);
  const company = (key: string) => ({
    name: `${key} ${one('ñ', 'SA')}`,
    ...(chance(0.5) && { providers: some(['Office', 'Own'], provider) }),
    ...(chance(0.5) && {
      webhooks: some(['Shop'], () => ({ url: `https://93.184.215.14/${one('a', 'b')}` })),
    }),
  });
  return ConfigurationDocument.parse({
    relevo: 1,
    settings: { delivery: { retention: { days: one(10, 20, 30) }, breaker: { openSeconds: one(30, 60) } } },
    companies: some(['clinica', 'farmacia'], company),
    providers: shared,
    webhooks: some(['Shop', 'Till #2'], () => ({
      url: `https://93.184.215.14/${one('x', 'y')}`,
      active: chance(0.7),
    })),
    reports: some(['Weekly', 'Daily'], () => ({
      frequency: one('weekly', 'daily'),
      recipients: ['ana@example.com'],
    })),
  });
}

it(`of ${PAIRS} pairs of configurations each leads to the other, and back to the first`, async () => {
  const next = numbersFrom(SEED);
  const asYaml = async () => toYaml(await exportConfiguration(testContext));
  const make = (document: ConfigurationDocument, dryRun = false) =>
    applyConfiguration(testContext, document, { dryRun, prune: 'whole', deletes: 'any' });
  for (let pair = 0; pair < PAIRS; pair++) {
    const [first, second] = [documentOf(next), documentOf(next)];
    await make(first);
    const [number, before] = [await keepVersion(), await asYaml()];
    const planned = pair % SOME === 0 ? await make(second, true) : undefined;
    const { steps } = await make(second);
    if (planned) {
      expect(planned.steps, `pair ${pair} of ${SEED}`).toEqual(steps);
      expect((await make(second)).steps, `pair ${pair} of ${SEED}, twice`).toEqual([]);
    }
    await restoreVersion(testContext, { number, dryRun: false });
    expect(await asYaml(), `pair ${pair} of ${SEED}, back`).toBe(before);
  }
}, 600_000);
