import type { StoredBooks } from '@/drizzle/schema/campaigns';
import { createCampaign } from '@/lib/campaigns/change';
import { enqueueCampaigns } from '@/lib/campaigns/enqueue';
import { CampaignInput } from '@/lib/campaigns/schema';
import { NEWSLETTER } from '@/lib/testing/campaigns';
import { testContext } from '@/lib/testing/factories';
import { makeSegment } from '@/lib/testing/lists';
import { makeTemplate } from '@/lib/testing/templates';
import { checkConsistency } from '../books';
import { Checks } from '../checks';
import { besideSystem } from '../database';
import { MailServer } from '../mail/server';
import { signalProcess, waitForSuccessor } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider } from '../setup';
import { sleep, until } from '../waiting';
import { findInFlight } from './worker-kills';

const PEOPLE = 20_000;
const KILLS = 20;
const DOMAIN = 'campaign-kills.example';
/** After the last kill. What a dead worker held is looked for once a minute. */
const LIMIT_MS = 300_000;

/** `kill -9` of the worker, again and again, while a newsletter is made and sent: nobody has it twice, and the books balance. */
export const campaignKills: Scenario = {
  name: 'campaign-kills',
  timeLimitSeconds: { full: 1_800 },
  run,
};

async function run(run: Run): Promise<Report> {
  const { client, random, signal, sql } = run;
  const think = random('think');
  const [people, kills] = [PEOPLE, KILLS];
  const server = await MailServer.start('campaign-kills', { thinkMs: () => think.between(2, 10) });
  await addProvider(client, server, { pool: { maxConnections: 10 } });
  const id = await beginCampaign(run, people);
  const inFlight = await killWhileItRuns(run, server, people, kills);
  const began = Date.now();
  const finished = await until(
    async () =>
      (await sql()`select from campaigns where id = ${id} and finished_at is not null`).length === 1,
    { limitMs: LIMIT_MS, everyMs: 500, signal },
  );
  const seconds = Math.round((Date.now() - began) / 1000);

  const checks = new Checks();
  const [row] = await sql()<{ state: string; books: StoredBooks }[]>`
    select state, books from campaigns where id = ${id}`;
  const { audience, sent, uncertain } = row!.books;
  checks.that('it is over', finished && row!.state === 'finished', row!.state);
  checks.that(
    'the books balance: all were sent it, but for those of whom nobody knows',
    audience === people && sent + uncertain === people,
    row!.books,
  );
  const messages = await sql()<{ id: string; status: string }[]>`
    select m.id, m.status from messages m join campaign_recipients r on r.message_id = m.id where r.campaign_id = ${id}`;
  const all = await sql()`select from messages where campaign_id = ${id}`;
  checks.equal('a message for each', messages.length, people);
  checks.equal('and no other', all.length, people);
  checks.none('sent twice', server.ledger.repeated());
  checks.none(
    'never at the mail server, though nobody doubts it',
    messages.filter((message) => message.status !== 'uncertain' && server.ledger.of(message.id).length === 0),
  );
  checks.atMost('uncertain ones, of those in flight at the kills', uncertain, inFlight);
  await checkConsistency(run, checks);
  server.down();
  return {
    done: `${kills} × kill -9 of the worker while a newsletter to ${people} people is made and sent`,
    figures: { people, kills, inFlightAtKills: inFlight, sent, uncertain, secondsAfterLastKill: seconds },
    checks: checks.list,
  };
}

/** Past the checks of whoever starts one: nothing here is reached from outside. @returns its id */
async function beginCampaign({ system, sql }: Run, people: number): Promise<string> {
  await sql()`
    insert into contacts (id, identity, email, email_compared, language)
    select gen_random_uuid(), 'email:' || address, address, address, 'es'
    from (select 'p' || n || '@' || ${DOMAIN}::text as address from generate_series(1, ${people}) n) as each`;
  return besideSystem(system, async () => {
    const template = await makeTemplate({ ...NEWSLETTER, key: 'campaign-kills' });
    const rules = { groups: [{ rules: [{ field: 'domain', op: 'contains' as const, value: DOMAIN }] }] };
    const { id: segment } = await makeSegment(rules);
    const input = { title: 'News', template: template.key, variables: { issue: 'marzo' } };
    const audience = { segments: [segment] };
    const { id } = await createCampaign(testContext, CampaignInput.parse({ ...input, audience }));
    const variants = [{ templateId: template.id, templateVersion: 1 }];
    await sql()`
      update campaigns set state = 'preparing', started_at = now(), variants = ${sql().json(variants)}::jsonb where id = ${id}`;
    await enqueueCampaigns([id]);
    return id;
  });
}

/** All over the run. @returns how many sends were under way at the kills: so many may be uncertain */
async function killWhileItRuns(run: Run, server: MailServer, people: number, kills: number): Promise<number> {
  const { system, signal, progress } = run;
  const random = run.random('points');
  const most = Math.floor(people * 0.95);
  const points = Array.from({ length: kills }, () => random.between(0, most)).sort((a, b) => a - b);
  let inFlight = 0;
  for (const [index, point] of points.entries()) {
    await until(() => server.ledger.size >= point, { limitMs: LIMIT_MS, everyMs: 2, signal });
    const pid = signalProcess(system, 'worker', 'SIGKILL');
    const begun = await findBegun(run, pid);
    inFlight += begun;
    progress(`kill ${index + 1} of ${kills} after ${server.ledger.size} messages, ${begun} in flight`);
    await waitForSuccessor(system, 'worker', pid);
  }
  return inFlight;
}

/** Its last statements may still be on their way to their commit. The successor frees what it held no earlier than after 400 ms. */
async function findBegun(run: Run, pid: number): Promise<number> {
  const ids = new Set<string>();
  for (const waitMs of [0, 50, 150]) {
    await sleep(waitMs);
    for (const { id } of await findInFlight(run, pid)) ids.add(id);
  }
  return ids.size;
}
