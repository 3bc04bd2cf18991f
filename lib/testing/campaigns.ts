import type { z } from 'zod';
import { createUser } from '@/lib/auth/create-user';
import { createCampaign, getCampaign } from '@/lib/campaigns/change';
import { runCampaign } from '@/lib/campaigns/run';
import { CampaignInput, type CampaignView } from '@/lib/campaigns/schema';
import { startCampaign } from '@/lib/campaigns/start';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { updateSettings } from '@/lib/settings/update';
import { makeContact } from './contacts';
import { worker } from './deliver';
import { makeMessage, testContext } from './factories';
import { makeMember, makeSegment } from './lists';
import { makeTemplate, mjml } from './templates';

let count = 0;

export const NEWSLETTER = {
  title: 'Newsletter',
  category: 'newsletters' as const,
  texts: {
    es: {
      subject: 'Novedades {{ issue }}',
      preheader: 'Lo que pasó este mes en la escuela, en pocas palabras',
      source: mjml(
        'Hola {{ recipient.name | default: "a todos" }}. <a href="https://escuela.example.com/novedades">Las novedades de este mes</a>. <a href="{{ unsubscribe_url }}">Darme de baja</a>',
      ),
    },
  },
  variables: [{ name: 'issue', required: true, example: 'marzo' }],
};

/** A draft to whoever has an address at `example.com`, unless told otherwise. */
export async function makeCampaign(
  input: Partial<z.input<typeof CampaignInput>> = {},
): Promise<CampaignView> {
  const of = input.company ? { company: input.company } : {};
  const segment =
    input.audience ??
    (await makeSegment(
      { groups: [{ rules: [{ field: 'domain', op: 'contains', value: 'example.com' }] }] },
      { title: `everybody ${++count}`, ...of },
    ));
  const audience = 'id' in segment ? { segments: [segment.id] } : segment;
  const template = input.template ?? (await makeTemplate({ ...NEWSLETTER, ...of })).key;
  const defaults = { title: `campaign ${++count}`, template, audience, variables: { issue: 'marzo' } };
  return createCampaign(testContext, CampaignInput.parse({ ...defaults, ...input }));
}

/** Many at once, past all that looks at each. */
export async function plantContacts(many: number, domain = 'example.com'): Promise<void> {
  const ids = Array.from({ length: many }, () => newId());
  await sql()`
    insert into contacts (id, identity, name, email, email_compared, language)
    select id, 'email:p' || n || '@' || ${domain}::text, 'Person ' || n, 'p' || n || '@' || ${domain}::text, 'p' || n || '@' || ${domain}::text, 'es'
    from unnest(${ids}::uuid[]) with ordinality as t(id, n)`;
}

/** Runs its jobs as the queue would, one after the other, until there is nothing to do at this moment. */
export async function runToEnd(id: string, most = 200): Promise<CampaignView> {
  for (let ran = 0; ran < most; ran++) {
    await runCampaign(worker, id);
    const { state, finishedAt } = await getCampaign(testContext, { id });
    if (finishedAt || state === 'paused' || state === 'deciding') break;
  }
  return getCampaign(testContext, { id });
}

/** Where the settings want a second person: it is there, and nothing else is missing. */
async function toApprove(): Promise<{ id: string }> {
  await updateSettings(testContext, { security: { campaignApproval: true } });
  const email = `second${++count}@example.com`;
  await createUser(testContext, {
    email,
    name: 'Rosa',
    role: 'technician',
    password: 'correct horse battery',
  });
  await makeContact({ email: `reader${count}@example.com` });
  const { id } = await makeCampaign();
  return { id };
}

async function inState(state: string, test = false): Promise<{ id: string }> {
  const metric = 'clicks' as const;
  const more = test && { variants: [{}, { subject: 'B' }], test: { percent: 20, metric, waitHours: 1 } };
  const { id } = await makeCampaign(more || {});
  await sql()`update campaigns set state = ${state} where id = ${id}`;
  return { id };
}

async function sent(): Promise<{ id: string }> {
  await updateSettings(testContext, { security: { campaignApproval: false } });
  await makeContact({ email: `reads${++count}@example.com` });
  const { id } = await makeCampaign();
  await startCampaign(testContext, { id, anyway: true });
  await sql()`update campaigns set state = 'finished', finished_at = now() where id = ${id}`;
  return { id };
}

/** Of which one person clicked. */
async function clicked(): Promise<{ id: string }> {
  const { id } = await inState('finished');
  const { id: contactId } = await makeContact({ email: `clicks${++count}@example.com` });
  const { id: messageId } = await makeMessage();
  await sql()`
    insert into campaign_recipients (campaign_id, contact_id, send_at, state, message_id) values (${id}, ${contactId}, now(), 'queued', ${messageId})`;
  await sql()`insert into events (id, message_id, type, at) values (${newId()}, ${messageId}, 'clicked', now())`;
  return { id };
}

/** By what is done with them: campaigns with which it can be. */
export function campaignsUnderWay(): Record<string, () => Promise<Record<string, string>>> {
  return {
    'DELETE /api/v1/lists/[id]/members/[contact]': makeMember,
    'POST /api/v1/campaigns/[id]/ask-approval': toApprove,
    'POST /api/v1/campaigns/[id]/approve': toApprove,
    'POST /api/v1/campaigns/[id]/decline': toApprove,
    'POST /api/v1/campaigns/[id]/pause': () => inState('sending'),
    'POST /api/v1/campaigns/[id]/resume': () => inState('paused'),
    'POST /api/v1/campaigns/[id]/stop': () => inState('paused'),
    'POST /api/v1/campaigns/[id]/decide': () => inState('deciding', true),
    'POST /api/v1/campaigns/[id]/start': () => inState('sending'),
    'POST /api/v1/campaigns/[id]/resend': () => inState('finished'),
    'POST /api/v1/campaigns/[id]/publish': sent,
    'POST /api/v1/campaigns/[id]/recipients/list': clicked,
  };
}
