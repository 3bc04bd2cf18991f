import type { GuideName } from './guides';

/** A guide, or one of its headings by the anchor that it has in English. */
type Place = GuideName | `${GuideName}#${string}`;

/** What the question mark of each page leads to; a test opens each in both languages. */
export const HELP_OF_PAGES: Record<string, Place> = {
  '/': 'administrator#each-day-five-minutes',
  '/account': 'security#signing-in',
  '/ai': 'ai#add-one',
  '/alerts': 'alerts#when-there-is-an-alert',
  '/analytics': 'analytics#what-is-counted-and-when',
  '/api-reference': 'api',
  '/api-reference/[operation]': 'api#a-first-message',
  '/api-reference/errors': 'api#when-something-is-wrong',
  '/audit': 'security#who-changed-what',
  '/bounce-mailboxes': 'bounces-and-suppressions#read-bounces-from-a-mailbox',
  '/campaigns': 'campaigns#a-campaign',
  '/campaigns/[id]': 'campaigns#a-campaign',
  '/companies': 'alerts#several-companies',
  '/companies/[id]': 'alerts#several-companies',
  '/connect': 'connect#what-the-program-needs',
  '/contacts': 'contacts',
  '/contacts/[id]': 'contacts#who-is-the-same-person',
  '/domains': 'domains#in-the-panel',
  '/domains/[id]': 'domains#in-the-panel',
  '/domains/[id]/checks': 'domains#checks-of-the-server',
  '/domains/[id]/reports': 'domains#reports-of-others',
  '/domains/deliverability': 'domains#all-domains-by-all-providers',
  '/drills': 'technician#try-a-bad-day',
  '/drills/[id]': 'technician#try-a-bad-day',
  '/events': 'bounces-and-suppressions#the-event-log',
  '/lists': 'campaigns#lists',
  '/lists/[id]': 'campaigns#segments',
  '/logs': 'running#the-log',
  '/messages': 'troubleshooting#messages-are-not-sent-and-there-is-no-error',
  '/messages/[id]': 'routing#what-happens-after-each-answer',
  '/messages/compose': 'getting-started#minute-4-the-first-message',
  '/notification-types': 'notifications#types',
  '/notification-types/[id]': 'notifications#types',
  '/notifications': 'notifications#what-became-of-it',
  '/notifications/[id]': 'notifications#what-became-of-it',
  '/own-server': 'own-server-guide',
  '/people': 'administrator#who-may-do-what',
  '/people/[id]': 'administrator#who-may-do-what',
  '/providers': 'administrator#providers-how-many-in-which-order',
  '/providers/[id]': 'administrator#what-to-do-when-',
  '/providers/checks': 'getting-started#minute-6-a-second-provider',
  '/providers/new': 'getting-started#minute-2-the-first-provider',
  '/queue': 'troubleshooting#messages-are-not-sent-and-there-is-no-error',
  '/recipients': 'recipients',
  '/recipients/[address]': 'recipients#what-the-page-says',
  '/reply-rules': 'bounces-and-suppressions#rules-of-your-own',
  '/reports': 'analytics#reports-by-mail',
  '/routing': 'routing#how-the-others-are-ranked',
  '/rules': 'notifications#by-the-clock-rules-over-subjects',
  '/rules/[id]': 'notifications#by-the-clock-rules-over-subjects',
  '/sandbox': 'bounces-and-suppressions#trying-it-without-a-provider',
  '/settings': 'technician#retries-and-time-outs',
  '/settings/backups': 'running#backups',
  '/settings/document': 'running#all-settings-as-a-file',
  '/settings/monitoring': 'alerts#what-is-watched',
  '/settings/versions': 'running#versions',
  '/settings/versions/[number]': 'running#versions',
  '/setup/provider': 'getting-started#minute-2-the-first-provider',
  '/subjects': 'notifications#by-the-clock-rules-over-subjects',
  '/suppressions': 'bounces-and-suppressions#what-stops-messages',
  '/templates': 'templates#make-one',
  '/templates/[id]': 'templates#versions',
  '/templates/[id]/edit': 'templates#variables',
  '/tokens': 'tokens#for-whoever-hands-them-out',
  '/tokens/[id]': 'tokens#a-new-secret-without-a-gap',
  '/tokens/pick-up/[code]': 'tokens#by-a-link-to-pick-it-up',
  '/webhooks': 'webhooks',
  '/webhooks/[id]': 'webhooks#look-and-tell-it-again',
  '/workers': 'technician#the-queue-and-its-workers',
};

/** What helps with the page at this address; undefined where there is no page of the panel. */
export function helpOf(pathname: string): { guide: GuideName; anchor?: string } | undefined {
  const parts = pathname.split('/');
  // A page of its own comes before one about any thing: `/providers/new`.
  const place =
    (Object.hasOwn(HELP_OF_PAGES, pathname) ? HELP_OF_PAGES[pathname] : undefined) ??
    Object.entries(HELP_OF_PAGES).find(([page]) => isOf(page.split('/'), parts))?.[1];
  if (!place) return undefined;
  const [guide, anchor] = place.split('#') as [GuideName, string?];
  return { guide, anchor };
}

function isOf(page: string[], parts: string[]): boolean {
  return page.length === parts.length && page.every((part, at) => part.startsWith('[') || part === parts[at]);
}
