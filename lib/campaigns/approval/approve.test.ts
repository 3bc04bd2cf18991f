import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import type { AppError } from '@/lib/errors';
import type { Role } from '@/lib/roles';
import { updateSegment } from '@/lib/segments/change';
import { updateSettings } from '@/lib/settings/update';
import { publishVersion } from '@/lib/templates/publish';
import { saveVersion } from '@/lib/templates/save-version';
import { VersionInput } from '@/lib/templates/schema';
import { makeCampaign, NEWSLETTER, plantContacts } from '@/lib/testing/campaigns';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { createToken } from '@/lib/tokens/create';
import { createCampaign, updateCampaign } from '../change';
import { checkCampaign } from '../check';
import { CampaignInput } from '../schema';
import { startCampaign } from '../start';
import { approveCampaign, askForApproval, declineCampaign } from './approve';

useDatabaseForEachTest();
beforeEach(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example');
  await makeProvider({ fromEmail: 'news@school.example' });
  await plantContacts(2);
  await updateSettings(testContext, { security: { campaignApproval: true } });
});

async function person(
  name: string,
  role: Role = 'technician',
  language: 'en' | 'es' = 'en',
): Promise<Context> {
  const email = `${name.toLowerCase()}@example.org`;
  const { id } = await createUser(testContext, {
    email,
    name,
    role,
    language,
    password: 'correct horse battery',
  });
  return { ...testContext, actor: { type: 'user', id, label: email, role, sessionId: id } };
}

/** By somebody, ready but for the second person. */
async function draft(by: Context) {
  const { template, audience, variables } = await makeCampaign();
  return createCampaign(by, CampaignInput.parse({ title: 'March', template, audience, variables }));
}

const reason = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error as AppError).options.reason,
  );
const standing = async (ctx: Context, id: string) => (await checkCampaign(ctx, { id })).approval;
const start = (ctx: Context, id: string) => startCampaign(ctx, { id, anyway: true });

describe('approval by a second person', () => {
  it('keeps a campaign from beginning until somebody else agrees, and says who could', async () => {
    const [ana, luis] = [await person('Ana'), await person('Luis')];
    await person('Vera', 'viewer');
    const { id } = await draft(ana);
    expect(await reason(start(ana, id))).toEqual({ code: 'campaign_unapproved', params: { people: 'Luis' } });
    expect(await reason(approveCampaign(ana, { id }))).toEqual({
      code: 'campaign_own',
      params: { people: 'Luis' },
    });
    await approveCampaign(luis, { id });
    expect((await start(ana, id)).state).toBe('preparing');
  });

  it('asks those who could, each in their language, and nobody else', async () => {
    const ana = await person('Ana');
    await person('Luis', 'technician', 'es');
    await person('Rosa', 'administrator');
    await person('Vera', 'viewer');
    const { id } = await draft(ana);
    await askForApproval(ana, { id });
    const rows = await sql()<{ to: string; subject: string }[]>`
      select recipient_addresses[1] as to, subject from messages order by 1`;
    expect(rows).toEqual([
      { to: 'luis@example.org', subject: 'Se pide su aprobación: March' },
      { to: 'rosa@example.org', subject: 'Your approval is wanted: March' },
    ]);
    expect(await standing(ana, id)).toMatchObject({
      state: 'asked',
      isAuthor: true,
      people: ['Luis', 'Rosa'],
    });
  });

  it('is void after any change, also of the template and of a segment', async () => {
    const [ana, luis] = [await person('Ana'), await person('Luis')];
    const { id, audience, template } = await draft(ana);
    const agreed = async () => {
      await approveCampaign(luis, { id });
      return standing(ana, id);
    };
    expect(await agreed()).toMatchObject({ state: 'approved' });
    await updateCampaign(ana, { id, subject: 'Another one' });
    expect(await standing(ana, id)).toMatchObject({ state: 'needed' });
    expect(await agreed()).toMatchObject({ state: 'approved' });
    const rules = { groups: [{ rules: [{ field: 'domain', op: 'contains', value: 'example' }] }] };
    await updateSegment(testContext, { id: audience.segments[0]!, rules: rules as never });
    expect(await standing(ana, id)).toMatchObject({ state: 'changed' });
    expect(await agreed()).toMatchObject({ state: 'approved' });
    const texts = { es: { ...NEWSLETTER.texts.es, subject: 'Novedades: {{ issue }}' } };
    const words = VersionInput.parse({ texts, variables: NEWSLETTER.variables });
    await saveVersion(testContext, { ...words, id: template });
    await publishVersion(testContext, { id: template });
    expect(await standing(ana, id)).toMatchObject({ state: 'changed' });
    expect(await reason(start(ana, id))).toMatchObject({ code: 'campaign_unapproved' });
  });

  it('is not given by who changed it last, though somebody else made it', async () => {
    const [ana, luis] = [await person('Ana'), await person('Luis')];
    const { id } = await draft(ana);
    await updateCampaign(luis, { id, subject: 'Another one' });
    expect(await reason(approveCampaign(luis, { id }))).toMatchObject({ code: 'campaign_nobody_approves' });
    const rosa = await person('Rosa');
    await approveCampaign(rosa, { id });
    expect((await start(luis, id)).state).toBe('preparing');
  });

  it('is not given by a token of the author’s, nor to what was changed since it was looked at', async () => {
    const [ana, luis] = [await person('Ana'), await person('Luis')];
    const { id, version } = await draft(ana);
    const token = await createToken(ana, { name: 'shop', scopes: ['campaigns:write'] });
    const actor: Context['actor'] = {
      type: 'token',
      id: token.id,
      label: 'shop',
      scopes: ['campaigns:write'],
    };
    expect(await reason(approveCampaign({ ...testContext, actor }, { id }))).toMatchObject({
      code: 'campaign_own',
    });
    await updateCampaign(ana, { id, subject: 'Another one' });
    expect(await reason(approveCampaign(luis, { id, version }))).toMatchObject({ code: 'campaign_state' });
  });

  it('is refused with words, which stand there until it is changed or asked for again', async () => {
    const [ana, luis] = [await person('Ana'), await person('Luis')];
    const { id } = await draft(ana);
    await approveCampaign(luis, { id });
    await declineCampaign(luis, { id, note: 'The price is old.' });
    expect(await standing(ana, id)).toMatchObject({ state: 'declined', note: 'The price is old.' });
    expect(await reason(start(ana, id))).toMatchObject({ code: 'campaign_unapproved' });
    await askForApproval(ana, { id });
    expect(await standing(ana, id)).toMatchObject({ state: 'asked', note: null });
  });

  it('is not asked of anybody where the settings want none', async () => {
    await updateSettings(testContext, { security: { campaignApproval: false } });
    const ana = await person('Ana');
    const { id } = await draft(ana);
    expect(await standing(ana, id)).toBeNull();
    expect(await reason(askForApproval(ana, { id }))).toMatchObject({ code: 'campaign_no_approval' });
    expect((await start(ana, id)).state).toBe('preparing');
  });
});
