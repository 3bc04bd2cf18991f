/** The eight groups of an IPv6 address; the URL parser writes every spelling of an address in one way (WHATWG URL, IPv6 serializer). */
export function groupsOf(address: string): number[] {
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = written.split('::');
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [front, back] = [read(head), read(tail ?? '')];
  return [...front, ...Array(8 - front.length - back.length).fill(0), ...back];
}
