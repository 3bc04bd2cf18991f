import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { listSubjects } from '@/lib/subjects/list';
import { SubjectFilter } from '@/lib/subjects/schema';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { makeKind, makeSource as makeStored } from '@/lib/testing/rules';
import { sign } from '@/lib/webhooks/sign';
import { createSource, deleteSource, getSource, listSources, updateSource } from './change';
import { readDueSources, readSourceNow } from './read';
import { SourceInput } from './schema';

useDatabaseForEachTest();
allowLoopbackTargets();

const CSV = 'key,book,fine\nL-1,Yo el Supremo,100\nL-2,Hijo de hombre,much\n';
const csv = (body: string): ApiAnswer => ({ status: 200, body, headers: { 'content-type': 'text/csv' } });
const HOUR_MS = 3_600_000;

async function makeSource(answer: () => ApiAnswer, input: object = {}) {
  const { key } = await makeKind();
  const server = await startApiServer(answer);
  const given = { title: 'Loans', kind: key, url: `${server.url}/loans?of=library`, ...input };
  return { ...(await createSource(testContext, SourceInput.parse(given))), calls: server.calls };
}
const subjects = async () =>
  (await listSubjects(testContext, SubjectFilter.parse({}))).data.map(({ key, data }) => [key, data]);
const inTwoHours = () => new Date(Date.now() + 2 * HOUR_MS);

describe('an address of subjects', () => {
  it('is asked by its clock, signed, and what stands there is stored', async () => {
    const { id, secret, calls } = await makeSource(() => csv(CSV));
    expect(await readDueSources()).toBe(0);
    expect(await readDueSources(inTwoHours())).toBe(1);
    expect(await getSource(testContext, { id })).toMatchObject({
      problem: null,
      result: { created: 1, changed: 0, same: 0, wrong: 1 },
      lastReadAt: expect.any(String),
    });
    expect(await subjects()).toEqual([['L-1', { book: 'Yo el Supremo', fine: 100 }]]);
    const [{ headers, method }] = calls as [(typeof calls)[0]];
    const asked = {
      id: String(headers['webhook-id']),
      timestamp: Number(headers['webhook-timestamp']),
      body: (await getSource(testContext, { id })).url,
    };
    expect([method, headers['webhook-signature']]).toEqual(['GET', sign(asked, [secret])]);
    // It moved on, and is due no more.
    expect(await readDueSources(inTwoHours())).toBe(0);
  });

  it('may answer with JSON, as programs send subjects', async () => {
    const items = [{ key: 'L-1', data: { fine: 5 } }, { key: 'L-2', data: { pages: 3 } }, 7];
    for (const body of [items, { subjects: items }]) {
      const { id } = await makeSource(() => ({ status: 200, body }));
      const { result } = await readSourceNow(testContext, { id });
      expect(result).toMatchObject({ wrong: 2 });
    }
    expect(await subjects()).toContainEqual(['L-1', { fine: 5 }]);
  });

  it('may be long, which comes in pieces', async () => {
    const items = Array.from({ length: 2_200 }, () => ({ name: 'a'.repeat(500) }));
    for (const body of [items, { subjects: items }]) {
      const { id } = await makeSource(() => ({ status: 200, body }));
      expect((await readSourceNow(testContext, { id })).result).toMatchObject({ wrong: 2_200 });
    }
  });

  it.each([
    ['refused', { status: 503, body: 'down' }],
    ['not_subjects', csv('a,b\n1,2\n')],
    ['not_subjects', { status: 200, body: '<p>Sign in</p>', headers: { 'content-type': 'text/html' } }],
    ['not_subjects', { status: 200, body: '{"a":', headers: { 'content-type': 'application/json' } }],
    ['not_subjects', { status: 200, body: { items: [] } }],
    // Half a second for who takes it apart in one go.
    [
      'too_large',
      { status: 200, body: Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [n, 0])) },
    ],
    ['refused', { status: 302, body: '', headers: { location: 'http://169.254.169.254/' } }],
  ] as [string, ApiAnswer][])('says %s and leaves what was read before', async (code, answer) => {
    let now: ApiAnswer = csv(CSV);
    const { id } = await makeSource(() => now);
    await readSourceNow(testContext, { id });
    now = answer;
    const after = await readSourceNow(testContext, { id });
    expect(after.problem).toMatchObject({ code });
    expect(after.result).toMatchObject({ created: 1 });
    expect(await subjects()).toHaveLength(1);
    now = csv(CSV);
    expect(await readSourceNow(testContext, { id })).toMatchObject({ problem: null, result: { same: 1 } });
  });

  it('is read by one worker of several, and again by another where that was killed', async () => {
    const { id, calls } = await makeSource(() => csv(CSV));
    const later = inTwoHours();
    await Promise.all([readDueSources(later), readDueSources(later), readDueSources(later)]);
    expect(calls).toHaveLength(1);
    // As a reader leaves it that was killed: claimed, and never settled.
    await sql()`update subject_sources set next_read_at = ${later} where id = ${id}`;
    expect(await readDueSources(later)).toBe(1);
  });

  it('switched off is read by nobody, and what was read outlasts it', async () => {
    const { id, version } = await makeSource(() => csv(CSV));
    await readSourceNow(testContext, { id });
    expect(await updateSource(testContext, { id, active: false, version })).toMatchObject({
      nextReadAt: null,
    });
    expect(await readDueSources(inTwoHours())).toBe(0);
    await deleteSource(testContext, { id });
    expect(await subjects()).toHaveLength(1);
  });

  it('in a private network is refused', async () => {
    const { key } = await makeKind();
    const input = { title: 'Cloud', kind: key, url: 'http://169.254.169.254/latest/meta-data' };
    await expect(createSource(testContext, SourceInput.parse(input))).rejects.toMatchObject({
      errors: [{ path: 'url', code: 'private_target' }],
    });
  });
});

