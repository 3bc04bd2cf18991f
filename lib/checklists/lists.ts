import type { GuideName } from '@/lib/help/guides';
import { paths } from '@/lib/paths';

/** Where something is done, and what the guides say of it. */
type Entry = { href: string; help: `${GuideName}#${string}` };

/** All that a system can be asked about itself. `key` names the texts `home.checklists.items.<key>`. */
export const CHECKS = {
  provider: { href: paths.newProvider(), help: 'getting-started#minute-2-the-first-provider' },
  secondProvider: { href: paths.newProvider(), help: 'getting-started#minute-6-a-second-provider' },
  limits: { href: paths.providers(), help: 'administrator#providers-how-many-in-which-order' },
  budgets: { href: paths.providers(), help: 'administrator#providers-how-many-in-which-order' },
  firstMail: { href: paths.compose({ example: 'true' }), help: 'getting-started#minute-4-the-first-message' },
  domain: { href: paths.domains(), help: 'domains#in-the-panel' },
  alerts: { href: paths.monitoring(), help: 'alerts#who-hears-of-it' },
  secondFactor: { href: paths.account(), help: 'security#signing-in' },
  backup: { href: paths.backups(), help: 'running#backups' },
  backupTried: { href: paths.backups(), help: 'running#putting-one-back' },
  ownServer: { href: paths.ownServer(), help: 'own-server-guide#3-make-the-script-and-run-it' },
  workers: { href: paths.workers(), help: 'technician#the-queue-and-its-workers' },
  queue: { href: paths.queue(), help: 'troubleshooting#messages-are-not-sent-and-there-is-no-error' },
  retries: { href: paths.settings({ tab: 'delivery' }), help: 'technician#retries-and-time-outs' },
  log: { href: paths.guide('technician', 'what-it-writes-down'), help: 'technician#what-it-writes-down' },
  metrics: { href: paths.newToken(), help: 'technician#monitoring' },
  webhooks: { href: paths.webhooks(), help: 'webhooks#add-one' },
  publicUrl: { href: paths.guide('running', 'behind-a-proxy'), help: 'running#behind-a-proxy' },
  migrations: { href: paths.guide('technician', 'updates'), help: 'technician#updates' },
  starters: { href: paths.templates(), help: 'templates#make-one' },
  zone: { href: paths.settings({ tab: 'general' }), help: 'technician#once-after-the-installation' },
} satisfies Record<string, Entry>;
export type CheckKey = keyof typeof CHECKS;

/** `key` names the texts `home.checklists.lists.<key>`. */
export const CHECKLISTS = {
  firstDays: ['provider', 'firstMail', 'secondProvider', 'domain', 'alerts', 'secondFactor', 'backup'],
  administrator: ['provider', 'secondProvider', 'limits', 'budgets', 'alerts', 'firstMail'],
  technician: [
    'ownServer',
    'domain',
    'workers',
    'queue',
    'retries',
    'log',
    'metrics',
    'webhooks',
    'publicUrl',
    'backup',
    'backupTried',
  ],
  system: ['migrations', 'starters', 'zone', 'alerts', 'workers'],
} satisfies Record<string, CheckKey[]>;
export type ChecklistKey = keyof typeof CHECKLISTS;

export type Done = Record<CheckKey, boolean>;
/** What the open page knows by itself, and keeps up with: how mail flows. */
export type DoneByFlow = Pick<Done, 'firstMail' | 'workers' | 'queue'>;
export type DoneBefore = Omit<Done, keyof DoneByFlow>;
