import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { makeReplyRule } from '@/lib/testing/reply-rules';
import { createReplyRule, deleteReplyRule, updateReplyRule } from './change';
import { currentReplyRules, forgetReplyRules } from './current';
import { getReplyRule, listReplyRules } from './find';
import { MOST_RULES, ReplyRuleInput, ReplyRulePatch } from './schema';

useDatabaseForEachTest();

const flawed = (path: string, code: string) => ({
  code: 'validation_failed',
  options: { errors: [expect.objectContaining({ path, code })] },
});

describe('the rules of a technician', () => {
  it('are asked in their order, those that are off not at all', async () => {
    const late = await makeReplyRule({ name: 'late', position: 200 });
    const first = await makeReplyRule({ name: 'first', position: 1 });
    await makeReplyRule({ name: 'off', position: 0, active: false });
    const { data } = await listReplyRules(testContext);
    expect(data.map(({ name }) => name)).toEqual(['off', 'first', 'late']);
    expect((await currentReplyRules()).map(({ id }) => id)).toEqual([first.id, late.id]);
  });

  it('are known at once where they were changed, and from the last reading while there is no database', async () => {
    const { id } = await makeReplyRule();
    await currentReplyRules();
    await updateReplyRule(testContext, { id, phrase: 'spoken otherwise now' });
    expect(await currentReplyRules()).toMatchObject([{ id, phrase: 'spoken otherwise now' }]);
    await deleteReplyRule(testContext, { id });
    expect(await currentReplyRules()).toEqual([]);
    const { id: kept } = await makeReplyRule();
    await currentReplyRules();
    await sql()`alter table reply_rules rename to away`;
    forgetReplyRules();
    expect(await currentReplyRules()).toMatchObject([{ id: kept }]);
  });

  it('have one name each, and are saved by one of two who had one open', async () => {
    const { id, version } = await makeReplyRule({ name: 'Moved' });
    await expect(makeReplyRule({ name: 'MOVED' })).rejects.toMatchObject({ code: 'name_taken' });
    await updateReplyRule(testContext, { id, version, note: 'mine' });
    await expect(updateReplyRule(testContext, { id, version, note: 'theirs' })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    expect(await getReplyRule(testContext, { id })).toMatchObject({ note: 'mine', version: 2 });
  });

  it('are told by the audit, with what they were', async () => {
    const { id } = await makeReplyRule({ phrase: 'said so first' });
    await updateReplyRule(testContext, { id, phrase: 'said so then' });
    await deleteReplyRule(testContext, { id });
    expect(
      await sql()`select action, before, after from audit_log where subject_id = ${id} order by id`,
    ).toMatchObject([
      { action: 'reply_rule.create', after: { phrase: 'said so first' } },
      { action: 'reply_rule.update', before: { phrase: 'said so first' }, after: { phrase: 'said so then' } },
      { action: 'reply_rule.delete', before: { phrase: 'said so then' } },
    ]);
  });

  it.each([
    [{ means: 'auto_reply' }, 'appliesTo', 'not_for_meaning'],
    [{ means: 'complaint', appliesTo: 'bounce', stage: 'data' }, 'stage', 'not_for_meaning'],
    [{ means: 'mailbox_full', permanent: true }, 'permanent', 'not_for_meaning'],
    [{ means: 'size', permanent: false }, 'permanent', 'not_for_meaning'],
    [{ means: 'user_unknown', permanent: true, waitSeconds: 60 }, 'waitSeconds', 'not_for_meaning'],
  ])('%j is refused', async (given, path, code) => {
    const input = ReplyRuleInput.parse({ name: 'n', phrase: 'gone to the moon', ...given });
    await expect(createReplyRule(testContext, input)).rejects.toMatchObject(flawed(path, code));
    const { id } = await makeReplyRule();
    const patch = ReplyRulePatch.parse(given);
    await expect(updateReplyRule(testContext, { id, ...patch })).rejects.toMatchObject(flawed(path, code));
  });

  it.each([
    { phrase: '550' },
    { phrase: 'abc' },
    { phrase: '   ' },
    { phrase: 'a\nb c d e' },
    { phrase: 'x'.repeat(201) },
    { code: '250' },
    { code: '5.7' },
    { means: 'hard' },
    { stage: 'quit' },
    { waitSeconds: 0 },
    { pattern: '.*' },
  ])('%j is none', (given) => {
    const input = { name: 'n', phrase: 'gone to the moon', means: 'spam', ...given };
    expect(ReplyRuleInput.safeParse(input).success).toBe(false);
  });

  it('are read and not changed by who is for some companies alone', async () => {
    const rule = await makeReplyRule();
    const actor = { type: 'token' as const, id: rule.id, label: 'theirs', scopes: [] };
    const theirs = { ...testContext, actor, companyId: rule.id };
    const input = ReplyRuleInput.parse({ name: 'n', phrase: 'gone to the moon', means: 'spam' });
    const no = { code: 'forbidden' };
    await expect(createReplyRule(theirs, input)).rejects.toMatchObject(no);
    await expect(updateReplyRule(theirs, { id: rule.id, active: false })).rejects.toMatchObject(no);
    await expect(deleteReplyRule(theirs, { id: rule.id })).rejects.toMatchObject(no);
    expect((await listReplyRules(theirs)).data).toMatchObject([{ id: rule.id, active: true }]);
  });

  it('are so many and no more', async () => {
    await sql()`
      insert into reply_rules (id, name, phrase, applies_to, means, note, active, position, changed_by)
      select gen_random_uuid(), 'n' || i, 'words', 'both', 'spam', '', true, 100, 'x' from generate_series(1, ${MOST_RULES}) i`;
    await expect(makeReplyRule()).rejects.toMatchObject(flawed('name', 'too_many_rules'));
  });
});
