import { type AblePerson, peopleWhoMay } from '@/lib/auth/people-who-may';
import type { Context } from '@/lib/context';
import { makerOfToken } from '@/lib/tokens/maker-of';
import type { CampaignRow } from '../rows';

/** Who is behind it: a token stands for the person who made it, so that nobody is their own second person by a program. Null: the command line. */
export async function whoActs({ actor }: Pick<Context, 'actor'>): Promise<string | null> {
  if (actor.type === 'token') return (await makerOfToken(actor.id)) ?? actor.id;
  return actor.id;
}

type Authored = Pick<CampaignRow, 'makerId' | 'changerId' | 'createdBy' | 'companyId'>;

/** Made it, or changed it last. Of campaigns from before this was noted the name has to do. */
export async function isAuthor(ctx: Pick<Context, 'actor'>, row: Authored): Promise<boolean> {
  const who = await whoActs(ctx);
  if (row.makerId === null && row.createdBy === ctx.actor.label) return true;
  return who !== null && (who === row.makerId || who === row.changerId);
}

/** The people who could be the second one. */
export async function approversOf({
  makerId,
  changerId,
  createdBy,
  companyId,
}: Authored): Promise<AblePerson[]> {
  const people = await peopleWhoMay('campaigns.write', companyId);
  return people.filter(
    ({ id, email }) => id !== makerId && id !== changerId && !(makerId === null && email === createdBy),
  );
}
