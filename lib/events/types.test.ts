import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { EVENT_TYPES, TOLD_TYPES } from './types';

describe('the types of events', () => {
  it.each(LOCALES)('have a sentence each, and nothing else has, in %s', (locale) => {
    const { event } = messagesOf(locale).messages as unknown as { event: Record<string, string> };
    expect(Object.keys(event).toSorted()).toEqual(EVENT_TYPES.toSorted());
  });

  it('are written by this room alone, and each by somebody', () => {
    const sources = globSync('{app,cli,jobs,lib,server}/**/*.{ts,tsx}')
      .filter((file) => !/\.test\.tsx?$|^lib\/testing\/|^lib\/events\/types\.ts$/.test(file))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    const writers = sources.filter(({ text }) => /insert into events/i.test(text)).map(({ file }) => file);
    expect(writers).toEqual(['lib/events/record.ts']);
    // What providers tell is written by its name, whatever it is.
    const told: readonly string[] = TOLD_TYPES;
    const written = sources
      .filter(({ text }) => /lib\/events\/(record|types|new-event)'/.test(text))
      .map(({ text }) => text)
      .join('\n');
    const unwritten = EVENT_TYPES.filter((type) => !told.includes(type) && !written.includes(`'${type}'`));
    expect(unwritten).toEqual([]);
  });
});