describe('an address that may have a token in it', () => {
  const url = 'https://192.0.3.9/canary-path?key=canary-key';
  const asUser = (role: 'viewer' | 'technician') =>
    ({
      ...testContext,
      actor: { type: 'user', id: newId(), label: role, role, sessionId: newId() },
    }) as const;

  it('is whole only for who may change it', async () => {
    const { id } = await makeStored((await makeKind()).key, { url });
    expect((await getSource(asUser('technician'), { id })).url).toBe(url);
    expect((await getSource(asUser('viewer'), { id })).url).toBe('https://192.0.3.9/…');
    expect(JSON.stringify(await listSources(asUser('viewer'), {}))).not.toContain('canary');
  });

  it('is not in the audit log, which says all the same that it is another one', async () => {
    const { id } = await makeStored((await makeKind()).key, { url });
    await updateSource(testContext, { id, url: `${url}-2` });
    await deleteSource(testContext, { id });
    const rows = await sql()`select before, after from audit_log where action like 'subject_source.%'`;
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('canary');
    expect(rows[1]).toMatchObject({ after: { otherAddress: true } });
  });

  it('counts its failures in a row, and begins anew with a reading that succeeds or another address', async () => {
    let answer: ApiAnswer = { status: 500, body: '' };
    const { id } = await makeSource(() => answer);
    const failures = async () =>
      (await sql()<{ failures: number }[]>`select failures from subject_sources where id = ${id}`)[0]!
        .failures;
    for (const _ of [1, 2]) await readSourceNow(testContext, { id });
    expect(await failures()).toBe(2);
    answer = csv(CSV);
    await readSourceNow(testContext, { id });
    expect(await failures()).toBe(0);
    answer = { status: 500, body: '' };
    await readSourceNow(testContext, { id });
    await updateSource(testContext, { id, url });
    expect(await failures()).toBe(0);
  });
});
