import { Breath } from './breath';

/** What `work` makes of each, in order, with turns for others in between: for lists as long as a request may have them. */
export async function mapInTurns<Item, Made>(
  items: readonly Item[],
  work: (item: Item, index: number) => Made,
): Promise<Made[]> {
  const made: Made[] = [];
  const breath = new Breath();
  for (const [index, item] of items.entries()) {
    made.push(work(item, index));
    await breath.take();
  }
  return made;
}
