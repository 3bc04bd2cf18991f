import { whole } from './bounds';
import { categories } from './categories';

/** When phones are left alone: what nobody waits for goes in the morning, by the clocks of the company. The same hour twice: never. */
export const quietHours = {
  categories: categories.default(['marketing']),
  fromHour: whole(0, 23).default(21),
  untilHour: whole(0, 23).default(8),
};
