import { classifyReply } from './classify-reply';

/** In no table, so that all of them are asked; twice, as an expression is compiled the second time it is used. */
const UNHEARD_OF = { code: 550, text: '550 5.9.9 Zwölf Boxkämpfer jagen Viktor quer über den Sylter Deich' };

/** The tables are compiled when they are first used, for some hundred milliseconds: better at the start of a process than between its sends. */
export function compileTables(): void {
  for (const stage of ['recipient', 'data'] as const)
    for (let time = 0; time < 2; time++) classifyReply({ stage, ...UNHEARD_OF });
}
