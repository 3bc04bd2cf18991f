import { isIP } from 'node:net';
import { type Machine, machineOf } from './machines';

/** What is kept of who opened a message or followed a link, in `detail` of its event. */
export type Visit = {
  link?: string;
  agent?: string;
  ip?: string;
  /** Two letters, ISO 3166. */
  country?: string;
  /** It was no person, and does not count as one. */
  machine?: Machine;
};

const MOST_AGENT = 300;
const MOST_LINK = 2_000;

type Seen = { link?: string; agent?: string; ip?: string; country?: string; machine?: Machine | null };

/** As it is kept: cut to a length, and judged by what the visitor says of itself. `agent` absent: nobody knows it. */
export function visitOf({ link, agent, ip, country, machine }: Seen): Visit {
  const judged = machine ?? (agent === undefined ? null : machineOf(agent));
  return {
    ...(link && { link: link.slice(0, MOST_LINK) }),
    ...(agent && { agent: agent.slice(0, MOST_AGENT) }),
    ...(ip && isIP(ip) && { ip }),
    ...(country && /^[A-Za-z]{2}$/.test(country) && { country: country.toUpperCase() }),
    ...(judged && { machine: judged }),
  };
}
