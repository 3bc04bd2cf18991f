import { describe, expect, it } from 'vitest';
import type { Metrics, MetricsByProvider } from '@/lib/metrics/schema';
import { NOTHING, viewFigures } from '@/lib/statistics/sums';
import type { ReportFigures } from './figures';
import type { ReportRow } from './rows';
import { toSheet } from './sheet';
import { writeReport } from './write';

const HOSTILE = '=HYPERLINK("https://evil.example")<img src=x onerror=alert(1)>';
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 3));
const row = {
  id: '0198f0c4-0000-7000-8000-000000000001',
  companyId: null,
  name: 'Week <b>&',
  frequency: 'weekly',
  hour: 7,
  timeZone: 'America/Asuncion',
  language: 'es',
  recipients: ['ana@example.com'],
} as unknown as ReportRow;

const totals = viewFigures({
  ...NOTHING,
  sent: 1_234,
  failed: 6,
  bounced: 5,
  opened: 400,
  attempts: 1_300,
  faulty: 13,
  costMicros: 2_469_000,
});
const period = {
  interval: 'day',
  timeZone: row.timeZone,
  currency: 'USD',
  from: at(16).toISOString(),
  to: at(23).toISOString(),
} as const;
const data = [
  { ...totals, at: at(16).toISOString() },
  { ...viewFigures(NOTHING), at: at(17).toISOString() },
];
const metrics: Metrics = {
  ...period,
  target: 0.999,
  totals,
  data,
  previous: {
    from: at(9).toISOString(),
    to: at(16).toISOString(),
    totals: viewFigures({ ...NOTHING, sent: 617, failed: 6 }),
  },
};
const byProvider: MetricsByProvider = {
  ...period,
  data: [
    { provider: { id: row.id, name: HOSTILE }, data, totals },
    { provider: null, data, totals },
  ],
};
const figures: ReportFigures = {
  period: { from: at(16), to: at(23) },
  metrics,
  byProvider,
  company: 'Clínica',
};

describe('a report', () => {
  it('is in its language, by the clocks of its zone', () => {
    const { subject, ...said } = writeReport(row, figures);
    const text = said.text.replaceAll('\u00a0', ' ');
    expect(subject).toBe('Informe: Semana del 16–22 de noviembre de 2026, Clínica');
    expect(text).toContain('Se enviaron 1234 mensajes; llegó el 99,5 % de lo que terminó');
    expect(text).toContain('Está por debajo de la meta de 99,9 %.');
    expect(text).toContain('Enviados: 1234 (100 % más que antes)');
    expect(text).toMatch(/https?:\/\/\S+\/analytics/);
  });

  it('is in English, too, and of a day and a month', () => {
    const day = { ...figures, period: { from: at(16), to: at(17) }, company: null };
    const { subject } = writeReport({ ...row, language: 'en', frequency: 'daily' }, day);
    expect(subject).toBe('Report: November 16, 2026, All messages of Relevo');
    const { subject: month, filename } = writeReport(
      { ...row, language: 'en', frequency: 'monthly' },
      figures,
    );
    expect(month).toBe('Report: November 2026, Clínica');
    expect(writeReport({ ...row, frequency: 'monthly' }, figures).subject).toBe(
      'Informe: Noviembre de 2026, Clínica',
    );
    expect(filename).toBe('relevo-monthly-2026-11-16.csv');
  });

  it('has its pictures in it, each told in words', () => {
    const { html, pictures } = writeReport(row, figures);
    expect(pictures.map(({ id }) => id)).toEqual(['volume@relevo', 'providers@relevo']);
    for (const { id } of pictures) expect(html).toContain(`src="cid:${id}"`);
    expect(html.match(/<img [^>]*alt="[^"]{20,}"/g)).toHaveLength(2);
    expect(pictures[0]!.alt).toContain('1234 enviados, 6 fallidos');
  });

  it('runs nothing that a provider is called', () => {
    const { html, pictures } = writeReport(row, figures);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('<b>&');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(pictures[1]!.svg).not.toContain('<img');
  });

  it('says so where nothing was sent, without an empty picture', () => {
    const nothing = viewFigures(NOTHING);
    const empty = { ...metrics, totals: nothing, data: [], previous: undefined };
    const { text, html, pictures } = writeReport(row, {
      ...figures,
      metrics: empty,
      byProvider: { ...period, data: [] },
    });
    expect(text).toContain('No se envió nada.');
    expect(pictures).toEqual([]);
    expect(html).not.toMatch(/NaN|undefined|<img/);
  });
});

it('its table has a line for each interval of each provider, and no formula (OWASP)', () => {
  const lines = toSheet(byProvider).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFfrom,time_zone,provider,sent,failed,/);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain(`"'=HYPERLINK(""https://evil.example"")<img src=x onerror=alert(1)>",1234,6,`);
  expect(lines[1]).toMatch(/,2\.469,USD$/);
});
