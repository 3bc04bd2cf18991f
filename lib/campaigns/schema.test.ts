import { expect, it } from 'vitest';
import { CampaignInput, CampaignPatch } from './schema';

/** Each of its messages would bring them along: a megabyte was taken, kept and answered. */
it.each([
  ['a new one', CampaignInput],
  ['a changed one', CampaignPatch],
])('%s takes variables as far as a message may bring them', (_, schema) => {
  const flawsOf = (title: string) =>
    (schema.safeParse({ variables: { title }, version: 1 }).error?.issues ?? [])
      .filter(({ path }) => path[0] === 'variables')
      .map((issue) => (issue as { params?: { code?: string } }).params?.code);
  expect(flawsOf('x'.repeat(200_000))).toEqual([]);
  expect(flawsOf('x'.repeat(300_000))).toEqual(['too_large']);
});
