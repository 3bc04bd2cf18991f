import { beforeEach, describe, expect, it } from 'vitest';
import { updateDomain } from '@/lib/domains/change';
import { forgetEnv } from '@/lib/env';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { nameLinks } from '@/lib/testing/own-name';
import { forgetOwnNames, linkAddress } from './own-name';

useTestDatabase();
beforeEach(() => {
  process.env.PUBLIC_URL = 'https://relevo.example.com:8443/mail/';
  forgetEnv();
  forgetOwnNames();
  return () => {
    delete process.env.PUBLIC_URL;
    forgetEnv();
  };
});

const leadsTo = async (from: string, company: string | null = null) => {
  forgetOwnNames();
  return linkAddress({ sender: from, companyId: company });
};
const OWN = 'https://relevo.example.com:8443/mail';

describe('where links lead', () => {
  it('is our own address as long as no name was tried and found right', async () => {
    await nameLinks({ name: 'untried.example', state: 'missing' });
    expect(await leadsTo('ana@untried.example')).toBe(OWN);
  });

  it('is the name of the domain that a mail is from, or of the nearest above it', async () => {
    await nameLinks({ name: 'shop.example' });
    await nameLinks({ name: 'news.shop.example', label: 'go' });
    expect(await leadsTo('ana@shop.example')).toBe('https://links.shop.example:8443/mail');
    expect(await leadsTo('ana@mail.shop.example')).toBe('https://links.shop.example:8443/mail');
    expect(await leadsTo('ana@news.shop.example')).toBe('https://go.news.shop.example:8443/mail');
    expect(await leadsTo('ana@othershop.example')).toBe(OWN);
  });

  it('is never a name of another company', async () => {
    const [one, two] = [await makeCompany(), await makeCompany()];
    await nameLinks({ name: 'ours.example', company: one.id });
    expect(await leadsTo('ana@ours.example', one.id)).toBe('https://links.ours.example:8443/mail');
    expect(await leadsTo('ana@ours.example', two.id)).toBe(OWN);
    expect(await leadsTo('ana@ours.example')).toBe(OWN);
    expect(await leadsTo('ana@elsewhere.example', one.id), 'its only one').toBe(
      'https://links.ours.example:8443/mail',
    );
  });

  it('is our own again when the name is not right any more', async () => {
    const { change } = await nameLinks({ name: 'lost.example' });
    expect(await leadsTo('ana@lost.example')).toBe('https://links.lost.example:8443/mail');
    await change('wrong');
    expect(await leadsTo('ana@lost.example')).toBe(OWN);
  });

  it('is no name that took the place of one that was right, and none that led to another address of ours', async () => {
    const { id } = await nameLinks({ name: 'renamed.example' });
    await updateDomain(testContext, { id, tracking: { name: 'other' } });
    expect(await leadsTo('ana@renamed.example')).toBe(OWN);
    await nameLinks({ name: 'moved.example' });
    process.env.PUBLIC_URL = 'https://new.example.com';
    forgetEnv();
    expect(await leadsTo('ana@moved.example')).toBe('https://new.example.com');
  });
});
