import { Command } from 'commander';
import { verbsOf } from './verbs-of';

/** Only what is asked for is loaded: all of it takes half as long again to start. */
const NOUNS: Record<string, () => Promise<Command>> = {
  admin: async () => (await import('./admin')).adminCommand(),
  company: async () => (await import('./company')).companyCommand(),
  audit: async () => (await import('./audit')).auditCommand(),
  person: async () => (await import('./person')).personCommand(),
  token: async () => (await import('./token')).tokenCommand(),
  provider: async () => (await import('./provider')).providerCommand(),
  domain: async () => (await import('./domain')).domainCommand(),
  doctor: async () => (await import('./doctor')).doctorCommand(),
  message: async () => (await import('./message')).messageCommand(),
  address: async () => (await import('./address')).addressCommand(),
  bounce: async () => (await import('./bounce')).bounceCommand(),
  recipient: async () => (await import('./recipient')).recipientCommand(),
  notify: async () => (await import('./notify')).notifyCommand(),
  subject: async () => (await import('./subject')).subjectCommand(),
  rule: async () => (await import('./rule')).ruleCommand(),
  example: async () => (await import('./example')).exampleCommand(),
  contact: async () => (await import('./contact')).contactCommand(),
  suppression: async () => (await import('./suppression')).suppressionCommand(),
  alert: async () => (await import('./alert')).alertCommand(),
  events: async () => (await import('./events')).eventsCommand(),
  template: async () => (await import('./template')).templateCommand(),
  'warm-up': async () => (await import('./warm-up')).warmUpCommand(),
  webhook: async () => (await import('./webhook')).webhookCommand(),
  'own-server': async () => (await import('./own-server')).ownServerCommand(),
  queue: async () => (await import('./queue')).queueCommand(),
  metrics: async () => (await import('./metrics')).metricsCommand(),
  settings: async () => (await import('./settings')).settingsCommand(),
  'ip-rules': async () => (await import('./ip-rules')).ipRulesCommand(),
  config: async () => (await import('./config')).configCommand(),
  backup: async () => (await import('./backup')).backupCommand(),
  database: async () => (await import('./database')).databaseCommand(),
  restore: async () => (await import('./backup')).restoreCommand(),
  keys: async () => (await import('./keys')).keysCommand(),
  completion: async () => (await import('./completion')).completionCommand(buildProgram),
  man: async () => (await import('./man')).manCommand(buildProgram),
};

/** The noun that is asked for, or all of them: for help, completion and the page of the manual. */
export async function buildProgram(asked?: string): Promise<Command> {
  const program = new Command('relevo').description(
    'Relevo on the command line: works on the same database as the running system.',
  );
  program.addHelpText(
    'after',
    '\nEvery command takes --json. It exits with 0 when all is well, and with 1 when something was refused or wrong;\nwhere another number says more, its own --help tells. `relevo completion --help` tells how to have names completed.',
  );
  const load = asked && Object.hasOwn(NOUNS, asked) ? [NOUNS[asked]!] : Object.values(NOUNS);
  for (const noun of await Promise.all(load.map((each) => each()))) program.addCommand(noun);
  for (const verb of program.commands.flatMap(verbsOf))
    verb.option('--json', 'print the result as JSON').exitOverride().copyInheritedSettings(program);
  return program.exitOverride();
}
