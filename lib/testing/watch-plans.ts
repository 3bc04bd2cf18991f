import postgres from 'postgres';
import { databaseUrl } from '@/lib/database/database-url';
import { sql } from '@/lib/database/db';
import { holder } from '@/lib/database/pools';

export type Plan = { locks: boolean; prunesAtRunTime: boolean };

/**
 * From now on the delivery path of this test file tells the plan of each of its statements, made with the choices that make PostgreSQL look up
 * every row by itself: what it does not do then, it does with no statistics.
 */
export async function watchPlans(onPlan: (plan: Plan) => void): Promise<void> {
  await sql().end();
  holder.relevoPools!.sql = postgres(databaseUrl(), {
    max: 4,
    onnotice: ({ message, detail }) => {
      if (message === 'plan:') onPlan(read(detail!.replaceAll(/\s+/g, ' ')));
    },
    connection: {
      application_name: 'relevo',
      plan_cache_mode: 'force_generic_plan',
      enable_seqscan: 'off',
      enable_bitmapscan: 'off',
      enable_hashjoin: 'off',
      enable_mergejoin: 'off',
      jit: 'off',
      client_min_messages: 'log',
      debug_print_plan: 'on',
      debug_pretty_print: 'off',
    } as Record<string, string>,
  });
}

function read(tree: string): Plan {
  return {
    // An update (2) or a delete (4), or a lock: it waits for whoever changes the row, and looks again.
    locks: /\{LOCKROWS|:operation [24] :canSetTag/.test(tree),
    prunesAtRunTime: tree.includes(':exec_pruning_steps ('),
  };
}
