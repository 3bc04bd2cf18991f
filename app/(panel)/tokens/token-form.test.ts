import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { SCOPES, type TokenDetail } from '@/lib/tokens/schema';
import { curlExample } from './curl-example';
import { nounsOf, scopesOf, TokenChanges, TokenForm, toChanges } from './token-form';

describe('TokenForm', () => {
  it('turns a lifetime into days', () => {
    const parsed = TokenForm.parse({ name: 'shop', scopes: ['messages:send'], expires: '90' });
    expect(parsed).toEqual({
      name: 'shop',
      scopes: ['messages:send'],
      company: null,
      expiresInDays: 90,
    });
  });
  it('says nothing where the settings decide, and that of a token that never expires', () => {
    const usual = TokenForm.parse({ name: 'shop', scopes: ['messages:send'], expires: 'usual' });
    expect(usual).toEqual({ name: 'shop', scopes: ['messages:send'], company: null });
    const parsed = TokenForm.parse({ name: 'shop', scopes: ['messages:send'], expires: 'never' });
    expect(parsed).toEqual({
      name: 'shop',
      scopes: ['messages:send'],
      company: null,
      expiresAt: null,
    });
  });
});

describe('everything of one noun', () => {
  it('is all that can be done with it, as far as one may oneself', () => {
    expect(scopesOf('messages')).toEqual(['messages:send', 'messages:read', 'messages:write']);
    expect(scopesOf('settings')).toEqual(['settings:read', 'settings:write']);
    expect(scopesOf('people', ['people:read', 'tokens:read'])).toEqual(['people:read']);
    expect(nounsOf(['people:read', 'tokens:read', 'tokens:write'])).toEqual(['people', 'tokens']);
  });

  it.each(LOCALES)('has a name for each in %s', (locale) => {
    const t = translator(locale);
    expect(nounsOf(SCOPES).filter((noun) => !t.has(`tokens.nouns.${noun}`))).toEqual([]);
  });
});

describe('TokenChanges', () => {
  const token = {
    name: 'shop',
    note: 'Web shop',
    scopes: ['messages:send'],
    fromDomains: ['shop.example'],
    allowedIps: null,
    providers: null,
    limits: { minute: 60, day: null },
    rotation: { everyDays: 90, graceHours: 48 },
    responsible: 'an id',
    told: [{ name: 'Ana', email: 'ana@example.com' }],
  } as unknown as TokenDetail;

  it('keeps what is there', () => {
    const { name, note, scopes, fromDomains } = token;
    const kept = { name, note, scopes, fromDomains, allowedIps: null, providers: null };
    expect(TokenChanges.parse(toChanges(token, 24))).toEqual({
      ...kept,
      limits: { minute: 60 },
      rotation: { everyDays: 90, graceHours: 48 },
      responsible: 'ana@example.com',
    });
  });

  it('offers the grace of the settings to one that does not rotate by itself', () => {
    const still = { ...token, rotation: null };
    expect(toChanges(still, 72).rotation).toEqual({ graceHours: 72 });
  });

  it('takes away what is left blank', () => {
    const blank = {
      name: 'shop',
      scopes: ['messages:send'],
      fromDomains: [],
      allowedIps: [],
      providers: [],
      rotation: { graceHours: 24 },
      responsible: '',
    };
    expect(TokenChanges.parse(blank)).toMatchObject({
      note: null,
      fromDomains: null,
      limits: null,
      rotation: null,
      responsible: null,
    });
  });
});

describe('curlExample', () => {
  it('has the address, the token and a JSON body', () => {
    const example = curlExample('http://127.0.0.1:3000', 'rlv_x');
    expect(example).toContain('curl http://127.0.0.1:3000/api/v1/messages');
    expect(example).toContain('Bearer rlv_x');
    expect(JSON.parse(/-d '(.*)'$/.exec(example)![1]!)).toHaveProperty('to');
  });
});
