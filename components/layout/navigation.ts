import {
  IconAddressBook,
  IconApi,
  IconBell,
  IconBellCog,
  IconBellRinging,
  IconBuilding,
  IconCalendarTime,
  IconCards,
  IconChartBar,
  IconEye,
  IconFileText,
  IconFlame,
  IconHelp,
  IconHistory,
  IconHome,
  IconInbox,
  IconKey,
  IconListSearch,
  IconMail,
  IconMailbox,
  IconMailOff,
  IconPlug,
  IconPlugConnected,
  IconReportAnalytics,
  IconRoute,
  IconSend,
  IconServer2,
  IconServerCog,
  IconSettings,
  IconSparkles,
  IconSpeakerphone,
  IconStack2,
  IconTemplate,
  IconTimeline,
  IconUserCircle,
  IconUserSearch,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
  IconWorldCheck,
} from '@tabler/icons-react';
import { paths } from '@/lib/paths';
import { may, type Permission } from '@/lib/permissions';
import type { Role } from '@/lib/roles';

/** `key` names the texts `shell.nav.<key>` and `shell.sections.<key>`. */
export type NavItem = {
  key: string;
  href: string;
  icon: typeof IconHome;
  technical?: boolean;
  /** Without it the page is not there. */
  may?: Permission;
};
export type NavSection = { key: string; items: NavItem[] };

export const NAVIGATION: NavSection[] = [
  {
    key: 'dashboard',
    items: [
      { key: 'home', href: paths.home(), icon: IconHome },
      { key: 'analytics', href: paths.analytics(), icon: IconChartBar },
      { key: 'alerts', href: paths.alerts(), icon: IconBell },
      { key: 'recipients', href: paths.recipients(), icon: IconUserSearch },
      { key: 'reports', href: paths.reports(), icon: IconReportAnalytics },
    ],
  },
  {
    key: 'sending',
    items: [
      { key: 'messages', href: paths.messages(), icon: IconMail },
      { key: 'queue', href: paths.queue(), icon: IconStack2 },
      { key: 'compose', href: paths.compose(), icon: IconSend },
      { key: 'templates', href: paths.templates(), icon: IconTemplate },
      { key: 'sandbox', href: paths.sandbox(), icon: IconInbox },
    ],
  },
  {
    key: 'notices',
    items: [
      { key: 'notifications', href: paths.notifications(), icon: IconBellRinging },
      { key: 'notificationTypes', href: paths.notificationTypes(), icon: IconBellCog },
      { key: 'rules', href: paths.rules(), icon: IconCalendarTime },
      { key: 'subjects', href: paths.subjects(), icon: IconCards, technical: true },
      { key: 'campaigns', href: paths.campaigns(), icon: IconSpeakerphone },
      { key: 'contacts', href: paths.contacts(), icon: IconAddressBook },
      { key: 'lists', href: paths.lists(), icon: IconUsersGroup },
    ],
  },
  {
    key: 'delivery',
    items: [
      { key: 'providers', href: paths.providers(), icon: IconPlugConnected },
      { key: 'domains', href: paths.domains(), icon: IconWorldCheck },
      { key: 'suppressions', href: paths.suppressions(), icon: IconMailOff },
      { key: 'ownServer', href: paths.ownServer(), icon: IconServer2 },
      { key: 'bounceMailboxes', href: paths.bounceMailboxes(), icon: IconMailbox },
      { key: 'replyRules', href: paths.replyRules(), icon: IconListSearch, technical: true },
      { key: 'events', href: paths.events(), icon: IconTimeline, technical: true },
      { key: 'routing', href: paths.routing(), icon: IconRoute, technical: true },
      { key: 'drills', href: paths.drills(), icon: IconFlame, technical: true },
    ],
  },
  {
    key: 'ai',
    items: [{ key: 'ai', href: paths.ai(), icon: IconSparkles }],
  },
  {
    key: 'security',
    items: [
      { key: 'connect', href: paths.connect(), icon: IconPlug },
      { key: 'tokens', href: paths.tokens(), icon: IconKey },
      { key: 'api', href: paths.api(), icon: IconApi },
      { key: 'people', href: paths.people(), icon: IconUsers, may: 'people.read' },
      { key: 'audit', href: paths.audit(), icon: IconHistory, may: 'audit.read' },
      { key: 'account', href: paths.account(), icon: IconUserCircle },
    ],
  },
  {
    key: 'system',
    items: [
      { key: 'settings', href: paths.settings(), icon: IconSettings },
      { key: 'monitoring', href: paths.monitoring(), icon: IconEye },
      { key: 'webhooks', href: paths.webhooks(), icon: IconWebhook, may: 'webhooks.read' },
      { key: 'companies', href: paths.companies(), icon: IconBuilding },
      { key: 'workers', href: paths.workers(), icon: IconServerCog, technical: true },
      { key: 'logs', href: paths.logs(), icon: IconFileText, technical: true, may: 'audit.read' },
      { key: 'help', href: paths.guides(), icon: IconHelp },
    ],
  },
];

/** What there is in this mode for somebody of this role; a section without pages is none. */
export function shownSections(technical: boolean, role: Role, all = NAVIGATION): NavSection[] {
  const isShown = (item: NavItem) => (technical || !item.technical) && (!item.may || may(role, item.may));
  return all
    .map(({ key, items }) => ({ key, items: items.filter(isShown) }))
    .filter(({ items }) => items.length > 0);
}

/** The most specific entry the path lies under: `/messages/compose` is not "Messages". */
export function activeHref(pathname: string): string | undefined {
  return NAVIGATION.flatMap((section) => section.items)
    .map((item) => item.href)
    .filter((href) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
