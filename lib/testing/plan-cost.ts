type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
};

/** Of some statements: pages and rows of tables read, those of tables that grow with each message, and tables that were read from end to end. */
export type PlanCost = { buffers: number; rows: number; largeRows: number; seqScans: string[] };

/** Whatever names one of these, or a week of one, has an index to be read by. */
export const LARGE = /^(messages|message_bodies|message_attachments|attempts|events|sandbox_messages)(_|$)/;

/** Of what PostgreSQL's auto_explain wrote as JSON, with what was really read. */
export function costOf(plans: string[]): PlanCost {
  const tops = plans.map((json) => (JSON.parse(json) as { Plan: Node }).Plan);
  const nodes = tops.flatMap(withChildren);
  return {
    buffers: tops.reduce((total, node) => total + node['Shared Hit Blocks'] + node['Shared Read Blocks'], 0),
    rows: totalOf(nodes.filter((node) => node['Relation Name'])),
    largeRows: totalOf(nodes.filter((node) => LARGE.test(node['Relation Name'] ?? ''))),
    seqScans: nodes
      .filter((node) => node['Node Type'] === 'Seq Scan' && rowsRead(node) > FEW)
      .map((node) => node['Relation Name']!),
  };
}

/** So many rows of a small table, or of an empty week, are read from end to end sooner than by an index. */
const FEW = 1_000;

function totalOf(nodes: Node[]): number {
  return nodes.reduce((total, node) => total + rowsRead(node), 0);
}

function withChildren(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(withChildren)];
}

function rowsRead(node: Node): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
