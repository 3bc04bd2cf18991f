import { publicUrl } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { drawShares, drawVolume } from './draw';
import type { ReportFigures } from './figures';
import { formatsFor } from './formats';
import type { ReportRow } from './rows';
import { toHtml } from './to-html';
import type { Picture, Written } from './written';

/** `pictures` stand in the HTML as `cid:`. */
export type WrittenReport = {
  subject: string;
  text: string;
  html: string;
  pictures: Picture[];
  filename: string;
};

/** With the cost an even number: two stand beside each other. */
const TILES = ['sent', 'failed', 'delivered', 'bounced', 'complained', 'opened', 'clicked'] as const;

/** In the language and by the clocks of the report. The same words in the text, for who sees no HTML, and beside the pictures, for who sees none. */
export function writeReport(row: ReportRow, figures: ReportFigures): WrittenReport {
  const { frequency, language, timeZone } = row;
  const { metrics, byProvider, period, company } = figures;
  const t = translator(language);
  const of = (key: string, values?: Record<string, string | number>) => t(`reports.mail.${key}`, values);
  const format = formatsFor(language, timeZone, metrics.currency);
  const span = format.span(period, frequency);
  const whose = company ?? of('all');
  const { totals, previous } = metrics;
  const rested = totals.sent + totals.failed;
  const delivery = totals.rates.delivery;
  const summary =
    rested === 0
      ? of('nothing')
      : of('summary', {
          sent: totals.sent,
          value: format.count(totals.sent),
          share: format.percent(delivery ?? 0),
        });
  const target =
    delivery !== null && delivery < metrics.target
      ? of('below', { target: format.percent(metrics.target) })
      : null;
  const tiles = [
    ...TILES.map((name) => ({
      name: name === 'complained' ? of(name) : t(`analytics.tiles.${name}`),
      value: format.count(totals[name]),
      change: changeOf(totals[name], previous?.totals[name]),
    })),
    { name: of('cost'), value: format.money(totals.cost), change: '' },
  ];
  const volume: Picture = {
    id: 'volume@relevo',
    svg: drawVolume(
      metrics.data.map(({ at, sent, failed }) => ({
        label: format.point(at, metrics.interval),
        sent,
        failed,
      })),
      format.count,
    ),
    alt: of('volumeAlt', { span, sent: format.count(totals.sent), failed: format.count(totals.failed) }),
  };
  const used = byProvider.data.filter(({ totals: own }) => own.attempts > 0);
  const shares: Picture = {
    id: 'providers@relevo',
    svg: drawShares(
      used.map(({ provider, totals: { sent } }) => ({
        name: provider?.name ?? of('gone'),
        value: sent,
        said: format.count(sent),
      })),
    ),
    alt: of('providersAlt', {
      list: used
        .map(({ provider, totals: { sent } }) => `${provider?.name ?? of('gone')}: ${format.count(sent)}`)
        .join(', '),
    }),
  };
  const pictures = rested === 0 ? [] : used.length > 1 ? [volume, shares] : [volume];
  const rows = used.map(({ provider, totals: own }) => [
    provider?.name ?? of('gone'),
    format.count(own.sent),
    own.successRate === null ? '–' : format.percent(own.successRate),
    format.money(own.cost),
  ]);
  const link = publicUrl() + paths.analytics();
  const written = {
    title: capitalized(of(`title.${frequency}`, { span }), language),
    whose,
    lines: [summary, target].filter((line) => line !== null),
    tiles,
    pictures,
    table: { head: ['provider', 'sent', 'success', 'cost'].map((name) => of(`table.${name}`)), rows },
    link: { href: link, said: of('link') },
    foot: of('foot', { name: row.name, zone: timeZone }),
  };
  return {
    subject: of('subject', { title: written.title, whose }),
    text: toText(written),
    html: toHtml(written, language),
    pictures,
    filename: `relevo-${frequency}-${format.day(period.from)}.csv`,
  };

  function changeOf(now: number, before: number | undefined): string {
    if (before === undefined) return '';
    if (before === now) return t('analytics.tiles.same');
    if (before === 0) return t('analytics.tiles.new');
    const share = format.percent(Math.abs(now - before) / before);
    return t(`analytics.tiles.${now > before ? 'more' : 'less'}`, { share });
  }
}

/** Spanish writes months small, but nothing begins so. */
function capitalized(text: string, language: Locale): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function toText({ title, whose, lines, tiles, table, link, foot }: Written): string {
  const figures = tiles.map(({ name, value, change }) => `${name}: ${value}${change && ` (${change})`}`);
  const rows = table.rows.map(
    ([name, ...cells]) => `${name}: ${cells.map((cell, n) => `${table.head[n + 1]} ${cell}`).join(', ')}`,
  );
  return [
    title,
    whose,
    '',
    ...lines,
    '',
    ...figures,
    '',
    ...rows,
    '',
    `${link.said}: ${link.href}`,
    '',
    foot,
    '',
  ].join('\n');
}
