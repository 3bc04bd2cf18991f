import { createHash } from 'node:crypto';
import type { Context } from '@/lib/context';
import { currentSettings } from '@/lib/settings/current';
import { rulesOf } from '../audience';
import { bad, type CampaignCheck, good } from '../check-result';
import { type Published, publishedOf } from '../published';
import type { CampaignRow } from '../rows';
import { approversOf, isAuthor } from './who';

/** What the page of a campaign says of it; null where the settings want no second person. */
export type ApprovalStanding = {
  state: 'needed' | 'asked' | 'declined' | 'changed' | 'approved';
  askedBy: string | null;
  askedAt: string | null;
  declinedBy: string | null;
  note: string | null;
  approvedBy: string | null;
  approvedAt: string | null;
  /** Of those who could agree. */
  people: string[];
  /** Whether who asks made it, or changed it last. */
  isAuthor: boolean;
};

export async function approvalOf(
  ctx: Pick<Context, 'actor'>,
  row: CampaignRow,
): Promise<ApprovalStanding | null> {
  const { security } = await currentSettings();
  if (!security.campaignApproval) return null;
  const [people, author, basis] = await Promise.all([approversOf(row), isAuthor(ctx, row), basisOf(row)]);
  return {
    state: stateOf(row, basis),
    askedBy: row.approval?.askedBy ?? null,
    askedAt: row.approval?.askedAt ?? null,
    declinedBy: row.approval?.declinedBy ?? null,
    note: row.approval?.note ?? null,
    approvedBy: row.approvedBy,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    people: people.map(({ name }) => name),
    isAuthor: author,
  };
}

function stateOf({ approvedBy, approval }: CampaignRow, basis: string): ApprovalStanding['state'] {
  if (approvedBy !== null) return approval?.basis === basis ? 'approved' : 'changed';
  if (approval?.declinedBy) return 'declined';
  return approval?.askedBy ? 'asked' : 'needed';
}

/** What is agreed to beside the campaign itself: the versions of its templates that are published, and the rules of its segments. */
export async function basisOf(row: CampaignRow): Promise<string> {
  const { segments, without } = row.audience;
  const [published, rules] = await Promise.all([
    publishedOf(row),
    rulesOf(row.companyId, [...segments, ...without.segments]),
  ]);
  const versions = published.map(({ published: found }: { published: Published | null }) =>
    found ? [found.template.id, found.version.number] : null,
  );
  const sorted = [...rules].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([versions, sorted]))
    .digest('base64url');
}

export function checkApproval(standing: ApprovalStanding | null): CampaignCheck[] {
  if (!standing) return [];
  const { state, people, approvedBy, declinedBy, askedBy } = standing;
  if (state === 'approved') return [good('approval', 'approved', { person: approvedBy ?? '' })];
  if (people.length === 0) return [bad('approval', 'nobody')];
  const person = (state === 'declined' ? declinedBy : askedBy) ?? '';
  return [bad('approval', state, { people: namesOf(people), person })];
}

const NAMED = 5;

/** So few that a sentence holds them. */
export function namesOf(people: string[]): string {
  const named = people.slice(0, NAMED).join(', ');
  return people.length > NAMED ? `${named} (+${people.length - NAMED})` : named;
}
