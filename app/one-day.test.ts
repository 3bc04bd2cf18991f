import { Command } from 'commander';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { messageCommand } from '@/cli/message';
import { LOCALES } from '@/lib/i18n/locales';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { call, type Handler } from '@/lib/testing/http';
import {
  PLANTED_COST,
  PLANTED_PARTLY,
  PLANTED_TESTS,
  type PlantedDay,
  type PlantedState,
  plantDay,
  planted,
  STATES,
} from '@/lib/testing/one-day';
import { createToken } from '@/lib/tokens/create';
import { SCOPES } from '@/lib/tokens/schema';
import { CostsTable } from './(panel)/home/costs-table';
import { FlowFigures } from './(panel)/home/flow-figures';
import { HoursCard } from './(panel)/home/hours-card';
import { GET as count } from './api/v1/messages/count/route';
import { GET as list } from './api/v1/messages/route';
import { GET as metricsByProvider } from './api/v1/metrics/providers/route';
import { GET as metrics } from './api/v1/metrics/route';
import { GET as providerStatistics } from './api/v1/providers/[id]/statistics/route';
import { GET as queue } from './api/v1/queue/route';
import { GET as inbox } from './api/v1/sandbox-messages/route';
import { GET as statistics } from './api/v1/statistics/route';
import { GET as status } from './api/v1/status/route';
import { draw, textOf } from './draw-for-test';

useTestDatabase();

let day: PlantedDay;
const tokens = {} as Record<'first' | 'second' | 'all', string>;
beforeAll(async () => {
  day = await plantDay();
  const make = async (company?: string) =>
    (await createToken(testContext, { name: company ?? 'all', scopes: [...SCOPES], company })).token;
  Object.assign(tokens, {
    first: await make(day.companies[0].id),
    second: await make(day.companies[1].id),
    all: await make(),
  });
});

const WHOSE = ['first', 'second', 'all'] as const;
type Reader = (typeof WHOSE)[number];

async function read(handler: Handler, whose: Reader = 'all', options: object = {}) {
  const answer = await call(handler, { token: tokens[whose], ...options });
  expect(answer.status).toBe(200);
  return answer.body;
}
const counted = async (whose: Reader, query: Record<string, string>) =>
  (await read(count, whose, { query })).count as number;

describe.each(WHOSE)('one planted day, read by %s', (whose) => {
  it('the list has as many of each state as were planted', async () => {
    for (const state of STATES) {
      const { data } = await read(list, whose, { query: { status: state, limit: '100' } });
      expect([state, data.length]).toEqual([state, planted(whose, state)]);
      expect([state, await counted(whose, { status: state })]).toEqual([state, planted(whose, state)]);
    }
    expect(await counted(whose, { status: 'partly' })).toBe(PLANTED_PARTLY[whose]);
  });

  it('home counts of today what the lists have, and what sandboxes kept is not sent', async () => {
    const { today } = await read(statistics, whose);
    expect(today).toMatchObject({
      sent: planted(whose, 'sent', 'delivered'),
      partly: PLANTED_PARTLY[whose],
      captured: planted(whose, 'captured'),
      failed: planted(whose, 'failed', 'bounced'),
      parked: planted(whose, 'parked', 'uncertain'),
    });
  });

  it('the hours of the day sum up to the day', async () => {
    const { hours, today } = await read(statistics, whose);
    for (const name of ['sent', 'captured', 'failed', 'parked'] as const)
      expect(sum(hours, name), name).toBe(today[name]);
  });

  it('the status strip, alone and on the home page, says the same as the queue', async () => {
    const strip = await read(status, whose);
    const rows = (await read(queue, whose)).data;
    expect((await read(statistics, whose)).status).toMatchObject({
      ...strip,
      oldestWaitingSeconds: expect.any(Number),
    });
    expect(strip).toMatchObject({
      waiting: planted(whose, 'queued'),
      scheduled: planted(whose, 'scheduled'),
      retrying: planted(whose, 'retrying'),
      parked: planted(whose, 'parked'),
      sentToday: planted(whose, 'sent', 'delivered'),
      capturedToday: planted(whose, 'captured'),
      failedToday: planted(whose, 'failed', 'bounced'),
    });
    expect(sum(rows, 'waiting') + sum(rows, 'sending')).toBe(strip.waiting);
    for (const name of ['scheduled', 'retrying', 'parked'] as const)
      expect(sum(rows, name), name).toBe(strip[name]);
  });

  it('the metrics of the day are those of home, and their cost is what the recipients cost', async () => {
    const { today, costs, attempts } = await read(statistics, whose);
    const { totals, data } = await read(metrics, whose, { query: { from: today.since, interval: 'hour' } });
    const { since: _, ...figures } = today;
    expect(totals).toMatchObject({ ...figures, attempts: attempts.attempts, faulty: attempts.faulty });
    expect([totals.cost, costs.today]).toEqual([PLANTED_COST[whose], PLANTED_COST[whose]]);
    for (const name of ['sent', 'captured', 'failed', 'parked', 'attempts'] as const)
      expect(sum(data, name), name).toBe(totals[name]);
  });

  it('the providers together did what home says, on their pages, in the metrics and in the costs', async () => {
    const { today, costs, providers } = await read(statistics, whose);
    expect(sum(providers, 'sentToday')).toBe(today.sent);
    expect(sum(providers, 'capturedToday')).toBe(today.captured);
    for (const { id, sentToday, capturedToday } of providers) {
      const page = await read(providerStatistics, whose, { params: { id } });
      expect(page).toMatchObject({ sentToday, capturedToday });
      const { totals } = await read(metrics, whose, { query: { provider: id, from: today.since } });
      expect(totals).toMatchObject({ sent: sentToday, captured: capturedToday });
      const line = costs.providers.find((each: { id: string }) => each.id === id);
      expect([line.today, line.sent, line.captured]).toEqual([totals.cost, sentToday, capturedToday]);
    }
  });
});

