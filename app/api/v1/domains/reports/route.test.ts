import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { makeReport } from '@/lib/testing/domain-reports';
import { makeDomain } from '@/lib/testing/domains';
import { makeToken } from '@/lib/testing/factories';
import { GET } from '../[id]/reports/route';
import { POST } from './route';

useTestDatabase();
let token: string;
beforeAll(async () => {
  token = await makeToken();
});

async function upload(body: Buffer, query = '', by = token) {
  const headers = { authorization: `Bearer ${by}`, 'content-type': 'application/octet-stream' };
  const url = `http://relevo.test/api/v1/domains/reports${query}`;
  const request = new Request(url, { method: 'POST', headers, body: new Uint8Array(body) });
  const answer = await POST(request, { params: Promise.resolve({}) });
  return { status: answer.status, body: await answer.json() };
}

async function show(id: string, query = '', by = token) {
  const request = new Request(`http://relevo.test/api/v1/domains/${id}/reports${query}`, {
    headers: { authorization: `Bearer ${by}` },
  });
  const answer = await GET(request, { params: Promise.resolve({ id }) });
  return { status: answer.status, body: await answer.json() };
}

const ROWS = [
  { address: '192.0.2.7', count: 4 },
  { address: '203.0.113.9', count: 1, dkim: 'fail', spf: 'fail', disposition: 'reject' } as const,
];

describe('reports of a domain', () => {
  it('are kept once, and told by source', async () => {
    await setUpZones({});
    const { name } = await makeDomain({ senders: { addresses: ['192.0.2.7'], providers: [] } });
    const file = makeReport(name, ROWS, { policy: 'reject' });
    expect((await upload(file, '?dryRun=true')).body).toMatchObject({
      data: [{ effect: 'would_be_noted' }],
      noted: 0,
    });
    expect(await upload(file)).toMatchObject({
      status: 200,
      body: {
        data: [
          {
            effect: 'noted',
            kind: 'dmarc',
            domain: name,
            reporter: 'reporter.example',
            messages: 5,
            refusal: null,
          },
        ],
        noted: 1,
        left: 0,
      },
    });
    expect((await upload(file)).body).toMatchObject({ data: [{ effect: 'repeated' }], noted: 0 });
    expect(await show(name)).toMatchObject({
      status: 200,
      body: {
        messages: 5,
        passed: 4,
        rejected: 1,
        sources: [
          { kind: 'own', messages: 4 },
          { kind: 'stranger', failed: 1, rejected: 1 },
        ],
        advice: { policy: 'reject', reason: 'at_the_end' },
        reports: [{ reporter: 'reporter.example', messages: 5, passed: 4 }],
      },
    });
    expect((await show(name, '?days=1')).body).toMatchObject({ messages: 0 });
  });

  it('answers 200 with what is wrong to a file that is none', async () => {
    expect(await upload(Buffer.from('<a/>'))).toMatchObject({
      status: 200,
      body: { data: [{ effect: 'refused', refusal: { code: 'not_a_report' } }], noted: 0 },
    });
    expect((await upload(Buffer.alloc(0))).body).toMatchObject({
      data: [{ refusal: { code: 'not_a_report' } }],
    });
  });

  it('refuses what is asked wrongly, and those who may not', async () => {
    const { id } = await makeDomain();
    expect((await show(id, '?days=0')).status).toBe(400);
    expect((await show('gone.example')).status).toBe(404);
    expect((await upload(Buffer.from('x'), '', 'rlv_none')).status).toBe(401);
    const reader = await makeToken(['domains:read']);
    expect((await upload(Buffer.from('x'), '', reader)).status).toBe(403);
    expect((await show(id, '', await makeToken(['messages:read']))).status).toBe(403);
    expect((await upload(Buffer.alloc(33 * 1024 * 1024))).status).toBe(413);
  });
});
