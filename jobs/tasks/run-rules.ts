import { runDueRules } from '@/lib/rules/run-due';

export async function runRulesTask(): Promise<void> {
  await runDueRules();
}
