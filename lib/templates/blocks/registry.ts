import { button } from './kinds/button';
import { day } from './kinds/day';
import { divider } from './kinds/divider';
import { emblem } from './kinds/emblem';
import { facts } from './kinds/facts';
import { figure } from './kinds/figure';
import { footer } from './kinds/footer';
import { header } from './kinds/header';
import { heading } from './kinds/heading';
import { image } from './kinds/image';
import { items } from './kinds/items';
import { notice } from './kinds/notice';
import { progress } from './kinds/progress';
import { social } from './kinds/social';
import { spacer } from './kinds/spacer';
import { steps } from './kinds/steps';
import { text } from './kinds/text';

/** Every kind of block, in the order in which they are offered. A new one is one file and one line here. */
export const BLOCKS = {
  heading,
  text,
  button,
  image,
  figure,
  facts,
  items,
  notice,
  steps,
  progress,
  day,
  emblem,
  divider,
  spacer,
  social,
  header,
  footer,
} as const;

export type BlockKindName = keyof typeof BLOCKS;
export const BLOCK_KINDS = Object.keys(BLOCKS) as BlockKindName[];
