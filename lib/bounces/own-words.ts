/** Words of the reporting server itself, which nobody answered: no reply, so not among the rules for replies. */
export const OF_NETWORK =
  /connection (?:was )?(?:refused|timed out|reset|lost|closed|dropped)|(?:host|server) is not responding|lost connection|(?:time-?out|timed out) (?:during|while|waiting|after)|: timed out\b|operation timed out|no route to host|network (?:is )?unreachable|host (?:is )?(?:unreachable|not reachable)|connection to .{0,80} could not be established|(?:did not accept|unable to establish|wasn't able to establish) (?:our requests to connect|an smtp connection)|have been failing for a long time|retry time(?:out)? (?:exceeded|not reached)|no smtp connection got far enough(?!.{0,80}rcpt)|malformed or unexpected name server reply/i;

/** qmail-remote.c; Exim's dnslookup router; OpenSMTPD's mta.c. */
export const NO_SERVER =
  /couldn't find (?:a mail exchanger|any host named|any host by that name)|indicated no smtp service|all relevant mx records point to non-existent hosts|no mx found for (?:the )?domain|domain does not accept mail/i;

/** Words of the reporting server itself, which looked for the recipient's. */
export const OF_DNS =
  /\bdns\b|name service|\bmx\b|mail exchanger|\b(?:host|domain)(?: \S+){0,5} (?:not found|does not exist|unknown)|(?:no such|unknown|illegal) (?:host|domain)|host unknown|nxdomain|unroute?able/i;

/** What servers say of every message that did not arrive, before they say why. */
export const INTRODUCTIONS =
  /\b(?:delivery|your (?:message|e-?mail)|(?:the |this )?(?:message|mail)) (?:to |for |has |have |could |was |wasn't |were )[^\n]{0,120}?(?:failed|not (?:be )?delivered|undeliverable|delayed|delivered to(?= \S+@))(?: permanently)?[:.]?|\bdid not reach the following recipients?(?:\(s\))?|\bundeliverable (?:to|for)\b|\bthe following (?:address(?:es|\(es\))?|recipients?(?:\(s\))?) (?:failed|had \w{1,12} (?:\w{1,12} )?(?:errors|problems)|could not be reached)|\bthis is (?:a permanent error|an automatically generated delivery status notification)|\bunable to deliver (?:the |your )?message to(?: the following (?:recipients?|address(?:es)?))?/gi;

/** A program behind the mailbox failed, and says whatever programs say: local(8) of Postfix, Exim's pipe transport. But for a full mailbox. */
export const OF_COMMAND =
  /\bcommand (?:died|time limit)|\bpipe to \||following text was generated during the delivery attempt|couldn't create "\/|can't create (?:user )?output file/i;
