'use client';

import { Alert, Button, List } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { BlockDocument } from '@/lib/templates/blocks/document';
import type { DocumentFlaw } from '@/lib/templates/blocks/flaws-of';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { useFlawText } from './fields/use-flaw-text';
import { NodeLink } from './node-link';
import type { Edit } from './use-edit';

type Props = {
  problems: DocumentFlaw[];
  document: BlockDocument;
  variables: VariableDeclaration[];
  edit: Edit;
};

/** What keeps it from being shown and sent; a name that nobody declared is declared here. */
export function Problems({ problems, document, variables, edit }: Props) {
  const t = useTranslations('editor.preview');
  const told = useFlawText();
  if (problems.length === 0) return null;
  const declare = (name: string) =>
    edit.variables([...variables, { name, type: 'text', required: true, example: name }]);
  return (
    <Alert color="red" title={t('faulty')} role="status">
      <List size="sm" spacing={4}>
        {problems.slice(0, 5).map((problem) => {
          const name = undeclaredName(problem, variables);
          return (
            <List.Item key={problem.path + problem.code + problem.node}>
              {told(problem)} <NodeLink id={problem.node} document={document} edit={edit} />
              {name && (
                <Button variant="default" size="compact-xs" ml="xs" onClick={() => declare(name)}>
                  {t('declare', { name })}
                </Button>
              )}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}

function undeclaredName({ code, params }: DocumentFlaw, variables: VariableDeclaration[]): string | null {
  if (code !== 'template_undefined' && code !== 'template_undeclared') return null;
  const [name = ''] = String(params.name).split('.');
  const isKnown = variables.some((variable) => variable.name === name);
  return !isKnown && /^[a-z][a-z0-9_]*$/i.test(name) ? name : null;
}
