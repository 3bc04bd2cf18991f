import { type Document, isCollection, isMap, isNode, isScalar, type Node } from 'yaml';
import type { StoredComment } from '@/drizzle/schema/configuration-comments';

/** `path`: names and, of lists, numbers; none: the document itself. */
export type Comment = { path: string[]; comment: StoredComment };

/** Puts those whose place is there beside what they were written of. */
export function writeComments(yaml: Document, comments: Comment[]): void {
  for (const { path, comment } of comments) {
    const node = path.length === 0 ? yaml : yaml.getIn(steps(yaml, path), true);
    if (path.length > 0 && !isNode(node)) continue;
    const name = nameOf(yaml, path);
    if (comment.value) put(node as Node, comment.value);
    if (name && comment.name) put(name, comment.name);
  }
}

function put(node: Pick<Node, 'commentBefore' | 'comment'>, said: StoredComment['value'] & object): void {
  if (said.before !== undefined) node.commentBefore = said.before;
  if (said.after !== undefined) node.comment = said.after;
  if (said.spaced) (node as Node).spaceBefore = true;
}

/** Items of a list are known by their number. */
function steps(yaml: Document, path: string[]): (string | number)[] {
  let node: unknown = yaml.contents;
  return path.map((part) => {
    const step = isCollection(node) && !isMap(node) ? Number(part) : part;
    node = isCollection(node) ? node.get(step, true) : undefined;
    return step;
  });
}

function nameOf(yaml: Document, path: string[]): Node | null {
  const above = path.length === 1 ? yaml.contents : yaml.getIn(steps(yaml, path.slice(0, -1)), true);
  if (!isMap(above)) return null;
  const key = above.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))?.key;
  return isNode(key) ? key : null;
}
