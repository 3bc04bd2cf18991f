import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { listReplyTables } from '@/lib/replies/list-tables';
import { updateReplyRule } from '@/lib/replies/own/change';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { deliverOne } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { makeReplyRule } from '@/lib/testing/reply-rules';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { applyBounce } from './apply-bounce';
import { makeMail, makeReport } from './mails/make-mail';
import { parseMail } from './parse-mail';
import { TryInput, tryText } from './try-text';

useDatabaseForEachTest();
beforeEach(() => sql()`drop trigger nobody_suppressed on suppressions`);
allowLoopbackTargets();

const STRANGE = '550 Zarnex quibble kappa lorem';

async function makeServer(rcpt = STRANGE) {
  const { port } = await startScriptedSmtp({ rcpt });
  return makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none' },
    secrets: {},
  });
}

const rule = { name: 'Zarnex', phrase: 'zarnex QUIBBLE kappa', means: 'user_unknown' as const };
const outcomeOf = ({ attempts }: Awaited<ReturnType<typeof deliverOne>>) => attempts[0]!.outcomes[0]!;
const stopped = () => sql()`select address, cause from suppressions`;

describe('a reply that no table knows', () => {
  it('is judged by its code alone, and says so; with a rule, by that', async () => {
    await makeServer();
    const before = await deliverOne({ to: 'ana@example.com' });
    expect(outcomeOf(before)).toMatchObject({ fault: 'provider', unsorted: true });
    const { id } = await makeReplyRule(rule);
    const after = await deliverOne({ to: 'ben@example.com' });
    expect(outcomeOf(after)).toMatchObject({
      fault: 'recipient',
      permanent: true,
      rule: { id, name: 'Zarnex', means: 'user_unknown' },
    });
    expect(after).toMatchObject({ status: 'bounced' });
    expect(after.events.find(({ type }) => type === 'bounced')?.detail).toMatchObject({ rule: { id } });
    expect(await stopped()).toMatchObject([{ address: 'ben@example.com', cause: 'hard_bounce' }]);
  });

  it('is judged by the tables again, once the rule is off', async () => {
    await makeServer();
    const { id } = await makeReplyRule(rule);
    await updateReplyRule(testContext, { id, active: false });
    expect(outcomeOf(await deliverOne({}))).toMatchObject({ fault: 'provider', unsorted: true });
  });

  it('suppresses nobody where the rule says that it passes, nor says the tables are wrong where they are not', async () => {
    await makeServer('550 5.1.1 User unknown, zarnex quibble kappa');
    await makeReplyRule({ ...rule, means: 'mailbox_full' });
    expect(outcomeOf(await deliverOne({}))).toMatchObject({ fault: 'recipient', permanent: false });
    expect(await stopped()).toEqual([]);
  });
});

async function bounceWith(diagnostic: string, status = '5.0.0') {
  const { id } = await deliverOne({ to: 'ana@example.com' });
  const recipients = `Final-Recipient: rfc822; ana@example.com\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}`;
  const body = makeReport({ recipients, returned: `Message-ID: <${id}@example.com>\n` });
  const mail = makeMail({ body, headers: { Date: new Date(Date.now() + 600_000).toUTCString() } });
  return (await applyBounce(testContext, (await parseMail(mail))!))[0]!;
}

describe('a mail that came back', () => {
  it('is judged by the same rules, and names the one', async () => {
    await makeProvider();
    expect(await bounceWith(STRANGE)).toMatchObject({ class: 'soft', cause: 'unknown' });
    const { id } = await makeReplyRule(rule);
    expect(await bounceWith(STRANGE)).toMatchObject({
      class: 'hard',
      cause: 'recipient',
      type: 'bounced',
      rule: { id },
    });
    expect(await stopped()).toMatchObject([{ address: 'ana@example.com' }]);
  });

  it('is not judged by a rule for replies alone', async () => {
    await makeProvider();
    await makeReplyRule({ ...rule, appliesTo: 'reply' });
    expect((await bounceWith(STRANGE)).rule).toBeUndefined();
  });
});

const attempt = async (input: object) => (await tryText(testContext, TryInput.parse(input))).data;

describe('trying a reply', () => {
  it('tells by which row of which table, or by which rule', async () => {
    const [known] = await attempt({ text: '550 5.1.1 User unknown' });
    expect(known).toMatchObject({ cause: 'user_unknown', fault: 'recipient', permanent: true, rule: null });
    expect(known!.row).toMatchObject({ cause: 'user_unknown', table: known!.table });
    expect(await attempt({ text: STRANGE })).toMatchObject([{ table: 'stage', unsorted: true, row: null }]);
    await makeReplyRule(rule);
    expect(await attempt({ text: STRANGE })).toMatchObject([{ table: 'own', rule: { name: 'Zarnex' } }]);
    expect(await attempt({ text: STRANGE, as: 'bounce' })).toMatchObject([
      { class: 'hard', cause: 'recipient', rule: { name: 'Zarnex' } },
    ]);
  });

  it('knows a program that answers, where a rule says so', async () => {
    const text = 'From: x@example.com\nSubject: Estamos en otra galaxia\n\nLe responderemos pronto.';
    expect(await attempt({ text, as: 'bounce' })).toMatchObject([{ class: 'unknown', unsorted: true }]);
    await makeReplyRule({ phrase: 'estamos en otra galaxia', means: 'auto_reply', appliesTo: 'bounce' });
    expect(await attempt({ text, as: 'bounce' })).toMatchObject([{ class: 'auto_reply' }]);
  });

  it('notes nothing', async () => {
    await attempt({ text: '550 5.1.1 <ana@example.com> User unknown', as: 'bounce' });
    expect(await sql()`select count(*)::int as n from events`).toMatchObject([{ n: 0 }]);
  });
});

it('the tables can be read and searched', async () => {
  const all = (await listReplyTables(testContext, {})).data;
  const quota = (await listReplyTables(testContext, { search: 'Quota' })).data;
  expect(all.length).toBeGreaterThan(60);
  expect(quota.length).toBeGreaterThan(2);
  expect(quota.length).toBeLessThan(all.length);
});
