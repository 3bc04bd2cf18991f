import { describe, expect, it } from 'vitest';
import { message, policy, provider } from '@/lib/testing/routing';
import { type Cargo, type Carries, describeMisfit, whyNotCarried } from './carries';
import { rankProviders } from './rank';

const cargo = (facts: Partial<Cargo> = {}): Cargo => ({ sizeBytes: 1000, recipients: 1, ...facts });
const file = (facts: object = {}) => ({ files: [{ ext: 'pdf', bytes: 100, ...facts }] });
const all: Carries = { unicodeLocalParts: 'always', sources: [] };

describe('whyNotCarried', () => {
  it.each<[string, Partial<Carries>, Partial<Cargo>]>([
    ['size', { maxBytes: 10_000 }, { sizeBytes: 10_001 }],
    // 9,000 bytes are more than 12,000 in base64.
    ['size', { maxBytes: 12_000 }, { sizeBytes: 9000, ...file({ bytes: 9000 }) }],
    ['recipients', { maxRecipients: 50 }, { recipients: 51 }],
    ['reply_to', { maxReplyTo: 1 }, { replyTo: 2 }],
    ['file_type', { refusedTypes: ['mdb'] }, file({ ext: 'mdb' })],
    ['file_type', { takenTypes: ['pdf'] }, file({ ext: '' })],
    ['file_type_unnamed', { typesByName: true }, file({ mistyped: true })],
    ['inline_image', { noInlineImages: true }, file({ inline: true })],
    ['content_id', { maxContentIdLength: 127 }, { contentIdLength: 128 }],
    ['placeholders', { fillsIn: true }, { placeholders: true }],
    ['empty_file', { noEmptyFiles: true }, file({ bytes: 0 })],
    ['question_mark', { noQuestionMarks: true }, { questionMark: true }],
    ['local_part', { unicodeLocalParts: 'never' }, { unicodeLocal: true }],
  ])('%s %o', (what, carries, facts) => {
    const misfit = whyNotCarried({ ...all, ...carries }, cargo(facts));
    expect(misfit?.what).toBe(what);
    expect(describeMisfit('Brevo', misfit!)).toMatch(/^Brevo \w/);
    expect(whyNotCarried(all, cargo(facts))).toBeNull();
    expect(whyNotCarried({ ...all, ...carries }, cargo())).toBeNull();
  });

  it('leaves it to a server that tells when it is connected', () => {
    expect(whyNotCarried({ ...all, unicodeLocalParts: 'asks' }, cargo({ unicodeLocal: true }))).toBeNull();
  });
});

describe('rankProviders', () => {
  const ranked = (providers: Parameters<typeof rankProviders>[0], facts = {}) =>
    rankProviders(providers, message(facts), policy()).map(
      ({ provider: name, rank, reason }) => `${name} ${rank ?? '-'} ${reason}`,
    );

  it('passes over who does not carry it, and says what', () => {
    const small = provider('Small', { priority: 90, carries: { ...all, maxBytes: 500 } });
    const list = rankProviders([small, provider('Big')], message(), policy());
    expect(list).toMatchObject([
      { provider: 'Big', rank: 1, reason: 'chosen' },
      { provider: 'Small', rank: null, reason: 'cannot_carry', misfit: { what: 'size', limit: 500 } },
    ]);
  });

  it.each([
    ['only', { only: ['outlook.com'] }, ['outlook.com'], true],
    ['only, for somebody else too', { only: ['outlook.com'] }, ['outlook.com', 'gmail.com'], false],
    ['never', { never: ['gmail.com'] }, ['outlook.com', 'gmail.com'], false],
    ['never, for others', { never: ['gmail.com'] }, ['outlook.com'], true],
  ])('%s', (_name, recipientDomains, domains, carries) => {
    const list = ranked([provider('A', { recipientDomains })], { recipientDomains: domains });
    expect(list).toEqual([carries ? 'A 1 chosen' : 'A - recipient_domain']);
  });

  const preferring = provider('A', { priority: 10, recipientDomains: { prefer: ['outlook.com'] } });
  it.each([
    ['all at them', preferring, ['outlook.com'], ['A 1 preferred', 'B 2 next']],
    ['some at them', preferring, ['outlook.com', 'b.example'], ['B 1 chosen', 'A 2 next']],
    [
      'but not one that mostly fails',
      { ...preferring, successRate: 0.2 },
      ['outlook.com'],
      ['B 1 chosen', 'A 2 unhealthy'],
    ],
  ])('prefers for recipients, %s', (_name, a, recipientDomains, expected) => {
    expect(ranked([provider('B', { priority: 90 }), a], { recipientDomains })).toEqual(expected);
  });

  it('keeps the order that a message asks for', () => {
    const facts = { recipientDomains: ['outlook.com'], providerIds: ['b', 'a'] };
    expect(ranked([preferring, provider('B')], facts)).toEqual(['B 1 chosen', 'A 2 next']);
  });
});
