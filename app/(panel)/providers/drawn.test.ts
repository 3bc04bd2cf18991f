import { describe, expect, it } from 'vitest';
import { draw, textOf } from '@/app/draw-for-test';
import type { QueueTestView } from '@/lib/checks/schema';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import type { Figures, Period, Points } from '@/lib/metrics/schema';
import type { ProviderView } from '@/lib/providers/schema';
import { NOTHING, viewFigures } from '@/lib/statistics/sums';
import { CardFigures } from './card-figures';
import { TestQueueRow } from './checks/test-queue-row';
import { LimitBar } from './room-bar';

const period: Period = { interval: 'day', timeZone: 'UTC', currency: 'USD', from: '', to: '' };
const totals: Figures = {
  ...viewFigures(NOTHING),
  sent: 1234,
  partly: 3,
  captured: 77,
  failed: 5,
  parked: 0,
  attempts: 1300,
  faulty: 13,
  slow: 0,
  failovers: 9,
  averageMs: 240,
  successRate: 0.99,
  cost: '1.5',
};
const quiet: Figures = { ...totals, sent: 0, captured: 0, successRate: null, averageMs: null, cost: '0' };
const points: Points = {
  totals,
  data: [
    { at: '2026-11-27T00:00:00.000Z', ...quiet },
    { at: '2026-11-28T00:00:00.000Z', ...totals },
  ],
};
const provider = (kind: string) => ({ id: '1', name: 'Office', kind }) as ProviderView;

describe.each(LOCALES)('in %s', (locale) => {
  const t = translator(locale);
  const numbers = new Intl.NumberFormat(locale);

  it('a card has seven numbers, each with its chart', () => {
    const html = draw(locale, CardFigures, { provider: provider('smtp'), period, points });
    expect(html.match(/<svg/g)).toHaveLength(7);
    const text = textOf(html);
    for (const value of [numbers.format(1234), '240 ms', '13', '5', '9']) expect(text).toContain(value);
    expect(text).toContain(t('providers.seven.name.sent'));
    expect(text).not.toContain(t('providers.seven.name.captured'));
  });

  it('a sandbox keeps, and sends nothing', () => {
    const text = textOf(draw(locale, CardFigures, { provider: provider('sandbox'), period, points }));
    expect(text).toContain(t('providers.seven.name.captured'));
    expect(text).toContain('77');
    expect(text).not.toContain(t('providers.seven.name.sent'));
    expect(text).not.toContain(numbers.format(1234));
  });

  it('a limit tells how much of it is used, and when it renews', () => {
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    const use = { unit: 'day' as const, used: 270, limit: 300, capacity: 270, endsAt, forecastAt: null };
    const html = draw(locale, LimitBar, { use, place: period });
    expect(textOf(html)).toContain(t('providers.room.used', { used: '270', limit: '300' }));
    expect(textOf(html)).toContain(t('providers.room.kept', { kept: 30 }));
    expect(html).toContain('aria-valuenow="90"');
  });

  it('the test of the queue tells each step with its time', () => {
    const step = (name: string, ms: number) => ({ name, ok: true, ms, detail: '' });
    const state: QueueTestView = {
      ok: true,
      steps: [step('enqueue', 12), step('claim', 40), step('capture', 3)] as QueueTestView['steps'],
      summary: t('tests.queue.ok', { name: 'Box', ms: 55 }),
      at: '2026-11-28T00:00:00.000Z',
      messageId: '01980000-0000-7000-8000-000000000000',
    };
    const text = textOf(draw(locale, TestQueueRow, { state }));
    expect(text).toContain(state.summary);
    expect(text).toContain(`${t('providers.test.step.claim')} 40 ms`);
    expect(text).toContain(`${t('providers.test.step.capture')} < 10 ms`.replace('<', '&lt;'));
  });

  it('one that could not be run is no failure', () => {
    const state: QueueTestView = {
      ok: false,
      cause: 'no_sandbox' as QueueTestView['cause'],
      steps: [],
      summary: t('tests.queue.no_sandbox'),
      at: '2026-11-28T00:00:00.000Z',
      messageId: null,
    };
    const text = textOf(draw(locale, TestQueueRow, { state }));
    expect(text).toContain(t('checks.all.notRun'));
    expect(text).not.toContain(t('checks.all.notOk'));
  });
});
