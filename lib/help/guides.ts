/** The guides of `docs/`, in the order in which they are offered. `key` names the texts `help.groups.<key>`. */
export const GUIDE_GROUPS = [
  {
    key: 'start',
    guides: ['getting-started', 'administrator', 'technician', 'troubleshooting', 'routing', 'keyboard'],
  },
  { key: 'programs', guides: ['api', 'tokens', 'connect', 'webhooks', 'stories', 'coming-from'] },
  {
    key: 'content',
    guides: ['templates', 'sms-and-whatsapp', 'notifications', 'campaigns', 'contacts', 'ai'],
  },
  {
    key: 'delivery',
    guides: ['recipients', 'bounces-and-suppressions', 'domains', 'own-server-guide', 'own-server'],
  },
  { key: 'system', guides: ['watching', 'alerts', 'analytics', 'running', 'variables'] },
  { key: 'proofs', guides: ['security', 'asvs', 'own-server-proof', 'chaos'] },
] as const;

type Group = (typeof GUIDE_GROUPS)[number];
export type GuideName = Group['guides'][number];
export type GuideGroup = Group['key'];

const NAMES: readonly string[] = GUIDE_GROUPS.flatMap(({ guides }) => guides);

export function isGuideName(name: string): name is GuideName {
  return NAMES.includes(name);
}
