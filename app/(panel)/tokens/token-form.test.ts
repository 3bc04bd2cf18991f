import { describe, expect, it } from 'vitest';
import { curlExample, TokenForm } from './token-form';

describe('TokenForm', () => {
  it('turns a lifetime into days', () => {
    const parsed = TokenForm.parse({ name: 'shop', scopes: ['messages:send'], expires: '90' });
    expect(parsed).toEqual({ name: 'shop', scopes: ['messages:send'], company: null, expiresInDays: 90 });
  });
  it('leaves the days away for a token that never expires', () => {
    const parsed = TokenForm.parse({ name: 'shop', scopes: ['messages:send'], expires: 'never' });
    expect(parsed).toEqual({ name: 'shop', scopes: ['messages:send'], company: null });
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
