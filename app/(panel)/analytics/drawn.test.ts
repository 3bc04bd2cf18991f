import { describe, expect, it } from 'vitest';
import { draw, textOf } from '@/app/draw-for-test';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import type { Forecast, Metrics, MonthCosts } from '@/lib/metrics/schema';
import { NOTHING, viewFigures } from '@/lib/statistics/sums';
import { CostTables } from './cost-tables';
import { ShownForecast } from './forecast-card';
import { GroupsCard } from './groups-card';
import { LatencyCard } from './latency-card';
import { ReputationCard } from './reputation-card';
import { TargetCard } from './target-card';
import { Tiles } from './tiles';
import type { Filters } from './use-period';
import { VolumeCard } from './volume-card';

const totals = viewFigures({
  ...NOTHING,
  sent: 9_990,
  failed: 10,
  returned: 7,
  delivered: 4_000,
  bounced: 300,
  complained: 40,
  opened: 1_234,
  clicked: 56,
  attempts: 10_050,
  faulty: 50,
  costMicros: 2_500_000,
  took: [10, 20, 5, 0, 0, 0, 0, 0, 0],
  waited: [0, 10, 0, 0, 0, 0, 0, 0, 0],
});
const before = viewFigures({ ...NOTHING, sent: 5_000, opened: 1_234 });
const metrics: Metrics = {
  interval: 'day',
  timeZone: 'America/Asuncion',
  currency: 'USD',
  from: '2026-11-01T03:00:00.000Z',
  to: '2026-11-03T03:00:00.000Z',
  target: 0.999,
  totals,
  data: [
    { at: '2026-11-01T03:00:00.000Z', ...viewFigures(NOTHING) },
    { at: '2026-11-02T03:00:00.000Z', ...totals },
  ],
  previous: { from: '2026-10-30T03:00:00.000Z', to: '2026-11-01T03:00:00.000Z', totals: before },
  groups: [
    { key: '0198f0c4-0000-7000-8000-000000000001', name: 'Office', totals },
    { key: null, name: null, totals: viewFigures({ ...NOTHING, parked: 2 }) },
  ],
};
const filters: Filters = { provider: null, category: null };

describe.each(LOCALES)('in %s', (locale) => {
  const t = translator(locale);
  const numbers = new Intl.NumberFormat(locale);
  const ofCard = <P extends object>(card: (props: P) => unknown, props: P) => {
    const html = draw(locale, card as never, props as never);
    return { html, text: textOf(html) };
  };

  it('tiles tell the number, its share, the change, and lead to the messages', () => {
    const { html, text } = ofCard(Tiles, { metrics, filters });
    expect(text).toContain(numbers.format(9_990));
    expect(text).toContain(t('analytics.tiles.same'));
    expect(html).toContain('status=handed_over&amp;finishedSince=2026-11-01T03');
    expect(html).toContain('event=opened&amp;since=2026-11-01T03');
  });

  it('the target says how many failures too many there were', () => {
    const { text } = ofCard(TargetCard, { metrics, filters });
    expect(text).toContain(t('analytics.target.over', { allowed: '10', lost: '17', over: '7' }));
  });

  it('the reputation is told in plain words', () => {
    const { text } = ofCard(ReputationCard, { metrics, filters });
    expect(text).toContain(t('analytics.reputation.bounce.warn'));
    expect(text).toContain(t('analytics.reputation.complaint.bad'));
  });

  it('what has no provider is told as such, and leads nowhere', () => {
    const { html, text } = ofCard(GroupsCard, { by: 'provider', metrics, filters });
    expect(text).toContain(t('analytics.groups.none.provider'));
    expect(html.match(/href="/g)).toHaveLength(2);
  });

  it('charts have a summary beside them', () => {
    expect(ofCard(VolumeCard, { metrics, filters }).text).toContain(t('analytics.volume.title'));
    expect(ofCard(LatencyCard, { metrics }).text).toContain(t('analytics.latency.waited95'));
  });

  it('a saving is told, also one that is none', () => {
    const provider = { id: '0198f0c4-0000-7000-8000-000000000001', name: 'Office' };
    const row = { sent: 10, recipients: 12, messages: '1', total: '3', perDelivered: '0.3', forecast: '4' };
    const budget = { monthly: '2', hard: false, share: 1.5, exceeded: true };
    const costs: MonthCosts = {
      month: '2026-11',
      timeZone: 'UTC',
      currency: 'USD',
      from: metrics.from,
      to: metrics.to,
      providers: [{ ...row, provider, costPerMessage: '0.001', fee: '2', budget }],
      totals: { ...row, fees: '2' },
      instead: [{ provider, total: '2', saved: '-1', share: -0.5 }],
    };
    const { text } = ofCard(CostTables, { costs });
    expect(text).toContain(t('analytics.costs.insteadSaved'));
    expect(text).toContain('150');
    expect(text).toMatch(/[-−]/);
  });

  it('the forecast says what to expect and when a limit ends, or that it is too early', () => {
    const provider = { id: '0198f0c4-0000-7000-8000-000000000001', name: 'Office' };
    const [expected, low, high] = [1_200, 900, 1_500];
    const band = { expected: '120', low: '90', high: '150' };
    const later = '2099-11-03T03:00:00.000Z';
    const usedUp = { expected: later, earliest: later, latest: null };
    const forecast: Forecast = {
      at: metrics.from,
      timeZone: 'UTC',
      currency: 'USD',
      knownDays: 28,
      neededDays: 14,
      weeks: 4,
      volume: { data: [], nextDays: 7, expected, low, high },
      limits: [{ provider, unit: 'month', used: 1, capacity: 90, endsAt: later, usedUp }],
      budgets: [{ provider, monthly: '100', used: '50', endsAt: later, exceeded: true, ...band }],
    };
    const { text } = ofCard(ShownForecast, { forecast });
    expect(text).toContain(numbers.format(1_500));
    expect(text).toContain(t('analytics.forecast.limit.monthEnd'));
    expect(text).toMatch(/will be exceeded|se superará/);
    const early = ofCard(ShownForecast, { forecast: { ...forecast, volume: null, knownDays: 3 } });
    expect(early.text).toContain(t('analytics.forecast.tooLittle', { known: 3, needed: 14 }));
  });
});
