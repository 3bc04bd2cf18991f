/** They hold other elements: a line more between them says nothing. What the others hold is text, and stays as it is. */
const CONTAINERS = new Set([
  'mjml',
  'mj-head',
  'mj-body',
  'mj-attributes',
  'mj-wrapper',
  'mj-section',
  'mj-group',
  'mj-column',
]);

/** MJML on one line as a person reads it: an element on each, set in by what it stands in. */
export function indentMjml(mjml: string): string {
  let depth = 0;
  const lines = mjml.replace(/<(\/?)(mj[a-z-]*)/g, (tag, slash: string, name: string) => {
    const isContainer = CONTAINERS.has(name);
    if (slash && !isContainer) return tag;
    if (slash) depth -= 1;
    const line = `\n${'  '.repeat(Math.max(0, depth))}${tag}`;
    if (!slash && isContainer) depth += 1;
    return line;
  });
  return `${lines.trimStart()}\n`;
}
