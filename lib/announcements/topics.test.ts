import { expect, it } from 'vitest';
import audit from '@/lib/i18n/en/audit.json';
import { TOPICS, topicOf } from './topics';

/** The log of changes is read by whoever asks for it. */
const SHOWN_NOWHERE = ['audit'];

it('knows for each action that a person or a token may do what is to be read anew', () => {
  const nouns = [...new Set(Object.keys(audit.actions).map(nounOf))].filter(
    (noun) => !SHOWN_NOWHERE.includes(noun),
  );
  expect(nouns.filter((noun) => !topicOf(`${noun}.update`))).toEqual([]);
});

it('calls a thing by one name', () => {
  expect(topicOf('provider_key.add')).toBe('providers');
  expect(topicOf('session.revoke')).toBe('people');
  expect(topicOf('audit.forget')).toBeUndefined();
  expect(new Set(TOPICS).size).toBe(TOPICS.length);
});

/** `provider_key_add`: the longest beginning that is a noun. */
function nounOf(action: string): string {
  const words = action.split('_');
  const beginnings = words.map((_, index) => words.slice(0, index + 1).join('_'));
  return beginnings.findLast((noun) => topicOf(`${noun}.x`)) ?? words[0]!;
}