it('the page of a company has what the company itself reads', async () => {
  for (const [index, whose] of (['first', 'second'] as const).entries()) {
    const { today } = await read(statistics, whose);
    const query = { company: day.companies[index]!.id };
    const { totals } = await read(metrics, 'all', { query });
    const { since: _, ...figures } = today;
    expect(totals).toMatchObject({ ...figures, cost: PLANTED_COST[whose] });
  }
});

it('the providers side by side, with what none was asked for, add up to all', async () => {
  const { today } = await read(statistics);
  const { data } = await read(metricsByProvider, 'all', { query: { from: today.since } });
  for (const name of ['sent', 'captured', 'failed', 'parked'] as const)
    expect(
      sum(
        data.map(({ totals }: { totals: Record<string, number> }) => totals),
        name,
      ),
      name,
    ).toBe(today[name]);
});

it('what companies have and what belongs to none is all there is', async () => {
  const all = await read(statistics);
  const [first, second] = [await read(statistics, 'first'), await read(statistics, 'second')];
  for (const name of ['sent', 'captured', 'failed', 'parked'] as const) {
    const others = planted('none', ...STATES_OF[name]);
    expect(first.today[name] + second.today[name] + others, name).toBe(all.today[name]);
  }
});
const STATES_OF = {
  sent: ['sent', 'delivered'],
  captured: ['captured'],
  failed: ['failed', 'bounced'],
  parked: ['parked', 'uncertain'],
} satisfies Record<string, PlantedState[]>;

it('the inbox of the sandboxes has what was kept', async () => {
  // The stage keeps what it took in the same inbox; of the sandbox itself it is as many as are captured.
  const { data } = await read(inbox, 'all', { query: { limit: '100' } });
  const kept = data.filter(({ provider }: { provider: string }) => provider === 'Box');
  expect(kept).toHaveLength(planted('all', 'captured'));
});

describe('the commands', () => {
  it('would send again what is parked, and for real what is kept but no test', async () => {
    expect(await command('resend', '--dry-run')).toBe(
      `${planted('all', 'parked')} of ${planted('all', 'parked')} would be sent again`,
    );
    const real = planted('all', 'captured') - PLANTED_TESTS;
    expect(await command('resend', '--dry-run', '--status', 'captured')).toBe(
      `${real} of ${real} would be sent again`,
    );
  });

  it.each(['sent', 'captured', 'parked'] as const)(
    'export as many %s ones as the list has',
    async (state) => {
      const lines = (await command('export', '--no-bom', '--status', state)).split('\r\n').filter(Boolean);
      expect(lines.length - 1).toBe(planted('all', state));
    },
  );
});

describe.each(LOCALES)('home, as it is drawn in %s', (locale) => {
  it('has on each card the length of the list behind it', async () => {
    const html = draw(locale, FlowFigures, { statistics: await read(statistics) });
    const cards = [...html.matchAll(/<a [^>]*href="([^"]+)".*?<span[^>]*>([^<]+)<\/span>.*?<\/a>/gs)];
    expect(cards).toHaveLength(5);
    for (const [, href, number] of cards) {
      const { searchParams } = new URL(href!.replaceAll('&amp;', '&'), 'http://relevo.test');
      expect([href, Number(number)]).toEqual([href, await counted('all', Object.fromEntries(searchParams))]);
    }
  });

  it('has a line of costs for each provider that sent or kept something', async () => {
    const html = draw(locale, CostsTable, { statistics: await read(statistics) });
    const rows = [...html.matchAll(/<tr[^>]*>.*?<\/tr>/gs)].slice(1).map(([row]) => textOf(row!));
    expect(rows).toHaveLength(3);
    const of = (name: string) => rows.find((row) => row.includes(name))!;
    expect(of('Main')).toMatch(/ 5 /);
    expect(of('Own')).toMatch(/ 2 /);
    expect(of('Box')).toMatch(new RegExp(` – ${planted('all', 'captured')} `));
  });

  it('sums up the hours to the same', async () => {
    const html = draw(locale, HoursCard, { statistics: await read(statistics) });
    const legend = [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) =>
      Number.parseInt(textOf(item!).trim(), 10),
    );
    const { sent, captured, failed, parked } = STATES_OF;
    expect(legend).toEqual([sent, captured, failed, parked].map((states) => planted('all', ...states)));
  });
});

function sum(rows: Record<string, number>[], name: string): number {
  return rows.reduce((total, row) => total + row[name]!, 0);
}

/** What it prints, without a process of its own. */
async function command(...args: string[]): Promise<string> {
  let printed = '';
  const keep = (piece: unknown) => {
    printed += String(piece);
    return true;
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(keep),
    vi.spyOn(process.stdout, 'write').mockImplementation(keep as never),
  ];
  await new Command('relevo').addCommand(messageCommand()).parseAsync(['message', ...args], { from: 'user' });
  for (const spy of spies) spy.mockRestore();
  return printed;
}
