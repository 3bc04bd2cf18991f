/** Between whom the message went; of the recipients the one the reply is for. */
export type Envelope = { from: string; to: string };

/**
 * Whether a reply names the sender's address or domain and nowhere the recipient's: then what it says is not there, closed or wrong is the
 * sender's, however it is worded ("550 <caja@tienda.example>: User unknown" of a server that asked back). A host under the domain is no name
 * of it: servers tell from where they were called.
 */
export function namesOnlySender(text: string, { from, to }: Envelope): boolean {
  const ours = domainOf(from);
  const theirs = domainOf(to);
  if (!ours || ours === theirs) return false;
  return names(text, ours) && !names(text, theirs);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function names(text: string, domain: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(domain); at >= 0 && domain; at = lower.indexOf(domain, at + 1)) {
    const before = lower[at - 1] ?? ' ';
    const behind = lower.slice(at + domain.length, at + domain.length + 2);
    if (!/[\w.-]/.test(before) && !/^(?:[\w-]|\.\w)/.test(behind)) return true;
  }
  return false;
}
