import { describe, expect, it } from 'vitest';
import { differences } from './differences';

describe('differences', () => {
  it.each<[string, unknown, unknown, object[]]>([
    ['nothing', { a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 }, []],
    [
      'a field within',
      { limits: { minute: 5, day: 9 } },
      { limits: { minute: 10, day: 9 } },
      [{ field: 'limits.minute', before: 5, after: 10 }],
    ],
    [
      'a list, whole',
      { tags: ['a'] },
      { tags: ['a', 'b'] },
      [{ field: 'tags', before: ['a'], after: ['a', 'b'] }],
    ],
    ['what is new', undefined, { name: 'Main' }, [{ field: 'name', after: 'Main' }]],
    ['what is gone', { name: 'Main', note: null }, null, [{ field: 'name', before: 'Main' }]],
    ['no id of its own', undefined, { id: '1', key: { id: '2' } }, [{ field: 'key.id', after: '2' }]],
    ['null as not there', { note: 'x' }, { note: null }, [{ field: 'note', before: 'x' }]],
  ])('tells %s', (_, before, after, told) => expect(differences(before, after)).toEqual(told));
});
