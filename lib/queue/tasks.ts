import type { Priority } from './priority';

/** Every task by name, with what its job carries. A task's file in `jobs/tasks` has the same name. */
export type TaskPayloads = {
  /** Wakes delivery of these messages; the rows are the truth. */
  deliver: { ids: string[] };
  /** The same for urgent messages: its own name gives it its own pool, which a flood of others cannot fill. */
  'deliver-urgent': { ids: string[] };
  /** Finds due messages that no job will wake, and claims that ran out. */
  reconcile: Record<string, never>;
  /** These priorities are no longer paused: what became due meanwhile has no job any more. */
  resume: { priorities: Priority[] };
  /** A provider works again: what is parked and could go through it becomes due. */
  release: { providerId: string };
  /** The limits of a company were changed: what waits for room in them becomes due. */
  'release-of-company': { companyId: string };
  /** An open breaker's time is over: one message, or a health check (`byCheck`: that alone), tells whether the provider works again. */
  probe: { providerId: string; byCheck?: boolean };
  /** Connects to the providers whose last check is older than the settings want. */
  'health-checks': Record<string, never>;
  /** Takes weight from providers in trouble and gives it back in quiet. */
  'heal-weights': Record<string, never>;
  /** Reads what providers told of messages. */
  'read-inbound': Record<string, never>;
  /** A sandbox tells what became of a message that it keeps. */
  'play-sandbox': { providerId: string; key: string; played: { event: string; message: string }[] };
  /** Reads bounces and answers in the mailboxes they come to. */
  'read-mailboxes': Record<string, never>;
  'read-subject-sources': Record<string, never>;
  /** Looks for the records of domains whose time has come. */
  'check-domains': Record<string, never>;
  /** Looks at what others think of domains and their servers: names, certificates, blocklists. */
  'check-domain-health': Record<string, never>;
  /** Finds out who stands behind the addresses that reports of domains tell of. */
  'name-sources': Record<string, never>;
  /** Asks providers for messages that they may have. */
  'ask-providers': Record<string, never>;
  'take-prices': Record<string, never>;
  /** Reads what services hold of suppressed addresses, and keeps both lists in step where that is wanted. */
  'keep-lists': Record<string, never>;
  /** Reads the templates of accounts of WhatsApp: which are approved. */
  'keep-whatsapp-templates': Record<string, never>;
  /** Somebody forgot the password, or says so: a link for the person of that address, if there is one. */
  'forgotten-password': { email: string };
  /** Keeps everything as of now, encrypted. */
  'back-up': Record<string, never>;
  /** Restores the newest backup into a database of its own, to see that it can be. */
  'verify-backup': Record<string, never>;
  /** Folds what was counted into hours and days. */
  'roll-up': Record<string, never>;
  /** Looks for what people have to hear of: alerts. */
  watch: Record<string, never>;
  /** Goes on with notifications: the next channel, or the end. */
  'advance-notifications': Record<string, never>;
  /** The next slice of a campaign, or what else it has to do. */
  'run-campaign': { id: string };
  /** Begins the campaigns whose time has come, and looks after those under way. */
  'run-campaigns': Record<string, never>;
  /** Runs the rules whose time has come, and tells whom they decided for. */
  'run-rules': Record<string, never>;
  /** Prepares the secrets of tokens that rotate by themselves, and tells people of those and of what ends soon. */
  'keep-tokens': Record<string, never>;
  'keep-warm-ups': Record<string, never>;
  /** Replaces the keys of providers that are old, ends those that were replaced, and tells people where only they can. */
  'keep-keys': Record<string, never>;
  /** Sends the reports whose hour has come. */
  'send-reports': Record<string, never>;
  'ensure-partitions': Record<string, never>;
  'clean-up': Record<string, never>;
};
export type TaskName = keyof TaskPayloads;

/**
 * One job wakes at most this many messages: few enough that a worker does not take more than it can send soon, while another one
 * idles. Jobs that start together are claimed with one statement all the same.
 */
export const IDS_PER_JOB = 20;

/**
 * A job is tried again only when its worker crashed; the delivery schedule is ours, and the reconciler is the second net.
 */
export const JOB_MAX_ATTEMPTS = 25;
