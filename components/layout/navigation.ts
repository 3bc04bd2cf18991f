import {
  IconBuilding,
  IconFlame,
  IconHome,
  IconInbox,
  IconKey,
  IconMail,
  IconPlugConnected,
  IconRoute,
  IconSend,
  IconServerCog,
  IconSettings,
  IconStack2,
  IconUserCircle,
} from '@tabler/icons-react';

/** `key` names the texts `shell.nav.<key>`; a section without items is not built yet and says so. */
export type NavItem = { key: string; href: string; icon: typeof IconHome; technical?: boolean };
export type NavSection = { key: string; items: NavItem[] };

export const NAVIGATION: NavSection[] = [
  { key: 'dashboard', items: [{ key: 'home', href: '/', icon: IconHome }] },
  {
    key: 'email',
    items: [
      { key: 'messages', href: '/messages', icon: IconMail },
      { key: 'queue', href: '/queue', icon: IconStack2 },
      { key: 'compose', href: '/messages/compose', icon: IconSend },
      { key: 'sandbox', href: '/sandbox', icon: IconInbox },
      { key: 'providers', href: '/providers', icon: IconPlugConnected },
      { key: 'routing', href: '/routing', icon: IconRoute, technical: true },
      { key: 'drills', href: '/drills', icon: IconFlame, technical: true },
    ],
  },
  { key: 'ai', items: [] },
  {
    key: 'security',
    items: [
      { key: 'tokens', href: '/tokens', icon: IconKey },
      { key: 'account', href: '/account', icon: IconUserCircle },
    ],
  },
  {
    key: 'system',
    items: [
      { key: 'settings', href: '/settings', icon: IconSettings },
      { key: 'companies', href: '/companies', icon: IconBuilding, technical: true },
      { key: 'workers', href: '/workers', icon: IconServerCog, technical: true },
    ],
  },
];

/** The most specific entry the path lies under: `/messages/compose` is not "Messages". */
export function activeHref(pathname: string): string | undefined {
  return NAVIGATION.flatMap((section) => section.items)
    .map((item) => item.href)
    .filter((href) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
