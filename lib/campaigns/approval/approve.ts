import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { checkRow } from '../check';
import { move, readMine } from '../halt';
import type { CampaignRow } from '../rows';
import type { CampaignView } from '../schema';
import { type ApprovalStanding, approvalOf, basisOf, namesOf } from './standing';
import { tellApprovers } from './tell';

const OPEN = ['draft', 'missed'] as const;

/** Asks a second person to agree: whoever could is written to. @throws AppError not_found, conflict, forbidden */
export async function askForApproval(ctx: Context, { id }: { id: string }): Promise<CampaignView> {
  const row = await readMine(ctx, id);
  const standing = await needed(ctx, row);
  if (standing.people.length === 0) throw nobody();
  const { checks } = await checkRow(row, ctx);
  const wrong = checks.find(({ name, state }) => state === 'bad' && name !== 'approval');
  if (wrong)
    throw new AppError(
      'conflict',
      `Nobody can agree to it yet: ${wrong.name} ${wrong.code}.`,
      refusal('campaign_not_ready', { check: wrong.name }),
    );
  const view = await move(ctx, row, {
    action: 'campaign.ask_approval',
    from: OPEN,
    set: () => ({
      approvedBy: null,
      approvedAt: null,
      approval: { askedBy: ctx.actor.label, askedAt: new Date().toISOString() },
    }),
    done: [],
  });
  await tellApprovers(ctx, row);
  return view;
}

type Looked = { id: string; version?: number | undefined };

/** The second person agrees to what they looked at. @throws AppError not_found, conflict, forbidden */
export async function approveCampaign(ctx: Context, { id, version }: Looked): Promise<CampaignView> {
  const row = await readMine(ctx, id);
  await bySecond(ctx, row);
  const basis = await basisOf(row);
  return move(ctx, row, {
    action: 'campaign.approve',
    from: OPEN,
    set: (before) => {
      refuseOther(before, version ?? row.version);
      const approval = { ...before.approval, declinedBy: undefined, note: undefined, basis };
      return { approvedBy: ctx.actor.label, approvedAt: new Date(), approval };
    },
    done: [],
  });
}

/** The second person does not agree, and says why. @throws AppError not_found, conflict, forbidden */
export async function declineCampaign(
  ctx: Context,
  { id, version, note }: Looked & { note: string },
): Promise<CampaignView> {
  const row = await readMine(ctx, id);
  await bySecond(ctx, row);
  return move(ctx, row, {
    action: 'campaign.decline',
    from: OPEN,
    set: (before) => {
      refuseOther(before, version ?? row.version);
      const approval = { ...before.approval, declinedBy: ctx.actor.label, note, basis: undefined };
      return { approvedBy: null, approvedAt: null, approval };
    },
    done: [],
  });
}

async function needed(ctx: Context, row: CampaignRow): Promise<ApprovalStanding> {
  const standing = await approvalOf(ctx, row);
  if (!standing)
    throw new AppError('conflict', 'The settings want no second person.', refusal('campaign_no_approval'));
  return standing;
}

async function bySecond(ctx: Context, row: CampaignRow): Promise<void> {
  const { isAuthor, people } = await needed(ctx, row);
  if (!isAuthor) return;
  if (people.length === 0) throw nobody();
  throw new AppError(
    'conflict',
    'Who made it or changed it last cannot agree to it.',
    refusal('campaign_own', { people: namesOf(people) }),
  );
}

function nobody(): AppError {
  return new AppError('conflict', 'Nobody else may agree to it.', refusal('campaign_nobody_approves'));
}

/** What was looked at is what is agreed to. */
function refuseOther(before: CampaignRow, version: number): void {
  if (before.version !== version)
    throw new AppError('conflict', 'It was changed a moment ago.', refusal('campaign_state'));
}
