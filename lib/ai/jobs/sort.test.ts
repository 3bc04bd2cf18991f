import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { createReplyRule } from '@/lib/replies/own/change';
import { ReplyRuleInput } from '@/lib/replies/own/schema';
import { allowAi, playAi } from '@/lib/testing/ai/make';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { deliverOne } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { SortInput, sortReply } from './sort-reply';

useDatabaseForEachTest();
allowLoopbackTargets();

const STRANGE = '550 <ana@example.com> Zarnex quibble kappa lorem, ref 4159876543';
const SAID = {
  means: 'user_unknown',
  permanent: 'yes',
  phrase: 'Zarnex  quibble kappa',
  reason: 'The server says so.',
  confidence: 'medium',
};

async function refused(to = 'ana@example.com', company?: string) {
  const { port } = await startScriptedSmtp({ rcpt: STRANGE });
  await makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none' },
    secrets: {},
  });
  const { id, attempts } = await deliverOne({ to, ...(company && { company }) });
  return SortInput.parse({ message: id, attempt: attempts[0]!.id });
}

const outcomeOf = async (input: object) => (await deliverOne(input)).attempts[0]!.outcomes[0]!;

describe('a reply that no table knows', () => {
  it('is proposed to be something, and nothing changes; saved as a rule, it is that the next time', async () => {
    await allowAi({ sort: true });
    const { fake } = await playAi({ says: () => SAID });
    const source = await refused();
    const answer = await sortReply(testContext, source);
    expect(fake.flaws).toEqual([]);
    // Nobody's address and number left, and what is asked for is data.
    expect(fake.asked[0]!.prompt).not.toMatch(/ana@|4159876543/);
    expect(fake.asked[0]!.prompt).toContain('untrusted_text');
    expect(await sql()`select count(*)::int as n from reply_rules`).toMatchObject([{ n: 0 }]);
    expect(await outcomeOf({ to: 'ben@example.com' })).toMatchObject({ fault: 'provider' });

    if (!answer.ok) throw new Error(answer.reason);
    const { means, permanent, phrase, appliesTo } = answer.output;
    expect(answer.output).toMatchObject({
      means: 'user_unknown',
      permanent: true,
      phrase: 'Zarnex quibble kappa',
      appliesTo: 'reply',
    });
    const rule = ReplyRuleInput.parse({ name: 'Zarnex', means, permanent, phrase, appliesTo });
    await createReplyRule(testContext, rule);
    expect(await outcomeOf({ to: 'eva@example.com' })).toMatchObject({
      fault: 'recipient',
      permanent: true,
      rule: { name: 'Zarnex' },
    });
  });

  it('is noted with its cost, without its words', async () => {
    await allowAi({ sort: true });
    await playAi({ says: () => SAID });
    await sortReply(testContext, await refused());
    const [call] = await sql()`select to_jsonb(c) as row from ai_calls c`;
    expect(call!.row).toMatchObject({ job: 'sort', outcome: 'ok', redacted: true });
    expect(JSON.stringify(call)).not.toMatch(/zarnex/i);
  });

  it('goes nowhere as long as nobody switched it on, or where the company does not want it', async () => {
    const { fake } = await playAi({ says: () => SAID });
    const source = await refused();
    expect(await sortReply(testContext, source)).toMatchObject({ ok: false, reason: 'off' });
    await allowAi({ sort: true });
    const { key } = await makeCompany({ ai: false });
    const theirs = await refused('ben@example.com', key);
    expect(await sortReply(testContext, theirs)).toMatchObject({ ok: false, reason: 'forbidden' });
    expect(fake.asked).toEqual([]);
  });

  it('is one: what a table knows is not asked', async () => {
    await allowAi({ sort: true });
    await makeProvider();
    const { id, attempts } = await deliverOne({ to: 'bounce@sandbox.test' });
    const source = SortInput.parse({ message: id, attempt: attempts[0]!.id });
    await expect(sortReply(testContext, source)).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('of what always passes a rule need not say so', async () => {
  await allowAi({ sort: true });
  await playAi({ says: () => ({ ...SAID, means: 'mailbox_full' }) });
  const text = SortInput.parse({ text: STRANGE, as: 'bounce' });
  expect(await sortReply(testContext, text)).toMatchObject({
    ok: true,
    output: { means: 'mailbox_full', permanent: null, appliesTo: 'bounce' },
  });
});
