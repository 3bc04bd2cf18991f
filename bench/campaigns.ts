import { createCampaign } from '@/lib/campaigns/change';
import { enqueueCampaigns } from '@/lib/campaigns/enqueue';
import { feedSlice } from '@/lib/campaigns/feed';
import { readCampaign } from '@/lib/campaigns/rows';
import { CampaignInput } from '@/lib/campaigns/schema';
import { takeSnapshot } from '@/lib/campaigns/snapshot';
import { commandContext } from '@/lib/context';
import { forgetEnv } from '@/lib/env';
import { createSegment } from '@/lib/segments/change';
import { SegmentInput } from '@/lib/segments/schema';
import { previewTemplate } from '@/lib/templates/preview';
import { NEWSLETTER } from '@/lib/testing/campaigns';
import { makeTemplate } from '@/lib/testing/templates';
import type { Cluster } from './cluster';
import type { Options } from './options';
import { describeRate, type Rate } from './rate';
import { atLeast, atMost, median, type Report } from './report';
import { SinkProcess } from './sink-process';
import { System } from './system';
import { watchWorker } from './watch-worker';

const PEOPLE = 200_000;
const WARM_UP = 1000;
const DOMAIN = 'bench-campaigns.example';

/** All five are asked of each; all of them match everybody. */
const FIVE_RULES = [
  { field: 'domain', op: 'eq', value: DOMAIN },
  { field: 'language', op: 'eq', value: 'es' },
  { field: 'name', op: 'contains', value: 'Person' },
  { field: 'fields.grade', op: 'lt', value: 10 },
  { field: 'clicked', op: 'never' },
];

/** Who a newsletter is for, and a message for each of them; and what one worker makes of it and sends, against the same words that wait already. */
export async function measureCampaigns(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const sink = await SinkProcess.start();
  const plain: Rate[] = [];
  const ofCampaign: Rate[] = [];
  try {
    const { decidedS, madeS } = await makeAll(cluster);
    for (let round = 0; round < options.rounds; round++) {
      plain.push(await drain(cluster, sink, options, false));
      ofCampaign.push(await drain(cluster, sink, options, true));
    }
    return {
      lines: [
        `${PEOPLE} people by five rules: written down in ${decidedS.toFixed(1)} s, their messages made in ${madeS.toFixed(1)} s by one process, a thousand at a time`,
        `${options.messages} messages each, medians of ${options.rounds} rounds`,
        describeRate('words of their own, waiting', plain, median),
        describeRate('made by a campaign meanwhile', ofCampaign, median),
      ],
      figures: [
        atMost('audience of 200,000 resolved and written down', decidedS * 1000, 20_000, 'ms'),
        atLeast(
          'a campaign, made and sent, against waiting messages',
          ofCampaign.map(({ perSecond }, index) => perSecond / plain[index]!.perSecond),
          0.85,
        ),
      ],
    };
  } finally {
    await sink.stop();
  }
}

async function makeAll(cluster: Cluster): Promise<{ decidedS: number; madeS: number }> {
  const system = await System.open(cluster, 'campaigns', { sinkPort: 25, connections: 1 });
  forgetEnv();
  try {
    const id = await prepare(system, PEOPLE);
    const began = performance.now();
    await takeSnapshot(await readCampaign({ companyId: null }, id));
    const decided = performance.now();
    const row = await readCampaign({ companyId: null }, id);
    let made = 0;
    for (let slice = await feedSlice(row, PEOPLE); slice.looked > 0; slice = await feedSlice(row, PEOPLE))
      made += slice.ids.length;
    if (made !== PEOPLE) throw new Error(`${made} messages for ${PEOPLE} people.`);
    return { decidedS: (decided - began) / 1000, madeS: (performance.now() - decided) / 1000 };
  } finally {
    await system.close();
  }
}

async function drain(
  cluster: Cluster,
  sink: SinkProcess,
  { messages, connections }: Options,
  isCampaign: boolean,
): Promise<Rate> {
  const system = await System.open(cluster, 'campaigns', { sinkPort: sink.port, connections });
  forgetEnv();
  try {
    const count = WARM_UP + messages;
    if (isCampaign) await enqueueCampaigns([await prepare(system, count)]);
    else await system.fill(count, await ownWords());
    return await watchWorker({ cluster, system, sink }, { warmUp: WARM_UP, count: messages });
  } finally {
    await system.close();
  }
}

/** Contacts, and a campaign to all of them that was started just now. @returns its id */
async function prepare({ sql }: System, people: number): Promise<string> {
  const ctx = commandContext('bench');
  await sql`
    insert into contacts (id, identity, name, email, email_compared, language, fields)
    select gen_random_uuid(), 'email:' || address, 'Person ' || n, address, address, 'es', jsonb_build_object('grade', n % 10)
    from (select n, 'p' || n || '@' || ${DOMAIN}::text as address from generate_series(1, ${people}) n) as each`;
  await sql`vacuum analyze contacts`;
  const template = await makeTemplate({ ...NEWSLETTER, key: 'bench' });
  const rules = { groups: [{ rules: FIVE_RULES }] };
  const { id: segment } = await createSegment(ctx, SegmentInput.parse({ title: 'Everybody', rules }));
  const input = { title: 'News', template: template.key, variables: { issue: 'marzo' } };
  const { id } = await createCampaign(
    ctx,
    CampaignInput.parse({ ...input, audience: { segments: [segment] } }),
  );
  const variants = [{ templateId: template.id, templateVersion: 1 }];
  // Past the checks of whoever starts one, which ask the outside.
  await sql`
    update campaigns set state = 'preparing', started_at = now(), variants = ${sql.json(variants)}::jsonb where id = ${id}`;
  return id;
}

/** What the newsletter says, as a message brings it itself. */
async function ownWords() {
  const { id } = await makeTemplate({ ...NEWSLETTER, key: 'bench' });
  const { subject, html, text } = await previewTemplate(commandContext('bench'), {
    id,
    variables: { issue: 'marzo' },
  });
  return { subject, html, text, priority: 'low' };
}
