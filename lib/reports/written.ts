export type Picture = { id: string; svg: string; alt: string };
export type Tile = { name: string; value: string; change: string };

/** What a report says, before it is text or HTML. */
export type Written = {
  title: string;
  whose: string;
  lines: string[];
  tiles: Tile[];
  pictures: Picture[];
  table: { head: string[]; rows: string[][] };
  link: { href: string; said: string };
  foot: string;
};
