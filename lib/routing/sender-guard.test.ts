import { expect, it } from 'vitest';
import { message, policy, provider } from '@/lib/testing/routing';
import { nobodyCarries } from './pass-over';
import { rankProviders } from './rank';
import type { DomainStanding, GuardMode } from './sender-guard';
import type { RoutingMessage, RoutingProvider } from './types';

const BREAKS_A: DomainStanding = { domain: 'clinic.example', companyId: null, breaks: ['a'] };
const from = { senderNames: ['ana@clinic.example', 'clinic.example'], hasSender: true };
const two = [provider('A', { priority: 90 }), provider('B', { priority: 10 })];

function ranked(
  mode: GuardMode,
  facts: Partial<RoutingMessage> = from,
  {
    standings = [BREAKS_A],
    providers = two,
  }: { standings?: DomainStanding[]; providers?: RoutingProvider[] } = {},
) {
  const guard = { mode, standings };
  return rankProviders(providers, message(facts), { ...policy(), guard }).map(
    ({ provider: name, rank, reason }) => `${rank ?? '-'} ${name} ${reason}`,
  );
}

it('puts who would break alignment last, and says so', () => {
  expect(ranked('last')).toEqual(['1 B chosen', '2 A breaks_alignment']);
  expect(ranked('refuse')).toEqual(['1 B chosen', '- A breaks_alignment']);
  expect(ranked('off')).toEqual(['1 A chosen', '2 B next']);
});

it('leaves alone what is not known: other domains, and systems without any', () => {
  const other = { senderNames: ['ana@other.example', 'other.example'], hasSender: true };
  for (const mode of ['last', 'refuse'] as const) {
    expect(ranked(mode, other)).toEqual(['1 A chosen', '2 B next']);
    expect(ranked(mode, from, { standings: [] })).toEqual(['1 A chosen', '2 B next']);
    // A sub-domain is a name of its own.
    expect(ranked(mode, { ...from, senderNames: ['x@mail.clinic.example', 'mail.clinic.example'] })[0]).toBe(
      '1 A chosen',
    );
  }
});

it('says so also where nobody else is there, and comes after one that mostly fails or is over its budget', () => {
  expect(ranked('last', from, { providers: [two[0]!] })).toEqual(['1 A breaks_alignment']);
  const ill = [two[0]!, provider('B', { successRate: 0.1 }), provider('C', { overSoftBudget: true })];
  expect(ranked('last', from, { providers: ill })).toEqual([
    '1 C chosen',
    '2 B unhealthy',
    '3 A breaks_alignment',
  ]);
});

it('makes no fallback and no preference of it', () => {
  const providers = [
    provider('A', { priority: 90, recipientDomains: { prefer: ['example.com'] } }),
    provider('B', { priority: 50, fallbackId: 'a' }),
    provider('C', { priority: 10 }),
  ];
  expect(ranked('last', from, { providers })).toEqual(['1 B chosen', '2 C next', '3 A breaks_alignment']);
});

it('keeps an order that was asked for, unless it is to be refused', () => {
  const asked = { ...from, providerIds: ['a', 'b'] };
  expect(ranked('last', asked)).toEqual(['1 A chosen', '2 B next']);
  expect(ranked('refuse', asked)).toEqual(['1 B chosen', '- A breaks_alignment']);
});

it("goes by the company's own domain before the one of all", () => {
  const standings = [BREAKS_A, { ...BREAKS_A, companyId: 'school', breaks: ['b'] }];
  expect(ranked('last', { ...from, companyId: 'school' }, { standings })).toEqual([
    '1 A chosen',
    '2 B breaks_alignment',
  ]);
  expect(ranked('last', { ...from, companyId: 'garage' }, { standings })).toEqual([
    '1 B chosen',
    '2 A breaks_alignment',
  ]);
  const others = [{ ...BREAKS_A, companyId: 'school' }];
  expect(ranked('last', { ...from, companyId: 'garage' }, { standings: others })[0]).toBe('1 A chosen');
});

it("judges a message without a sender by each provider's own", () => {
  const providers = [
    provider('A', { priority: 90, senderDomain: 'clinic.example' }),
    provider('B', { priority: 10, senderDomain: 'other.example' }),
  ];
  expect(ranked('last', { senderNames: [] }, { providers })).toEqual(['1 B chosen', '2 A breaks_alignment']);
});

it('ends nothing for good: DNS can be mended', () => {
  const guard = { mode: 'refuse' as const, standings: [{ ...BREAKS_A, breaks: ['a', 'b'] }] };
  expect(nobodyCarries(rankProviders(two, message(from), { ...policy(), guard }))).toBe(false);
});
