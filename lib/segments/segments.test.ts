import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { recordEvents } from '@/lib/events/record';
import { newId } from '@/lib/ids';
import { subscribeToList } from '@/lib/lists/subscribe';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { makeList, makeSegment } from '@/lib/testing/lists';
import { countSegment, previewSegment } from './preview';
import { type SegmentRule, SegmentRules } from './schema';

useDatabaseForEachTest();

const namesOf = async (...rules: SegmentRule[]) => {
  const parsed = SegmentRules.parse({ groups: [{ rules }] });
  const { sample, count } = await previewSegment(testContext, { rules: parsed });
  expect(sample).toHaveLength(count);
  return sample.map(({ name }) => name).toSorted();
};

const people = async () => {
  await makeContact({
    name: 'Ana',
    email: 'ana@example.com',
    language: 'es-PY',
    fields: { grade: 5, vip: true, born: '2015-02-10' },
  });
  await makeContact({
    name: 'Beto',
    email: 'Beto@other.test',
    fields: { grade: 7, vip: false, born: 'unknown' },
  });
  await makeContact({
    name: 'Caro',
    phone: '+595981000003',
    email: null,
    fields: { grade: '7', born: '2015-13-45' },
  });
};

it.each([
  [{ field: 'domain', op: 'eq', value: 'OTHER.test' }, ['Beto']],
  [{ field: 'email', op: 'not_set' }, ['Caro']],
  [{ field: 'language', op: 'ne', value: 'es-py' }, ['Beto', 'Caro']],
  [{ field: 'name', op: 'contains', value: 'AR' }, ['Caro']],
  // As an import has it, and as a program does.
  [{ field: 'fields.grade', op: 'gte', value: 6 }, ['Beto', 'Caro']],
  [{ field: 'fields.grade', op: 'eq', value: 7 }, ['Beto', 'Caro']],
  [{ field: 'fields.grade', op: 'ne', value: 7 }, ['Ana']],
  [{ field: 'fields.born', op: 'gte', value: 6 }, []],
  [{ field: 'fields.grade', op: 'eq', value: '7' }, ['Beto', 'Caro']],
  [{ field: 'fields.vip', op: 'eq', value: true }, ['Ana']],
  [{ field: 'fields.vip', op: 'ne', value: true }, ['Beto', 'Caro']],
  [{ field: 'fields.born', op: 'lt', value: '2015-03-01' }, ['Ana']],
  [{ field: 'fields.none', op: 'set' }, []],
  [{ field: 'created', op: 'within', value: 1 }, ['Ana', 'Beto', 'Caro']],
] as [SegmentRule, string[]][])('%j', async (rule, expected) => {
  await people();
  expect(await namesOf(rule)).toEqual(expected);
});

it('joins rules and groups', async () => {
  await people();
  const { id } = await makeSegment({
    match: 'any',
    groups: [
      {
        match: 'all',
        rules: [
          { field: 'fields.grade', op: 'gt', value: 6 },
          { field: 'fields.vip', op: 'eq', value: false },
        ],
      },
      { match: 'all', rules: [{ field: 'name', op: 'eq', value: 'ana' }] },
    ],
  });
  expect(await countSegment(testContext, { id })).toMatchObject({ count: 2, more: false });
});

it('knows who is on a list', async () => {
  await people();
  const { id } = await makeList();
  await subscribeToList(testContext, {
    ...{ id, contacts: [{ email: 'ana@example.com' }], confirmed: true, again: false },
  });
  expect(await namesOf({ field: 'list', op: 'in', value: id })).toEqual(['Ana']);
  expect(await namesOf({ field: 'list', op: 'not_in', value: id })).toEqual(['Beto', 'Caro']);
});

it('takes what people did, not what programs did', async () => {
  await people();
  const open = async (recipient: string, detail: object) => {
    await sql()`
      with ${recordEvents({
        id: sql()`${newId()}::uuid`,
        messageId: sql()`${newId()}::uuid`,
        companyId: sql()`null::uuid`,
        type: 'opened',
        recipient: sql()`${recipient}::text`,
        detail: sql()`${sql().json(detail as never)}::jsonb`,
        from: sql()`from (select 1) as one`,
      })} select 1`;
  };
  await open('Beto@other.test', {});
  await open('ana@example.com', { machine: 'apple' });
  expect(await namesOf({ field: 'opened', op: 'within', value: 90 })).toEqual(['Beto']);
  expect(await namesOf({ field: 'opened', op: 'never' })).toEqual(['Ana', 'Caro']);
  expect(await namesOf({ field: 'clicked', op: 'ever' })).toEqual([]);
});

it('says everything that is wrong with rules', async () => {
  const rules = SegmentRules.parse({
    groups: [
      {
        rules: [
          { field: 'salary', op: 'eq', value: 'x' },
          { field: 'created', op: 'eq', value: 'x' },
          { field: 'fields.grade', op: 'gt', value: 'many' },
          { field: 'list', op: 'in', value: newId() },
        ],
      },
    ],
  });
  await expect(previewSegment(testContext, { rules })).rejects.toMatchObject({
    errors: [
      { path: 'rules.groups.0.rules.0.field', code: 'no_segment_field' },
      { path: 'rules.groups.0.rules.1.op', code: 'option' },
      { path: 'rules.groups.0.rules.2.value', code: 'condition_value' },
      { path: 'rules.groups.0.rules.3.value', code: 'no_list' },
    ],
  });
});
