import { settingsFor } from '@/lib/companies/settings-for';
import { publicUrl } from '@/lib/env';
import { translator } from '@/lib/i18n/translate';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import { prepareSuccessors } from '@/lib/tokens/successor';
import {
  notePickupMail,
  noteWarningMail,
  type PickupToMail,
  pickupsToMail,
  type WarningToMail,
  warningsToMail,
} from '@/lib/tokens/to-mail';
import { noteWarnings } from '@/lib/tokens/warnings';
import { tellPeople } from './tell-people';

/** Each minute: new secrets for tokens that rotate by themselves, and who has to be told of those and of what ends soon. */
export async function keepTokens(now: Date): Promise<void> {
  const prepared = await prepareSuccessors(now);
  const warned = await noteWarnings(now);
  if (prepared + warned > 0) log.info('tokens need a person', { prepared, warned });
  for (const pickup of await pickupsToMail()) await attempt(pickup.tokenId, () => mailPickup(pickup, now));
  for (const warning of await warningsToMail(now))
    await attempt(warning.tokenId, () => mailWarning(warning, now));
}

/** One that cannot be told keeps nobody from the others; it is tried again in a minute. */
async function attempt(tokenId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn('nobody was told of a token', { tokenId, error });
  }
}

async function mailPickup(pickup: PickupToMail, now: Date): Promise<void> {
  const { id, name, graceHours, code } = pickup;
  const link = publicUrl() + paths.pickUp(code);
  const problem = await tellPeople(pickup, `token-pickup ${id}`, ({ language, name: person }) => {
    const t = translator(language);
    return {
      subject: t('tokens.mails.pickUp.subject', { name }),
      text: t('tokens.mails.pickUp.text', { person, name, link, hours: graceHours }),
    };
  });
  await notePickupMail(id, now, problem);
}

async function mailWarning(warning: WarningToMail, now: Date): Promise<void> {
  const { tokenId, name, companyId, expiresAt, days } = warning;
  const { timeZone } = await settingsFor(companyId);
  const link = publicUrl() + paths.token(tokenId, { end: 'true' });
  const key = `token-warning ${tokenId} ${expiresAt.getTime()} ${days}`;
  const problem = await tellPeople(warning, key, ({ language, name: person }) => {
    const t = translator(language);
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
    const values = { person, name, link, days: daysLeft(expiresAt, now), at: format.format(expiresAt) };
    return { subject: t('tokens.mails.ends.subject', values), text: t('tokens.mails.ends.text', values) };
  });
  await noteWarningMail(warning, now, problem);
}

/** Rounded up: what ends in some hours ends in a day. */
function daysLeft(expiresAt: Date, now: Date): number {
  return Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / 86_400_000));
}
