import { BETWEEN_BOTH } from './between-both';
import { FRESH_READER } from './fresh-reader';
import { GOOGLE_AND_MICROSOFT } from './google-and-microsoft';
import { GUIDES_OF_HOSTS } from './guides-of-hosts';
import { HOSTS_AND_RELAYS } from './hosts-and-relays';
import { LIMITS_OF_SENDERS } from './limits-of-senders';
import { LINES_OF_LOGS } from './lines-of-logs';
import { LISTS_AND_FILTERS } from './lists-and-filters';
import { MAILBOX_PROVIDERS } from './mailbox-providers';
import { MORE_OF_THE_FIELD } from './more-of-the-field';
import { ODD_WORDINGS } from './odd-wordings';
import { OTHER_LANGUAGES } from './other-languages';
import { PATTERNS_OF_SENDERS } from './patterns-of-senders';
import { PATTERNS_OF_SISIMAI } from './patterns-of-sisimai';
import { type CorpusReply, readCorpus } from './read-corpus';
import { READERS_OF_MORE } from './readers-of-more';
import { READERS_OF_SERVERS } from './readers-of-servers';
import { RECEIVERS_OF_THE_WORLD } from './receivers-of-the-world';
import { RELAYS_AND_FILTERS } from './relays-and-filters';
import { REPLIES_IN_LOGS } from './replies-in-logs';
import { REPORTS_AND_LOGS } from './reports-and-logs';
import { REPORTS_OF_SENDERS } from './reports-of-senders';
import { RULES_OF_BOUNCES } from './rules-of-bounces';
import { RULES_OF_REFUSALS } from './rules-of-refusals';
import { SERVERS } from './servers';
import { SERVERS_AND_HANDLERS } from './servers-and-handlers';
import { SERVERS_OF_OTHERS } from './servers-of-others';
import { SOFTWARE_OF_THE_WORLD } from './software-of-the-world';
import { SOURCES_AND_THREADS } from './sources-and-threads';
import { THREADS_AND_PROGRAMS } from './threads-and-programs';
import { TRANSLATED_REPLIES } from './translated-replies';

/** Every reply of the corpus, in the order in which it was gathered. */
export const ALL_REPLIES: CorpusReply[] = [
  MAILBOX_PROVIDERS,
  SERVERS,
  RELAYS_AND_FILTERS,
  GOOGLE_AND_MICROSOFT,
  RECEIVERS_OF_THE_WORLD,
  SOFTWARE_OF_THE_WORLD,
  LISTS_AND_FILTERS,
  HOSTS_AND_RELAYS,
  OTHER_LANGUAGES,
  MORE_OF_THE_FIELD,
  ODD_WORDINGS,
  REPORTS_AND_LOGS,
  RULES_OF_BOUNCES,
  RULES_OF_REFUSALS,
  TRANSLATED_REPLIES,
  SERVERS_OF_OTHERS,
  PATTERNS_OF_SENDERS,
  PATTERNS_OF_SISIMAI,
  REPLIES_IN_LOGS,
  LINES_OF_LOGS,
  SERVERS_AND_HANDLERS,
  THREADS_AND_PROGRAMS,
  LIMITS_OF_SENDERS,
  GUIDES_OF_HOSTS,
  SOURCES_AND_THREADS,
  REPORTS_OF_SENDERS,
  READERS_OF_SERVERS,
  READERS_OF_MORE,
  BETWEEN_BOTH,
  FRESH_READER,
].flatMap(readCorpus);
