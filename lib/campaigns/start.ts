import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { AppError, invalid } from '@/lib/errors';
import { acceptMessage } from '@/lib/intake/accept';
import type { Accepted } from '@/lib/intake/accepted';
import { MessageInput } from '@/lib/messages/schema';
import { refusal } from '@/lib/refusals';
import { examplesOf } from '@/lib/templates/examples-of';
import { renderRendition } from '@/lib/templates/render';
import { renditionFor } from '@/lib/templates/renditions';
import { namesOf } from './approval/standing';
import { checkRow } from './check';
import { wordsFor } from './compose';
import { enqueueCampaigns } from './enqueue';
import { move, readMine } from './halt';
import { publishedOf } from './published';
import { type CampaignRow, viewCampaign } from './rows';
import type { CampaignView } from './schema';
import { RUNNING } from './states';
import { firstInstantOf, instantOf } from './times';

/**
 * At once, or at its time. From now on it has the versions of its templates that are published at this moment. Pressed twice it begins once.
 * @throws AppError not_found, conflict with what keeps it from being started, forbidden
 */
export async function startCampaign(
  ctx: Context,
  { id, anyway }: { id: string; anyway: boolean },
): Promise<CampaignView> {
  const row = await readMine(ctx, id);
  if ((RUNNING as readonly string[]).includes(row.state) || row.state === 'scheduled')
    return viewCampaign(row);
  const { checks, approval } = await checkRow(row, ctx);
  const stopping = checks.find(({ state }) => state === 'bad' || (state === 'warn' && !anyway));
  if (stopping?.name === 'approval') {
    const people = namesOf(approval?.people ?? []);
    throw new AppError(
      'conflict',
      people ? `A second person has to agree first: ${people}.` : 'Nobody else may agree to it.',
      people ? refusal('campaign_unapproved', { people }) : refusal('campaign_nobody_approves'),
    );
  }
  if (stopping) {
    const reason = refusal(stopping.state === 'bad' ? 'campaign_not_ready' : 'campaign_warned', {
      check: stopping.name,
    });
    throw new AppError('conflict', `It cannot begin: ${stopping.name} ${stopping.code}.`, reason);
  }
  const published = await publishedOf(row);
  const own = row.variants.length > 0 ? row.variants : [{}];
  const variants = own.map((variant, at) => {
    const { template, version } = published[at]!.published!;
    return { ...variant, templateId: template.id, templateVersion: version.number };
  });
  const beginsAt = await beginOf(row);
  const isNow = beginsAt.getTime() <= Date.now();
  const view = await move(ctx, row, {
    action: 'campaign.start',
    from: ['draft', 'missed'],
    set: ({ version }) => {
      // What was looked at is what begins.
      if (version !== row.version)
        throw new AppError('conflict', 'It was changed a moment ago.', refusal('campaign_state'));
      return {
        state: isNow ? 'preparing' : 'scheduled',
        reason: null,
        variants,
        beginsAt,
        startedBy: ctx.actor.label,
        startedAt: isNow ? new Date() : null,
      };
    },
    done: [...RUNNING, 'scheduled'],
  });
  if (isNow) await enqueueCampaigns([id]);
  return view;
}

/** Where each has their own hour: that of whose clocks are ahead of all others. */
async function beginOf({ startsAt, zoned, companyId }: CampaignRow): Promise<Date> {
  if (startsAt === null) return new Date();
  const { timeZone } = await settingsFor(companyId);
  const at = instantOf(startsAt, timeZone);
  // The last of them have it up to a day later than those here: only then is all of it in the past.
  if (at.getTime() < Date.now() - 60_000) throw invalid('startsAt', 'past');
  return zoned ? firstInstantOf(startsAt) : at;
}

/** As whoever gets it would have it, with the examples of the template where nothing was said. @throws AppError not_found, forbidden, conflict */
export async function testCampaign(
  ctx: Context,
  { id, to, variant }: { id: string; to: string; variant: number },
): Promise<Accepted> {
  const row = await readMine(ctx, id);
  const { published } = (await publishedOf(row))[variant] ?? { published: null };
  if (!published)
    throw new AppError(
      'conflict',
      'Its template cannot be used.',
      refusal('campaign_not_ready', { check: 'template' }),
    );
  const { template, version, languages } = published;
  const language =
    row.language && languages.includes(row.language) ? row.language : template.fallbackLanguage;
  const rendition = await renditionFor(version, language, row.companyId, wordsFor(row, variant));
  const rendered = renderRendition(rendition, {
    variables: { ...examplesOf(version.variables), ...row.variables },
    recipient: { email: to },
    message: { id },
    now: new Date().toISOString(),
  });
  const input = MessageInput.parse({
    to,
    ...(row.fromEmail && {
      from: row.fromName ? { email: row.fromEmail, name: row.fromName } : row.fromEmail,
    }),
    ...rendered,
    category: 'marketing',
    priority: 'high',
    company: row.companyId,
    tags: ['campaign-test'],
  });
  return acceptMessage(ctx, input);
}
