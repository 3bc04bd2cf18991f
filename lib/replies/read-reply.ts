/** Longer ones say nothing new, and no expression has to read them. */
export const READ = 1_000;

/** `550-5.1.1 …`, `550 #5.1.0 …`: an enhanced code counts only there; other dotted numbers are addresses, scores and versions. */
const LINE =
  /^\d{3}[ -]? {0,3}(?:[#[(]?([245]\.\d{1,3}\.\d{1,3})\b[\])]?)?[ :-]*(?:(?:smtp )?error[:,-]+ *|sorry,? +)?/i;
/** A page's address is made of any words, too; whose page it is says something. */
const PAGE = /\bhttps?:\/\/([^\s/<>"()?]{1,255})[^\s<>"]{0,500}/gi;
/** Postfix's own words around another server's reply, and what its log adds behind one. */
const QUOTED = /\(in reply to [^)]{1,40}\)|[;,]? ?\b(?:from|to|proto|helo|client|relay)=[^\s,;]{0,255}/gi;
/** An address in numbers is of the machine that sent, never a mailbox or the other domain. */
const OWN_MACHINE =
  /(?<=^|[.:;] )(?:address|host)(?: unknown| not found| invalid)?:? \[?\d{1,3}(?:\.\d{1,3}){3}\b\]?(?!\[| said)|(?<![\w.[])\[?\d{1,3}(?:\.\d{1,3}){3}\]?(?= (?:is|was|has been) (?:\w+ )?(?:black|block|listed|banned))/gi;
/** Names of files are made of any words, too; QQ puts a trace of the session behind its words: `[MGzP… IP: 203.0.113.9]`. */
const OF_MACHINES = /(?<![\w.:/])(?:\/[\w.+-]{1,255}){2,20}|\[\S{6,200} IP: ?[\da-f.:]{3,45}\]/gi;
const ADDRESS = /<?[^\s<>@:,;]{1,100}@[^\s<>@,;:]{1,255}>?/g;

/** A relay that hands on another server's reply. */
const HANDED_ON =
  /^(\d{3}[ -])(?:host \S{1,255} said:|\d\.\d\.\d{1,3} Failed, id=\S{1,60} from MTA\(\S{1,80}\):) \d{3}[ -]/;

/** What is said in it, without addresses, pages and names of machines, and its enhanced code without the first digit. */
export function readReply(text: string): { words: string; enhanced: string | undefined } {
  let enhanced: string | undefined;
  const lines = text
    .slice(0, READ)
    .replace(HANDED_ON, '$1')
    .split(/\r?\n/)
    .map((line) => {
      const match = LINE.exec(line);
      enhanced ??= match?.[1];
      const rest = line.slice(match?.[0].length ?? 0);
      // Some repeat the enhanced code alone on the lines that follow.
      return enhanced && rest.startsWith(enhanced) ? rest.slice(enhanced.length) : rest;
    });
  // An address may be made of any words.
  const words = lines
    .join(' ')
    .replace(PAGE, '$1')
    .replace(OWN_MACHINE, 'your ip')
    .replace(QUOTED, '')
    .replace(OF_MACHINES, '')
    .replace(ADDRESS, '~')
    .replace(/\s+/g, ' ')
    .trim();
  return { words, enhanced: enhanced?.slice(2) };
}
