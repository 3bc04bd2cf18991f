import type { Checks } from '../checks';
import type { Ledger } from '../mail/ledger';
import type { Fault } from '../mail/session';
import type { Run } from '../scenario';
import { receipt } from '../setup';

const MARKETING = 0.2;
const MOST_RECIPIENTS = 3;

/** One to three recipients each, all with addresses of their own: by them the server knows which message it is about. */
export function makeMessages({ random }: Run, count: number) {
  const kinds = random('messages');
  return Array.from({ length: count }, (_, number) => ({
    ...receipt('smtp', number),
    to: Array.from(
      { length: kinds.between(1, MOST_RECIPIENTS) },
      (_, n) => `smtp-${number}-${n}@example.net`,
    ),
    category: kinds.chance(MARKETING) ? 'marketing' : 'transactional',
  }));
}

/** What the server knows of each address, apart from Relevo. */
export class Witness {
  private readonly refused = new Set<string>();
  private readonly unheard = new Map<string, number>();
  private watching = true;
  readonly askedAgain: string[] = [];

  noteFault(fault: Fault, to: string[]): void {
    if (fault === 'rcpt_550') for (const address of to) this.refused.add(address);
  }

  /** Taken over, and the client did not hear of it: it may come again. */
  noteUnheard(to: string[]): void {
    for (const address of to) this.unheard.set(address, this.unheardOf(address) + 1);
  }

  noteRecipient(address: string): void {
    if (this.watching && this.refused.has(address)) this.askedAgain.push(address);
  }

  /** From here on a person has asked for everything to be sent again, refused addresses too. */
  stop(): void {
    this.watching = false;
  }

  isRefused(address: string): boolean {
    return this.refused.has(address);
  }

  unheardOf(address: string): number {
    return this.unheard.get(address) ?? 0;
  }
}

type Row = {
  id: string;
  status: string;
  category: string;
  resent: boolean;
  recipients: { address: string; status: string }[];
};

/** Each recipient's state, as Relevo shows it, against what the server knows. */
export async function checkRecipients(
  { sql }: Run,
  checks: Checks,
  ids: string[],
  ledger: Ledger,
  witness: Witness,
): Promise<void> {
  const rows = await sql()<Row[]>`
    select id, status, category, resend_count > 0 as resent, recipients from messages where id = any(${ids})`;
  const recipients = rows.flatMap((row) =>
    row.recipients.map(({ address, status }) => {
      const copies = ledger.of(row.id).filter(({ to }) => to.includes(address)).length;
      return { ...row, address, recipient: status, copies, unheard: witness.unheardOf(address) };
    }),
  );
  const list = (found: typeof recipients) =>
    found.map(
      ({ address, status, recipient, copies, unheard }) =>
        `${address}: ${status}/${recipient}, ${copies} copies, ${unheard} unheard`,
    );
  const none = (name: string, test: (recipient: (typeof recipients)[number]) => boolean) =>
    checks.none(name, list(recipients.filter(test)));

  checks.equal('messages', rows.length, ids.length);
  none(
    'marked accepted, but never at the server',
    ({ recipient, copies }) => recipient === 'accepted' && copies === 0,
  );
  none(
    'marked bounced, but not refused for good',
    ({ recipient, address }) => recipient === 'bounced' && !witness.isRefused(address),
  );
  none(
    'lost: not at the server, and nothing says so',
    ({ recipient, copies }) => copies === 0 && !['bounced', 'unknown'].includes(recipient),
  );
  none(
    'acknowledged by the server, but shown as not sent',
    ({ recipient, copies, unheard }) => copies > unheard && !['accepted', 'unknown'].includes(recipient),
  );
  none('waiting although the message is at rest', ({ recipient }) => recipient === 'waiting');
  none('more copies than unknown outcomes explain', ({ copies, unheard }) => copies > 1 + unheard);
  none(
    'marketing sent again after an unknown outcome',
    ({ category, copies, resent }) => category === 'marketing' && copies > 1 && !resent,
  );
  none(
    'unknown outcome, but not shown as uncertain',
    ({ recipient, status }) => recipient === 'unknown' && status !== 'uncertain',
  );
  checks.none('addresses refused with 5xx and asked again', witness.askedAgain);
}
