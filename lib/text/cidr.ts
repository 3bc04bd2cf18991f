import { BlockList, isIP } from 'node:net';

export function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** An IPv4 address counts alike however it is written: Node compares it as the mapped one. */
export function isInList(list: BlockList, address: string): boolean {
  const bare = address.split('%')[0]!;
  const family = isIP(bare);
  return family !== 0 && list.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}

/** Is all of the one range within the other? */
export function isWithin(inner: string, outer: string): boolean {
  const [address = '', prefix] = inner.split('/');
  const [other = '', otherPrefix] = outer.split('/');
  if (isIP(address) !== isIP(other)) return false;
  return Number(prefix) >= Number(otherPrefix) && isInList(blockList([outer]), address);
}
