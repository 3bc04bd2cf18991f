import { describe, expect, it } from 'vitest';
import { MessageFilter, MessageInput, ResendInput } from '@/lib/messages/schema';
import { ProviderInput, ProviderPatch } from '@/lib/providers/schema';
import { TokenInput } from '@/lib/tokens/schema';
import { readSchemas } from './read-schemas';

// Outside of any case, whose time it would take up: on a busy machine hundreds of files take longer to load than a case may.
const schemas = await readSchemas();

it('every list in every schema has an end', () => {
  // Answers are ours, and as long as what they tell of.
  const asked = schemas.filter(({ path }) => !path.startsWith('lib/openapi/answers/'));
  const lists = asked.filter(({ node }) => node._zod.def.type === 'array');
  expect(lists.length).toBeGreaterThan(10);
  const endless = lists.filter(
    ({ node }) => !node._zod.def.checks?.some((check) => check._zod.def.check === 'max_length'),
  );
  expect(endless.map(({ path }) => path)).toEqual([]);
});

describe('what stands in a list more than once counts once', () => {
  const message = { to: 'ana@cliente.example', subject: 'x', text: 'x' };
  const twice = <Item>(...items: Item[]) => [...items, ...items];

  it('scopes, and 900 are too many to look at', () => {
    const input = { name: 'Billing', scopes: twice('messages:send', 'messages:read') };
    expect(TokenInput.parse(input).scopes).toEqual(['messages:send', 'messages:read']);
    const many = TokenInput.safeParse({ ...input, scopes: Array(900).fill('messages:send') });
    expect(many.error?.issues.map(({ path }) => path.join('.'))).toEqual(['scopes']);
  });

  it('tags and providers of a message', () => {
    const parsed = MessageInput.parse({ ...message, tags: twice('a', 'b'), providers: twice('Main') });
    expect([parsed.tags, parsed.providers]).toEqual([['a', 'b'], ['Main']]);
  });

  it('states', () => {
    expect(ResendInput.parse({ filter: { status: twice('failed') } }).filter.status).toEqual(['failed']);
    expect(MessageFilter.parse({ status: 'failed,sent,failed' }).status).toEqual(['failed', 'sent']);
    expect(MessageFilter.safeParse({ status: Array(900).fill('sent').join(',') }).success).toBe(false);
  });

  it('domains and categories of a provider', () => {
    const patch = ProviderPatch.parse({
      categories: twice('marketing'),
      senderDomains: twice('clinic.example'),
      recipientDomains: { only: twice('a.example') },
    });
    expect(patch).toEqual({
      categories: ['marketing'],
      senderDomains: ['clinic.example'],
      recipientDomains: { only: ['a.example'] },
    });
  });
});

describe('a name that is shown', () => {
  const hidden = ['Clinic\u202egnp', '\u200b', '\u2067Clinic', '\u00ad\u2060', 'a\nb', ' '];
  const provider = { kind: 'sandbox', settings: {}, name: 'Main' };

  it.each(hidden)('may not be %j', (name) => {
    for (const [field, result] of [
      ['name', ProviderInput.safeParse({ ...provider, name })],
      ['fromName', ProviderInput.safeParse({ ...provider, fromName: name })],
      ['name', TokenInput.safeParse({ name, scopes: ['messages:send'] })],
    ] as const)
      expect(result.error?.issues[0]?.path).toEqual([field]);
  });

  it.each(['Clínica Ñandú, S.A. "Norte"', '领收', '👩\u200d⚕️ Ana', 'مريم'])('may be %s', (name) => {
    expect(ProviderInput.parse({ ...provider, name, fromName: name })).toMatchObject({
      name,
      fromName: name,
    });
  });
});
