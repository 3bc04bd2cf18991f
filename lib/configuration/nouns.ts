import type { Noun } from './noun';
import { alertRules } from './nouns/alert-rules';
import { companies } from './nouns/companies';
import { domains } from './nouns/domains';
import { bounceMailboxes } from './nouns/mailboxes';
import { notificationTypes } from './nouns/notification-types';
import { providers } from './nouns/providers';
import { replyRules } from './nouns/reply-rules';
import { reports } from './nouns/reports';
import { rules } from './nouns/rules';
import { subjectKinds } from './nouns/subject-kinds';
import { templates } from './nouns/templates';
import { webhooks } from './nouns/webhooks';

/** What a company can have of its own, in the order in which it is made: what names another comes after it. */
export const OWNED: readonly Noun[] = [
  providers,
  domains,
  templates,
  notificationTypes,
  subjectKinds,
  rules,
  bounceMailboxes,
  webhooks,
  alertRules,
  reports,
];

/** What holds for all companies alone. */
export const SHARED: readonly Noun[] = [replyRules];

export const COMPANIES: Noun = companies;
export const NOUNS: readonly Noun[] = [companies, ...OWNED, ...SHARED];

export function nounOf(section: string): Noun {
  const found = NOUNS.find((noun) => noun.section === section);
  if (!found) throw new Error(`there is no section ${section}`);
  return found;
}
