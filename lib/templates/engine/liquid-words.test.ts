import { expect, it } from 'vitest';
import type { brandFor } from '../brand';
import { buildScope } from '../scope';
import { RESERVED_ROOTS } from '../variables';
import { buildEngine } from './build-engine';
import { LIQUID_FILTERS, LIQUID_PARTS, LIQUID_TAGS, SCOPE_PARTS } from './liquid-words';

const engine = buildEngine('html');

it('completes the filters and tags that the engine has, and no others', () => {
  expect(LIQUID_FILTERS).toEqual(Object.keys(engine.filters).toSorted());
  // `#` comments a line; the two that guard are written by Relevo itself.
  const own = ['#', 'safe_url', 'safe_style'];
  expect(LIQUID_TAGS).toEqual(
    Object.keys(engine.tags)
      .filter((name) => !own.includes(name))
      .toSorted(),
  );
  for (const part of LIQUID_PARTS.filter((name) => name.startsWith('end')))
    expect(LIQUID_TAGS).toContain(part.slice(3));
});

it('completes what every template knows', () => {
  const brand = {
    name: 'a',
    color: 'a',
    logo: 'a',
    website: 'a',
    address: 'a',
    supportEmail: 'a',
    supportPhone: 'a',
    footer: 'a',
    timeZone: 'UTC',
    currency: 'USD',
  } satisfies Awaited<ReturnType<typeof brandFor>>;
  const given = { declared: [], variables: {}, brand, recipient: { email: 'a', name: 'b' } };
  const scope = buildScope({ ...given, message: { id: 'm' }, now: 'n' }) as Record<string, object>;
  expect(Object.keys(scope).toSorted()).toEqual(RESERVED_ROOTS.toSorted());
  for (const [root, parts] of Object.entries(SCOPE_PARTS))
    expect(Object.keys(scope[root]!).toSorted()).toEqual(parts.toSorted());
});
