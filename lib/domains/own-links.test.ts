import { beforeEach, describe, expect, it } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import type { Zones } from '@/lib/testing/dns-zones';
import { lookAgain, makeDomain } from '@/lib/testing/domains';
import { startPublicInternet } from '@/lib/testing/public-internet';
import { trustTestCertificates } from '@/lib/testing/smtp-server';
import { answerVisit } from '@/lib/tracking/answer-visit';
import { forgetOwnNames, linkAddress } from '@/lib/tracking/own-name';

useTestDatabase();
trustTestCertificates();
beforeEach(() => {
  process.env.PUBLIC_URL = 'https://relevo.example.com';
  forgetEnv();
  forgetOwnNames();
  return () => {
    delete process.env.PUBLIC_URL;
    forgetEnv();
  };
});

type Answer = Parameters<typeof startPublicInternet>[1];
let count = 0;

/** A name for links whose alias is right, asked for on a public address where `answer` answers. */
async function tried(answer: Answer, certificate: 'known' | 'stranger' = 'known') {
  const name = `links-${++count}.example`;
  const internet = await startPublicInternet({}, answer, certificate);
  const zones: Zones = {
    [name]: [{ NS: 'ns1.dns-host.example' }],
    [`go.${name}`]: [{ CNAME: 'relevo.example.com' }],
    'relevo.example.com': [{ A: '198.51.44.7' }],
  };
  await setUpZones(zones);
  const domain = await makeDomain({ name, tracking: { name: 'go' } });
  const found = await lookAgain(domain);
  const record = found.records.find(({ key }) => key === 'tracking')!;
  const address = await linkAddress({ sender: `ana@${name}`, companyId: null });
  return { ...internet, name, state: record.state, code: record.finding?.code, address };
}

const relevo: Answer = async ({ path }) => {
  const answer = await answerVisit(new Request(`https://any${path}`), path.split('/').at(-1)!);
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
};

describe('a name for links', () => {
  it('is used once a link of ours was followed by it', async () => {
    const { name, state, address, dialled } = await tried(relevo);
    expect(state).toBe('right');
    expect(dialled).toMatchObject([{ servername: `go.${name}`, addresses: ['198.51.44.7'] }]);
    expect(address).toBe(`https://go.${name}`);
  });

  it.each<[string, string, string, Answer]>([
    ['a page of the proxy', 'wrong', 'link_elsewhere', () => ({ status: 200, body: 'Welcome to nginx!' })],
    [
      'another place',
      'wrong',
      'link_elsewhere',
      () => ({ status: 302, headers: { location: 'https://relevo.example.com/' }, body: '' }),
    ],
    ['a failure', 'wrong', 'link_elsewhere', () => ({ status: 502, body: '' })],
  ])('is not where %s answers', async (_, state, code, answer) => {
    expect(await tried(answer)).toMatchObject({ state, code, address: 'https://relevo.example.com' });
  });

  it('is not where a reader would be warned of the certificate', async () => {
    expect(await tried(relevo, 'stranger')).toMatchObject({
      state: 'wrong',
      code: 'link_certificate',
      calls: [],
    });
  });
});
